import type { Database } from '../database/index.js';
import { WorkerPool } from '../features/workers/index.js';
import type { Config } from '../shared/config.js';
import type { WorkerSettings } from './workerSettings.js';

/** Creates the workers of this server; none is started yet. */
export function makeWorkerPool(
  { taskWorkerCount, heavyReads, busyTimeoutMs, statementTimeoutMs }: Config,
  workerData: WorkerSettings,
  { isShared }: Database,
): WorkerPool {
  return new WorkerPool({
    entry: new URL('./worker.js', import.meta.url),
    workerData,
    taskWorkerCount,
    heavyReads,
    reads: { statementTimeoutMs },
    // A database of one server has one writer.
    writes: { threadCount: isShared ? 2 : 1, busyTimeoutMs },
  });
}
