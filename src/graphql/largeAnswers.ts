import { AppError } from '../shared/appError.js';

interface LargeAnswerLimits {
  /** How many may wait to be sent when another one is begun: one is made at a time, and what a slow client reads is held as text. */
  maxUnsent: number;
  /** How many may wait for their turn, and for how long. */
  maxWaiting: number;
  waitMs: number;
}

const usualLimits: LargeAnswerLimits = { maxUnsent: 2, maxWaiting: 100, waitMs: 15_000 };

/** The turn of one large answer. Both may be said more than once. */
export interface LargeAnswerTurn {
  /** The answer was built: only its text is left, and the next one may begin. */
  made: () => void;
  /** The answer was sent or abandoned. */
  end: () => void;
}

/** Builds large answers one after the other, in the order in which they became large: together they would fill the memory. */
export class LargeAnswers {
  private readonly waiting = new Set<() => void>();
  private isOneMade = false;
  private unsentCount = 0;

  constructor(private readonly limits: LargeAnswerLimits = usualLimits) {}

  /**
   * Waits for a turn.
   * @throws AppError TOO_MANY_ANSWERS when it does not come in time.
   */
  async enter(): Promise<LargeAnswerTurn> {
    if (this.waiting.size >= this.limits.maxWaiting) throw AppError.tooManyAnswers();
    if (this.waiting.size === 0 && this.hasRoom()) this.isOneMade = true;
    else await this.wait();
    return this.makeTurn();
  }

  private makeTurn(): LargeAnswerTurn {
    let state: 'MAKING' | 'UNSENT' | 'OVER' = 'MAKING';
    return {
      made: () => {
        if (state !== 'MAKING') return;
        state = 'UNSENT';
        this.isOneMade = false;
        this.unsentCount += 1;
        this.beginNext();
      },
      end: () => {
        if (state === 'MAKING') this.isOneMade = false;
        if (state === 'UNSENT') this.unsentCount -= 1;
        state = 'OVER';
        this.beginNext();
      },
    };
  }

  private wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
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

  private hasRoom(): boolean {
    return !this.isOneMade && this.unsentCount < this.limits.maxUnsent;
  }

  private beginNext(): void {
    const [next] = this.waiting;
    if (!next || !this.hasRoom()) return;
    this.waiting.delete(next);
    this.isOneMade = true;
    next();
  }
}
