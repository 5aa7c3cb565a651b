import type { WebSocket } from 'ws';
import { meaningOf } from '../database/index.js';
import { isPassing } from '../shared/passingFault.js';

/** Of WebSockets: try again later. Clients of graphql-ws then open the next socket; after the protocol's own code for a fault they give up. */
const tryLaterCode = 1013;

/** The protocol of WebSockets has no room for more. */
const maxReasonBytes = 123;

/** Closes a socket with a reason, of which the beginning is sent. */
export function closeSocket(socket: Pick<WebSocket, 'close'>, code: number, reason: string): void {
  // Cut off between characters: each piece of the text is at most as long as the bytes that it takes.
  let shown = reason.slice(0, maxReasonBytes);
  while (Buffer.byteLength(shown) > maxReasonBytes) shown = shown.slice(0, -1);
  socket.close(code, shown);
}

/** The code for a fault that passes, such as a database that is away; undefined for others. */
export function laterCodeOf(fault: unknown): number | undefined {
  return isPassing(meaningOf(fault)) ? tryLaterCode : undefined;
}
