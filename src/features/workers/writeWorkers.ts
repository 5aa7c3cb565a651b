import { LockTurns } from '../../shared/lockTurns.js';
import { AppError } from '../../shared/appError.js';
import type { WorkerThread } from './workerThread.js';

/**
 * Workers for calls that write. They take locks without waiting (`SqlConnection.lock`): a call that meets a held lock leaves
 * its worker to others and is retried, so calls wait only for their own branch.
 */
export class WriteWorkers {
  private readonly turns: LockTurns;

  constructor(
    private readonly threads: readonly WorkerThread[],
    busyTimeoutMs: number,
  ) {
    this.turns = new LockTurns(busyTimeoutMs);
  }

  run(call: string, args: unknown): Promise<unknown> {
    return this.turns.run(() => this.leastBusy().run(call, args, () => undefined).result);
  }

  /** Calls that wait for a retry are refused. */
  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }

  private leastBusy(): WorkerThread {
    const [thread] = this.threads.toSorted((a, b) => a.load - b.load);
    if (!thread) throw AppError.internal('There is no worker for writes.');
    return thread;
  }
}
