import { AppError } from '../../shared/appError.js';
import type { QueueBounds } from '../../shared/fairQueue.js';
import { HeavyWorkers } from './heavyWorkers.js';
import type { HeavyRead, RunningWork, WorkerCall, Workers } from './workerContext.js';
import { WorkerThread } from './workerThread.js';
import { WriteWorkers } from './writeWorkers.js';

interface PoolOptions {
  /** The worker's module. */
  entry: URL;
  /** Plain data with the settings of the module. */
  workerData: object;
  taskWorkerCount: number;
  /** Bounds of the queue of heavy reads. */
  heavyReads: QueueBounds;
  /** What workers that only read for requests have beside `workerData`. */
  reads?: object;
  /** Number of calls that write at the same time, and how long one waits for a lock. */
  writes: { threadCount: number; busyTimeoutMs: number };
}

/** Number of heavy reads at the same time. */
const heavyThreadCount = 2;

/**
 * Workers by type of work, so that no type waits for another: one for short reads, two for heavy reads, some for calls that
 * write, and some for long tasks. Each starts at its first use.
 */
export class WorkerPool implements Workers {
  private readonly readThread: WorkerThread;
  private readonly writeWorkers: WriteWorkers;
  private readonly heavyWorkers: HeavyWorkers;
  private readonly taskThreads: WorkerThread[];

  constructor({ entry, workerData, taskWorkerCount, heavyReads, reads, writes }: PoolOptions) {
    const threads = (count: number, data: object) => Array.from({ length: count }, () => new WorkerThread(entry, data));
    this.readThread = new WorkerThread(entry, { ...workerData, ...reads });
    this.heavyWorkers = new HeavyWorkers(
      threads(heavyThreadCount, { ...workerData, ...reads, yieldsToOthers: true }),
      heavyReads,
    );
    const writers = threads(writes.threadCount, { ...workerData, waitsForLocks: false });
    this.writeWorkers = new WriteWorkers(writers, writes.busyTimeoutMs);
    this.taskThreads = threads(taskWorkerCount, workerData);
  }

  async call<Args, Result>(call: WorkerCall<Args, Result>, args: Args): Promise<Result> {
    if (call.isRead !== true) return (await this.writeWorkers.run(call.name, args)) as Result;
    return (await this.readThread.run(call.name, args, () => undefined).result) as Result;
  }

  async callHeavy<Args, Result>(call: HeavyRead<Args, Result>, args: Args, principalId: string): Promise<Result> {
    return (await this.heavyWorkers.run(call.name, args, principalId)) as Result;
  }

  warmUp(): void {
    for (const thread of this.taskThreads) thread.warmUp();
  }

  start<Args, Result>(
    call: WorkerCall<Args, Result>,
    args: Args,
    onProgress: (progress: unknown) => void,
  ): RunningWork<Result> {
    const [thread] = this.taskThreads.toSorted((a, b) => a.load - b.load);
    if (!thread) throw AppError.internal('There is no task worker.');
    const { id, result } = thread.run(call.name, args, onProgress);
    return {
      result: result as Promise<Result>,
      stop: (reason) => {
        thread.stop(id, reason);
      },
    };
  }

  async close(): Promise<void> {
    await Promise.all(
      [this.heavyWorkers, this.readThread, this.writeWorkers, ...this.taskThreads].map((each) => each.close()),
    );
  }
}
