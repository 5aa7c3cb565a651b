import { AppError } from '../../shared/appError.js';
import { FairQueue, type FullQueue, type QueueBounds } from '../../shared/fairQueue.js';
import { keepSpan } from '../../shared/spans.js';
import type { WorkerThread } from './workerThread.js';

interface HeavyJob {
  start: (thread: WorkerThread) => Promise<unknown>;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * Workers for reads of whole branches: one at a time per principal, principals in turn, with a bounded queue. A long read of
 * one principal does not delay the others.
 */
export class HeavyWorkers {
  private readonly waiting: FairQueue<HeavyJob>;
  private readonly busyPrincipals = new Set<string>();
  private isClosed = false;

  constructor(
    private readonly threads: readonly WorkerThread[],
    private readonly bounds: QueueBounds,
  ) {
    this.waiting = new FairQueue(bounds);
  }

  /** @throws AppError TOO_MANY_HEAVY_READS if the queue is full */
  run(call: string, args: unknown, principalId: string): Promise<unknown> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.isClosed) {
        reject(AppError.shuttingDown());
        return;
      }
      const start = keepSpan((thread: WorkerThread) => thread.run(call, args, () => undefined).result);
      const { isFull, givenUp } = this.waiting.add(principalId, { start, resolve, reject });
      if (isFull) reject(this.refusal(isFull));
      givenUp?.reject(this.refusal('ALL'));
      this.runNext();
    });
  }

  /** Refuses waiting reads, asks running ones to stop, and waits for them. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const { reject } of this.waiting.drain()) reject(AppError.shuttingDown());
    await Promise.all(this.threads.map((thread) => thread.close()));
  }

  private runNext(): void {
    const thread = this.threads.find(({ load }) => load === 0);
    const next = thread && this.waiting.next(this.busyPrincipals);
    if (!next) return;
    const { start, resolve, reject } = next.job;
    this.busyPrincipals.add(next.owner);
    void start(thread)
      .then(resolve, reject)
      .finally(() => {
        this.busyPrincipals.delete(next.owner);
        this.runNext();
      });
  }

  private refusal(isFull: FullQueue): AppError {
    return isFull === 'OWNER'
      ? AppError.tooManyHeavyReadsOfPrincipal(this.bounds.ofOwner)
      : AppError.tooManyHeavyReads(this.bounds.ofAll);
  }
}
