import type { AppErrorCode } from '../../shared/appError.js';
import type { EndedSpan } from '../../shared/spans.js';
import type { StopReason } from './workerContext.js';

/** From the API thread to a worker. */
export type ToWorker =
  /** `parent`: the `traceparent` of the span that the call belongs to. */
  | { type: 'run'; id: number; call: string; args: unknown; parent: string | undefined }
  | { type: 'stop'; id: number; reason: StopReason };

/** From a worker to the API thread. */
export type FromWorker =
  | { type: 'ready' }
  | { type: 'span'; span: EndedSpan }
  | { type: 'progress'; id: number; progress: unknown }
  | { type: 'done'; id: number; result: unknown }
  | { type: 'failed'; id: number; code: AppErrorCode; message: string; stack: string | undefined };
