import { createClient, type SubscribePayload } from 'graphql-ws';
import WebSocket from 'ws';
import type { AnswerError, GraphqlClient } from './graphqlClient.js';

/** The first answer to an operation over a WebSocket of its own; what is refused gives errors, as over HTTP. */
export async function socketAnswer(
  { url, authorization }: Pick<GraphqlClient, 'url' | 'authorization'>,
  payload: SubscribePayload,
): Promise<{ data?: Record<string, unknown> | null; errors?: AnswerError[] }> {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: authorization,
  });
  try {
    for await (const answer of client.iterate(payload)) return answer as { data?: Record<string, unknown> | null };
    throw new Error('The server ended the operation without an answer.');
  } catch (error) {
    if (Array.isArray(error)) return { errors: error as AnswerError[] };
    throw error;
  } finally {
    await client.dispose();
  }
}
