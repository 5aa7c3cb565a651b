/** How long a key is remembered. */
const quietMs = 60_000;
/** Maximum number of remembered keys; the oldest are forgotten first. */
const maxRemembered = 10_000;

/** Remembers the keys of the last minute, so that a repeated event is recorded only once. */
export class RecentKeys {
  /** In the order of insertion. */
  private readonly toldAtByKey = new Map<string, number>();

  /** Whether a key is new in the last minute; it is remembered from now on. */
  isNews(key: string): boolean {
    const now = performance.now();
    const toldAt = this.toldAtByKey.get(key);
    if (toldAt !== undefined && now - toldAt < quietMs) return false;
    this.toldAtByKey.delete(key);
    this.toldAtByKey.set(key, now);
    const [oldest] = this.toldAtByKey.keys();
    if (this.toldAtByKey.size > maxRemembered && oldest !== undefined) this.toldAtByKey.delete(oldest);
    return true;
  }

  /** Forgets a key, because its event could not be recorded. */
  forget(key: string): void {
    this.toldAtByKey.delete(key);
  }
}
