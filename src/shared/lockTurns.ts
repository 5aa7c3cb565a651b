import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from './appError.js';
import { Turns } from './turns.js';

const firstRetryMs = 2;
const longestRetryMs = 100;

/**
 * Runs work that takes locks without waiting. If a lock is held, the work is retried later; meanwhile it holds nothing and
 * blocks nobody. Of those waiting for the same lock, only the first one is retried.
 */
export class LockTurns {
  private readonly turns = new Turns();

  constructor(private readonly busyTimeoutMs: number) {}

  /**
   * @param attempt throws AppError LOCK_HELD if a lock is held, without having changed anything
   * @throws AppError DATABASE_BUSY if that takes too long
   */
  async run<T>(attempt: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    try {
      return await attempt();
    } catch (error) {
      if (!isLockHeld(error)) throw error;
      return await this.turns.take(error.message, () => this.retry(attempt, startedAt));
    }
  }

  private async retry<T>(attempt: () => Promise<T>, startedAt: number): Promise<T> {
    for (let delayMs = firstRetryMs; ; delayMs = Math.min(delayMs * 2, longestRetryMs)) {
      try {
        return await attempt();
      } catch (error) {
        if (!isLockHeld(error)) throw error;
        const waitedMs = performance.now() - startedAt;
        if (waitedMs > this.busyTimeoutMs) throw AppError.databaseBusy(waitedMs, error);
      }
      await sleep(delayMs);
    }
  }
}

/** Whether an error means that a lock is held; its message is the name of the lock. */
export function isLockHeld(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'LOCK_HELD';
}
