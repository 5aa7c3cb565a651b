import type { AppErrorCode } from '../../shared/appError.js';
import type { StopReason } from './workerContext.js';

/** From the API thread to a worker. */
export type ToWorker =
  | { type: 'run'; id: number; call: string; args: unknown }
  | { type: 'stop'; id: number; reason: StopReason };

/** From a worker to the API thread. */
export type FromWorker =
  | { type: 'ready' }
  | { type: 'progress'; id: number; progress: unknown }
  | { type: 'done'; id: number; result: unknown }
  | { type: 'failed'; id: number; code: AppErrorCode; message: string; stack: string | undefined };
