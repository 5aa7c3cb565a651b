import { AppError } from '../shared/appError.js';

interface LargeAnswerLimits {
  /** How many are made at once. */
  atOnce: number;
  /** How many may wait, and for how long. */
  maxWaiting: number;
  waitMs: number;
}

export const usualLargeAnswers: LargeAnswerLimits = { atOnce: 2, maxWaiting: 100, waitMs: 15_000 };

/** Lets only a few large answers be made at once, in the order in which they became large: together they would fill the memory. */
export class LargeAnswers {
  private readonly waiting = new Set<() => void>();
  private underWay = 0;

  constructor(private readonly limits: LargeAnswerLimits = usualLargeAnswers) {}

  /**
   * Waits for a place and gives what frees it.
   * @throws AppError TOO_MANY_ANSWERS when none becomes free in time.
   */
  async enter(): Promise<() => void> {
    const { atOnce, maxWaiting } = this.limits;
    if (this.underWay < atOnce) this.underWay += 1;
    else if (this.waiting.size >= maxWaiting) throw AppError.tooManyAnswers();
    else await this.turn();
    let isHeld = true;
    return () => {
      if (isHeld) this.free();
      isHeld = false;
    };
  }

  /** A place that becomes free goes to the one that waits longest. */
  private turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        this.waiting.delete(begin);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(begin);
        reject(AppError.tooManyAnswers());
      }, this.limits.waitMs);
      timer.unref();
      this.waiting.add(begin);
    });
  }

  private free(): void {
    const [next] = this.waiting;
    if (next) next();
    else this.underWay -= 1;
  }
}
