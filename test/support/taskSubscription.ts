import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { operationDocument } from './operationResults.js';
import type { TaskState } from './operationResults.js';

/**
 * The states of a task over a WebSocket of its own, until the server says that there are no more, or the caller ends it.
 * Throws the errors that the server answers with.
 */
export async function* subscribeToTask(
  { url, token }: { url: string; token: string },
  taskId: string,
): AsyncGenerator<TaskState, void, undefined> {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  });
  try {
    const events = client.iterate<{ taskProgress: TaskState }>({
      query: operationDocument('TaskProgress'),
      variables: { id: taskId },
    });
    for await (const { data, errors } of events) {
      if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join(' '));
      if (data) yield data.taskProgress;
    }
  } finally {
    await client.dispose();
  }
}

/** Claims that a task has ended. */
export function isEnded({ status }: Pick<TaskState, 'status'>): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING';
}
