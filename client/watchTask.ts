/** Follows a task: over WebSocket, and where that is not possible by asking again. */
import { createClient, type Client as Socket } from 'graphql-ws';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import {
  TaskDocument,
  TaskProgressDocument,
  type TaskFieldsFragment,
  type TaskProgressSubscription,
} from './operations.generated.js';
import { ask, type Transport } from './transport.js';
import { WaybillError } from './waybillError.js';

/** After so long without news over the socket, the task is asked for: the connection may be lost without a word. */
const silenceMs = 15_000;
/** How often it is asked for when there is no socket. */
const pollMs = 1000;

/** Whether a task has come to its end. */
export function hasEnded({ status }: Pick<TaskFieldsFragment, 'status'>): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING';
}

/** The states of a task: the current one first, the final one last. */
export async function* watchTask(
  transport: Transport,
  id: string,
  signal?: AbortSignal,
): AsyncGenerator<TaskFieldsFragment> {
  for await (const task of overSocket(transport, id, signal)) {
    yield task;
    if (hasEnded(task)) return;
  }
  for (;;) {
    signal?.throwIfAborted();
    const task = await present(transport, id, signal);
    yield task;
    if (hasEnded(task)) return;
    await sleep(pollMs, undefined, signal && { signal });
  }
}

async function present(transport: Transport, id: string, signal?: AbortSignal): Promise<TaskFieldsFragment> {
  const { task } = await ask(transport, TaskDocument, { variables: { id }, signal });
  if (!task) throw noTask();
  return task;
}

/** Ends without an error when the socket is lost, or was never open. */
async function* overSocket(transport: Transport, id: string, signal?: AbortSignal): AsyncGenerator<TaskFieldsFragment> {
  const socket = openSocket(transport);
  const events = socket.iterate<TaskProgressSubscription>({ query: String(TaskProgressDocument), variables: { id } });
  const close = () => void Promise.resolve(socket.dispose()).catch(() => undefined);
  signal?.addEventListener('abort', close, { once: true });
  try {
    let next = events.next();
    for (;;) {
      const event = await orSilence(next, signal);
      signal?.throwIfAborted();
      if (event === undefined) {
        yield await present(transport, id, signal);
        continue;
      }
      if (event.done === true || !event.value.data) return;
      yield event.value.data.taskProgress;
      next = events.next();
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof WaybillError) throw error;
    // The socket was refused or lost: the task is asked for instead, which says why if it is not possible either.
  } finally {
    signal?.removeEventListener('abort', close);
    close();
  }
}

function openSocket({ url, token }: Transport): Socket {
  return createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
    // A socket that is refused is no fault: it is told by what follows.
    onNonLazyError: () => undefined,
  });
}

/** What comes first: the next event, or undefined after a time of silence. Rejects as soon as the caller gives up. */
async function orSilence<Event>(next: Promise<Event>, signal?: AbortSignal): Promise<Event | undefined> {
  const over = new AbortController();
  const ends = signal ? AbortSignal.any([over.signal, signal]) : over.signal;
  const silence = sleep(silenceMs, undefined, { signal: ends }).catch(() => undefined);
  try {
    return await Promise.race([next, silence]);
  } finally {
    over.abort();
    // A socket that fails later must not be an unhandled rejection: whoever asks for the next event gets it.
    next.catch(() => undefined);
  }
}

export function noTask(): WaybillError {
  return new WaybillError('NOT_FOUND', 'There is no task with this id.', {
    fix: 'Check the id. It may have been deleted, or belong to a project that you may not see.',
  });
}
