/** How long a value is used again. */
const maxAgeMs = 5000;
/** How long a reader waits for a new one. */
const maxWaitMs = 2000;

/** A value that is read at most every few seconds, and never twice at the same time, however many ask and however long it takes. */
export class RecentValue<T> {
  private latest: T | undefined;
  private readAt = -Infinity;
  private reading: Promise<void> | undefined;

  constructor(private readonly readNow: () => Promise<T>) {}

  /** Undefined if it cannot be read, or not soon. */
  async read(): Promise<T | undefined> {
    if (performance.now() - this.readAt > maxAgeMs) this.reading ??= this.renew();
    if (this.reading === undefined) return this.latest;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        resolve(undefined);
      }, maxWaitMs);
    });
    const value = await Promise.race([this.reading.then(() => this.latest), late]);
    clearTimeout(timer);
    return value;
  }

  private async renew(): Promise<void> {
    try {
      this.latest = await this.readNow();
    } catch {
      // The metric `waybill_database_up` tells it; the log tells it of those who need the value.
      this.latest = undefined;
    } finally {
      this.readAt = performance.now();
      this.reading = undefined;
    }
  }
}
