import { once } from 'node:events';
import type { Socket } from 'node:net';
import WebSocket from 'ws';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { soon } from '../support/soon.js';

describe('a WebSocket that is misused', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_LOG_LEVEL: 'debug', WAYBILL_MAX_BODY_BYTES: '2000' } });
  });
  afterAll(() => server.stop());

  /** Opens a socket, sends a message, or bytes as they are, and gives the code with which it is closed. */
  async function closedWith(message: string | Buffer): Promise<number> {
    const socket = new WebSocket(`${server.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('error', () => undefined);
    const closed = once(socket, 'close');
    await once(socket, 'open');
    if (typeof message === 'string') socket.send(message);
    else (socket as unknown as { _socket: Socket })._socket.write(message);
    const [code] = (await closed) as [number];
    return code;
  }

  it.each([
    ['a message that is too large', 'x'.repeat(3000), 1009],
    ['a frame that is none', Buffer.from([0xff, 0xff, 0xff, 0xff]), 1002],
    ['a text that is not UTF-8', Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0xff]), 1007],
    ['no JSON', 'no JSON', 4400],
  ])('is closed after %s, and each line on stderr is one of the log', async (_what, message, code) => {
    expect(await closedWith(message)).toBe(code);
    // An answer to a request that came later: what was to be said of the socket has been said by then.
    await server.query('{ __typename }');
    const lines = server.log.split('\n').filter((line) => line !== '');
    expect(lines.filter((line) => !isLogLine(line))).toEqual([]);
  });

  it('is told of in the log', async () => {
    await soon(() => server.log).toContain('Max payload size exceeded');
  });
});

function isLogLine(line: string): boolean {
  try {
    return typeof (JSON.parse(line) as { time?: unknown }).time === 'number';
  } catch {
    return false;
  }
}
