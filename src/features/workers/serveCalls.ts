import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import { AppError } from '../../shared/appError.js';
import { isDiskFull } from '../../shared/diskFull.js';
import { inSpan } from '../../shared/spans.js';
import type { FromWorker, ToWorker } from './messages.js';
import type { StopReason, WorkerCall, WorkerContext, WorkSignals } from './workerContext.js';

/** Calls whose argument and result types only their callers know. */
export type AnyWorkerCall = WorkerCall<never, unknown>;

/** The worker's side: executes received calls until the port closes. The pool sends one at a time. */
export function serveCalls(port: MessagePort, context: WorkerContext, calls: readonly AnyWorkerCall[]): void {
  const callByName = new Map(calls.map((call) => [call.name, call]));
  const stopReasonById = new Map<number, StopReason>();
  const send = (message: FromWorker) => {
    port.postMessage(message);
  };

  const run = async ({ id, call: name, args, parent }: Extract<ToWorker, { type: 'run' }>) => {
    try {
      const call = callByName.get(name);
      if (!call) throw AppError.internal(`No worker call is named ${name}.`);
      const signals = signalsFor({ id, stopReasonById, send });
      const span = { name: `call ${name}`, ...(parent !== undefined && { parent }) };
      const result = await inSpan(span, () => call.run(context, args as never, signals));
      send({ type: 'done', id, result });
    } catch (error) {
      send(failureMessage(id, error));
    } finally {
      stopReasonById.delete(id);
    }
  };

  port.on('message', (message: ToWorker) => {
    if (message.type === 'stop') stopReasonById.set(message.id, message.reason);
    else void run(message);
  });
  send({ type: 'ready' });
}

interface SignalParts {
  id: number;
  stopReasonById: ReadonlyMap<number, StopReason>;
  send: (message: FromWorker) => void;
}

function signalsFor({ id, stopReasonById, send }: SignalParts): WorkSignals {
  return {
    report: (progress) => {
      send({ type: 'progress', id, progress });
    },
    checkpoint: async () => {
      await nextTurn();
      const reason = stopReasonById.get(id);
      if (reason) throw reason === 'CANCEL' ? AppError.taskCancelled() : AppError.shuttingDown();
    },
  };
}

function failureMessage(id: number, thrown: unknown): FromWorker {
  const error = isDiskFull(thrown) ? AppError.diskFull(thrown) : thrown;
  const known = error instanceof AppError;
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  return { type: 'failed', id, code: known ? error.code : 'INTERNAL', message, stack };
}
