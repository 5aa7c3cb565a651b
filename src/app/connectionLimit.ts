import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import { refuseEarly } from './refuseEarly.js';

/** How many connections beyond the bound are heard, so that they are told of it; those beyond that are closed without a word. */
const heardBeyond = 100;

/** Bounds how many connections are open at once: each takes memory, and a file descriptor of the process. */
export class ConnectionLimit {
  private readonly beyond = new WeakSet<Socket>();
  private openCount = 0;

  constructor(
    server: Server,
    private readonly maxCount: number,
  ) {
    server.maxConnections = maxCount + heardBeyond;
    server.on('connection', (socket: Socket) => {
      this.openCount += 1;
      if (this.openCount > maxCount) this.beyond.add(socket);
      socket.once('close', () => {
        this.openCount -= 1;
      });
    });
  }

  /** Refuses a WebSocket over a connection beyond the bound; for `verifyClient` of the WebSocket server. */
  readonly admitSocket = (
    { req }: { req: IncomingMessage },
    answer: (isAdmitted: boolean, status?: number, message?: string) => void,
  ): void => {
    if (this.beyond.has(req.socket)) answer(false, 503, 'Too many connections');
    else answer(true);
  };

  /** Answers what comes over a connection beyond the bound. */
  refuse(): RequestHandler {
    const message = `This server has ${this.maxCount} open connections, which is the maximum (WAYBILL_MAX_CONNECTIONS). Try again in a moment.`;
    return (request, response, next) => {
      if (!this.beyond.has(request.socket)) {
        next();
        return;
      }
      response.set({ connection: 'close', 'retry-after': '5' });
      refuseEarly(response, 503, { message, code: 'TOO_MANY_CONNECTIONS' });
    };
  }
}
