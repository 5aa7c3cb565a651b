import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { operationDocument } from './operationResults.js';
import type { TaskState } from './operationResults.js';

/**
 * The states of a task over a WebSocket of its own, until the server says that there are no more, or the caller ends it.
 * Throws the errors that the server answers with.
 */
export function subscribeToTask(server: Address, taskId: string): AsyncGenerator<TaskState, void, undefined> {
  return subscribeTo(server, operationDocument('TaskProgress'), { id: taskId });
}

interface Address {
  url: string;
  token: string;
}

/** The same for any subscription: the value of its one field, event by event. */
export async function* subscribeTo<Value>(
  { url, token }: Address,
  query: string,
  variables: Record<string, unknown>,
): AsyncGenerator<Value, void, undefined> {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  });
  try {
    for await (const { data, errors } of client.iterate<Record<string, Value>>({ query, variables })) {
      if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join(' '));
      if (data) yield Object.values(data)[0] as Value;
    }
  } finally {
    await client.dispose();
  }
}

/**
 * The first event of a subscription that tells of changes. A change may be over before the server has read the subscription: it is made
 * again until one is told of.
 */
export async function firstEvent<Value>(
  events: AsyncGenerator<Value, void, undefined>,
  change: () => Promise<unknown>,
): Promise<Value | undefined> {
  const first = events.next();
  // A refusal that comes while the change is being made is thrown after it.
  first.catch(() => undefined);
  for (;;) {
    await change();
    const event = await Promise.race([first, pause(500, undefined)]);
    if (event === undefined) continue;
    await events.return();
    return event.value ?? undefined;
  }
}

/** Claims that a task has ended. */
export function isEnded({ status }: Pick<TaskState, 'status'>): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING';
}
