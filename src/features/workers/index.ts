export type {
  FileLimits,
  HeavyRead,
  RunningWork,
  WorkerCall,
  WorkerContext,
  Workers,
  WorkSignals,
} from './workerContext.js';
export { serveCalls, type AnyWorkerCall } from './serveCalls.js';
export { WorkerPool } from './workerPool.js';
