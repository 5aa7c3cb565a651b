import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import WebSocket from 'ws';

interface SocketOptions {
  /** Of the request that opens it, as a browser would send them. */
  headers?: Record<string, string>;
  /** What its first message shows. */
  params?: Record<string, unknown>;
}

/** How the server took a WebSocket: `open`, the code with which it was closed, or the HTTP status with which it was refused. */
export interface OpenedSocket {
  state: 'open' | number;
  /** The code with which it is closed. */
  closed: Promise<number>;
  /** What it says of why; a socket that is open has none. */
  reason: string;
  close: () => void;
}

/** Opens a WebSocket for GraphQL, and waits until the server lets it in or closes it. */
export async function openSocket(
  url: string,
  { headers = {}, params = {} }: SocketOptions = {},
): Promise<OpenedSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  let reason = '';
  const closed = once(socket, 'close').then(([code, text]) => {
    reason = String(text);
    return Number(code);
  });
  const refused = new Promise<number>((resolve) => {
    socket.once('unexpected-response', (_request, response: IncomingMessage) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
  });
  const status = await Promise.race([once(socket, 'open').then(() => undefined), refused]);
  if (status !== undefined) return { state: status, closed: refused, reason, close: () => undefined };
  socket.send(JSON.stringify({ type: 'connection_init', payload: params }));
  const state = await Promise.race([once(socket, 'message').then(() => 'open' as const), closed]);
  return {
    state,
    closed,
    get reason() {
      return reason;
    },
    close: () => {
      socket.terminate();
    },
  };
}
