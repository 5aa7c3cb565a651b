/** Does a work again and again: one round at a time, so that none is left behind by `close`. */
export class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private last: Promise<void> = Promise.resolve();
  private isClosed = false;

  /** `work` deals with its faults itself; the next round follows `intervalMs` after it. */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly intervalMs: number,
  ) {}

  /** Begins a round now, or after the one that is under way, which may have looked too early. */
  begin(): void {
    clearTimeout(this.timer);
    this.last = this.last.then(() => this.goRound());
  }

  /** Waits for the round that is under way; no other follows. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.last;
  }

  private async goRound(): Promise<void> {
    if (this.isClosed) return;
    await this.work();
    this.wait();
  }

  private wait(): void {
    // For a round before, when this one was asked for meanwhile.
    clearTimeout(this.timer);
    if (this.isClosed) return;
    this.timer = setTimeout(() => {
      this.begin();
    }, this.intervalMs);
  }
}
