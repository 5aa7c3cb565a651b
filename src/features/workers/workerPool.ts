import { AppError } from '../../shared/appError.js';
import type { RunningWork, WorkerCall, Workers } from './workerContext.js';
import { WorkerThread } from './workerThread.js';

interface PoolOptions {
  /** The worker's module. */
  entry: URL;
  /** Plain data that the module reads its settings from. */
  workerData: unknown;
  taskWorkerCount: number;
}

/** One worker for calls that a request waits for, and some for long tasks, so that neither waits for the other. */
export class WorkerPool implements Workers {
  private readonly desk: WorkerThread;
  private readonly taskThreads: WorkerThread[];

  constructor({ entry, workerData, taskWorkerCount }: PoolOptions) {
    this.desk = new WorkerThread(entry, workerData);
    this.taskThreads = Array.from({ length: taskWorkerCount }, () => new WorkerThread(entry, workerData));
  }

  async call<Args, Result>(call: WorkerCall<Args, Result>, args: Args): Promise<Result> {
    return (await this.desk.run(call.name, args, () => undefined).result) as Result;
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
    await Promise.all([this.desk, ...this.taskThreads].map((thread) => thread.close()));
  }
}
