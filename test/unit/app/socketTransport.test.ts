import { EventEmitter } from 'node:events';
import pino from 'pino';
import type { WebSocketServer } from 'ws';
import { SocketTransport } from '../../../src/app/socketTransport.js';

describe('a WebSocket that closes', () => {
  it('is told of in the log when what it asked for cannot be ended, and ends no process', async () => {
    const told = new Promise<string>((resolve) => {
      const sockets = Object.assign(new EventEmitter(), { options: {}, clients: new Set() });
      const protocol = { opened: () => () => Promise.reject(new Error('The database is away.')) };
      const logger = pino({ level: 'warn' }, { write: resolve });
      new SocketTransport(sockets as unknown as WebSocketServer, protocol, logger);
      const socket = new EventEmitter();
      sockets.emit('connection', socket, {});
      socket.emit('close', 1001, 'Going away');
    });
    expect(await told).toContain('could not be ended');
  });
});
