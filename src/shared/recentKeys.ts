/** The same is news again after so long. */
const quietMs = 60_000;
/** So many are remembered; the oldest are forgotten first. */
const maxRemembered = 10_000;

/** Remembers what happened in the last minute, so that it is written down once and not each time. */
export class RecentKeys {
  /** In the order in which they were news. */
  private readonly toldAtByKey = new Map<string, number>();

  /** Whether a key was not news in the last minute; then it is now. */
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

  /** Makes a key news again: what was to be written down was not. */
  forget(key: string): void {
    this.toldAtByKey.delete(key);
  }
}
