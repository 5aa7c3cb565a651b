import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import { observed } from '../shared/observed.js';
import { refuseEarly } from './refuseEarly.js';

/** Number of connections beyond the limit that get an error response; further ones are closed without one. */
const heardBeyond = 100;

const beyondCode = 'TOO_MANY_CONNECTIONS';

/** Limits the number of open connections: each takes memory and a file descriptor. */
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

  /** Refuses a WebSocket on a connection beyond the limit; for `verifyClient` of the WebSocket server. */
  readonly admitSocket = (
    { req }: { req: IncomingMessage },
    answer: (isAdmitted: boolean, status?: number, message?: string) => void,
  ): void => {
    if (!this.beyond.has(req.socket)) {
      answer(true);
      return;
    }
    observed.refused.tell(beyondCode);
    answer(false, 503, 'Too many connections');
  };

  /** Answers requests on a connection beyond the limit. */
  refuse(): RequestHandler {
    const message = `This server has ${this.maxCount} open connections, which is the maximum (WAYBILL_MAX_CONNECTIONS). Try again in a moment.`;
    return (request, response, next) => {
      if (!this.beyond.has(request.socket)) {
        next();
        return;
      }
      response.set({ connection: 'close', 'retry-after': '5' });
      refuseEarly(response, 503, { message, code: beyondCode });
    };
  }
}
