/**
 * Runs so many jobs at once, and lets the others wait. Whose turn it is goes round among the keys that wait, one job each: who brings a
 * thousand jobs holds up those of others by one.
 */
export class FairQueue {
  private readonly waitingByKey = new Map<string, (() => void)[]>();
  private runningCount = 0;

  constructor(private readonly maxAtOnce: number) {}

  async run<T>(key: string, job: () => Promise<T>): Promise<T> {
    if (this.runningCount >= this.maxAtOnce) await this.turn(key);
    else this.runningCount += 1;
    try {
      return await job();
    } finally {
      this.passOn();
    }
  }

  private turn(key: string): Promise<void> {
    return new Promise((start) => {
      const waiting = this.waitingByKey.get(key);
      if (waiting) waiting.push(start);
      else this.waitingByKey.set(key, [start]);
    });
  }

  /** Gives the place of a job that is over to the next one; a map keeps the order in which keys were put into it. */
  private passOn(): void {
    const [next] = this.waitingByKey;
    if (!next) {
      this.runningCount -= 1;
      return;
    }
    const [key, waiting] = next;
    const first = waiting.shift();
    this.waitingByKey.delete(key);
    if (waiting.length > 0) this.waitingByKey.set(key, waiting);
    first?.();
  }
}
