import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from './appError.js';
import { Turns } from './turns.js';

const firstRetryMs = 2;
const longestRetryMs = 100;

/**
 * Work that takes locks without waiting for them. What met a held lock is tried again until it gets it; meanwhile it has nothing, so that
 * whoever waits for one lock holds up nobody who does not want it. Of those that wait for the same lock only the first is tried.
 */
export class LockTurns {
  private readonly turns = new Turns();

  constructor(private readonly busyTimeoutMs: number) {}

  /**
   * @param attempt throws AppError LOCK_HELD when a lock is held, and has changed nothing then.
   * @throws AppError DATABASE_BUSY when that lasts too long.
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

/** Whether a fault says that a lock is held; its message is the name of the lock then. */
export function isLockHeld(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'LOCK_HELD';
}
