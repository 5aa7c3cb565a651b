import { AppError } from '../../shared/appError.js';
import type { QueueBounds } from '../../shared/fairQueue.js';
import { HeavyDesk } from './heavyDesk.js';
import type { HeavyRead, RunningWork, WorkerCall, Workers } from './workerContext.js';
import { WorkerThread } from './workerThread.js';
import { WriteDesk } from './writeDesk.js';

interface PoolOptions {
  /** The worker's module. */
  entry: URL;
  /** Plain data that the module reads its settings from. */
  workerData: object;
  taskWorkerCount: number;
  /** How many heavy reads may wait. */
  heavyReads: QueueBounds;
  /** How many calls write at once, and how long one waits for a lock before it gives up. */
  writes: { threadCount: number; busyTimeoutMs: number };
}

/** So many principals have a heavy read under way at once. */
const heavyThreadCount = 2;

/**
 * A worker for short calls that read, two for heavy ones, some for calls that write, and some for long tasks, so that none waits for
 * another sort. Each starts when it is first needed.
 */
export class WorkerPool implements Workers {
  private readonly readDesk: WorkerThread;
  private readonly writeDesk: WriteDesk;
  private readonly heavyDesk: HeavyDesk;
  private readonly taskThreads: WorkerThread[];

  constructor({ entry, workerData, taskWorkerCount, heavyReads, writes }: PoolOptions) {
    const threads = (count: number, data: object) => Array.from({ length: count }, () => new WorkerThread(entry, data));
    this.readDesk = new WorkerThread(entry, workerData);
    this.heavyDesk = new HeavyDesk(threads(heavyThreadCount, { ...workerData, yieldsToOthers: true }), heavyReads);
    const writers = threads(writes.threadCount, { ...workerData, waitsForLocks: false });
    this.writeDesk = new WriteDesk(writers, writes.busyTimeoutMs);
    this.taskThreads = threads(taskWorkerCount, workerData);
  }

  async call<Args, Result>(call: WorkerCall<Args, Result>, args: Args): Promise<Result> {
    if (call.isRead !== true) return (await this.writeDesk.run(call.name, args)) as Result;
    return (await this.readDesk.run(call.name, args, () => undefined).result) as Result;
  }

  async callHeavy<Args, Result>(call: HeavyRead<Args, Result>, args: Args, principalId: string): Promise<Result> {
    return (await this.heavyDesk.run(call.name, args, principalId)) as Result;
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
    await Promise.all([this.heavyDesk, this.readDesk, this.writeDesk, ...this.taskThreads].map((desk) => desk.close()));
  }
}
