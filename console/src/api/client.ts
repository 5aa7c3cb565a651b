/** The client of the GraphQL API: queries and mutations over HTTP, subscriptions over one WebSocket. */
import { cacheExchange, Client, fetchExchange, mapExchange, subscriptionExchange, type CombinedError } from 'urql';
import { createClient as createSocket, type Client as Socket } from 'graphql-ws';
import { graphqlUrl, socketUrl } from './root.js';

export interface ApiEvents {
  /** The server no longer knows the session: the person has to sign in again. */
  onSignedOut: () => void;
  /** The connection of the subscriptions: lost, or there again. */
  onConnection: (isConnected: boolean) => void;
}

export interface Api {
  client: Client;
  socket: Socket;
  /** Whether the socket is open: it may outlast a moment in which the browser had no network. */
  isSocketOpen: () => boolean;
}

/** Retries without end, a little later each time: a page that is open stays live after the server was restarted. */
const maxWaitMs = 8_000;

export function createApi({ onSignedOut, onConnection }: ApiEvents): Api {
  let isOpen = false;
  const socket = createSocket({
    url: socketUrl,
    lazy: true,
    shouldRetry: () => true,
    retryAttempts: Infinity,
    retryWait: (attempt) => new Promise((resolve) => setTimeout(resolve, Math.min(maxWaitMs, 500 * 2 ** attempt))),
    on: {
      connected: () => {
        isOpen = true;
        onConnection(true);
      },
      closed: (event) => {
        isOpen = false;
        const { code, wasClean } = event as CloseEvent;
        // 1000: no subscription is left. 4401, 4403: the session has ended.
        if (code === 4401 || code === 4403) onSignedOut();
        else if (code !== 1000 || !wasClean) onConnection(false);
      },
    },
  });
  const client = new Client({
    url: graphqlUrl,
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers: { 'apollo-require-preflight': 'true' } },
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (isSignedOut(error)) onSignedOut();
        },
      }),
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => {
            const error = (reason: unknown) => {
              sink.error(reason instanceof Error ? reason : new Error(reasonOf(reason)));
            };
            // Its end is no state that urql knows.
            const complete = () => {
              sink.error(new SubscriptionEnded());
            };
            const all = { next: sink.next.bind(sink), error, complete };
            return { unsubscribe: socket.subscribe({ query: query ?? '', variables }, all) };
          },
        }),
      }),
    ],
  });
  return { client, socket, isSocketOpen: () => isOpen };
}

/** The server has ended a subscription: nothing will follow. */
export class SubscriptionEnded extends Error {}

function isSignedOut(error: CombinedError): boolean {
  const { status } = (error.response ?? {}) as { status?: number };
  return status === 401 || error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED');
}

/** What a socket that was closed for good says about it: the server's reason. */
function reasonOf(closed: unknown): string {
  const { reason } = closed as Partial<CloseEvent>;
  return reason === undefined || reason === '' ? 'The connection was closed.' : reason;
}
