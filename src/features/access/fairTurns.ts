import { FairQueue } from '../../shared/fairQueue.js';

/**
 * Runs so many jobs at once, and lets the others wait. Whose turn it is goes round among the keys that wait, one job each: who brings a
 * thousand jobs holds up those of others by one.
 */
export class FairTurns {
  private readonly waiting = new FairQueue<() => void>({ ofOwner: Infinity, ofAll: Infinity });
  private runningCount = 0;

  constructor(private readonly maxAtOnce: number) {}

  async run<T>(key: string, job: () => Promise<T>): Promise<T> {
    if (this.runningCount < this.maxAtOnce) this.runningCount += 1;
    else await new Promise<void>((start) => this.waiting.add(key, start));
    try {
      return await job();
    } finally {
      this.passOn();
    }
  }

  /** Gives the place of a job that is over to the next one. */
  private passOn(): void {
    const next = this.waiting.next();
    if (next) next.job();
    else this.runningCount -= 1;
  }
}
