import type { IncomingMessage } from 'node:http';
import { CloseCode, handleProtocols, type Server } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import type { WebSocket, WebSocketServer } from 'ws';
import { markLostNumbers } from '../shared/exactNumbers.js';
import { closeSocket, laterCodeOf } from './closeSocket.js';
import { duplicateInText } from './duplicateKeys.js';

/** A socket that does not answer a ping for so long is hung up on; so often it is pinged. */
const pingIntervalMs = 12_000;

/** Carries the messages of the protocol over WebSockets. What goes wrong with one is told in the log, and never on the console. */
export class SocketTransport {
  constructor(
    private readonly sockets: WebSocketServer,
    private readonly protocol: Server<Extra>,
    private readonly logger: Logger,
  ) {
    sockets.options.handleProtocols = handleProtocols;
    // Faults of the HTTP server, which whoever started that one is told of.
    sockets.on('error', () => undefined);
    sockets.on('connection', (socket, request) => {
      this.serve(socket, request);
    });
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.clients) socket.close(1001, 'Going away');
    this.sockets.removeAllListeners();
    await new Promise<void>((resolve, reject) => {
      this.sockets.close((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }

  private serve(socket: WebSocket, request: IncomingMessage): void {
    // A message that is too large or malformed, or a lost connection: the client's doing, and closed with a code of its own by then.
    socket.on('error', (error) => {
      this.logger.debug({ error }, 'a WebSocket failed');
    });
    const stopPings = keepAlive(socket);
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => sendOver(socket, text),
        close: (code, reason) => {
          socket.close(code, reason);
        },
        onMessage: (take) => {
          socket.on('message', (data) => {
            // oxlint-disable-next-line typescript/no-base-to-string -- a Buffer, as the socket was told to give
            const text = String(data);
            if (duplicateInText(text)) {
              socket.close(CloseCode.BadRequest, 'A key occurs twice in one object of the message.');
              return;
            }
            take(markLostNumbers(text)).catch((error: unknown) => {
              this.giveUp(socket, error);
            });
          });
        },
      },
      { socket, request },
    );
    socket.once('close', (code, reason) => {
      stopPings();
      closed(code, String(reason)).catch((error: unknown) => {
        this.logger.warn({ error }, 'an operation of a WebSocket that was closed could not be ended');
      });
    });
  }

  /** Closes a socket whose message could not be dealt with, such as one that came while the database was away. */
  private giveUp(socket: WebSocket, error: unknown): void {
    const code = laterCodeOf(error);
    if (code !== undefined) {
      closeSocket(socket, code, 'Try again later');
      return;
    }
    this.logger.error({ error }, 'a message over a WebSocket could not be dealt with');
    socket.close(CloseCode.InternalServerError, 'Internal server error');
  }
}

function sendOver(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) {
      resolve();
      return;
    }
    socket.send(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** Pings now and then, and hangs up on who does not answer before the next ping; gives how to stop that. */
function keepAlive(socket: WebSocket): () => void {
  let hasAnswered = true;
  socket.on('pong', () => {
    hasAnswered = true;
  });
  const timer = setInterval(() => {
    if (!hasAnswered) {
      socket.terminate();
      return;
    }
    hasAnswered = false;
    socket.ping();
  }, pingIntervalMs);
  return () => {
    clearInterval(timer);
  };
}
