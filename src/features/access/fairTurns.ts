import { FairQueue } from '../../shared/fairQueue.js';

/**
 * Runs a limited number of jobs at once. Waiting keys take turns, one job each: a key with a thousand jobs delays others by
 * one.
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

  /** Starts the next job after one has ended. */
  private passOn(): void {
    const next = this.waiting.next();
    if (next) next.job();
    else this.runningCount -= 1;
  }
}
