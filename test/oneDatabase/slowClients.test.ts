/** Clients that are slow on purpose, over bare sockets: each waits until the server hangs up. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createProject } from '../support/projectScene.js';
import { adminToken, startTestServer, type TestServer } from '../support/testServer.js';

const settings = {
  WAYBILL_HEADERS_TIMEOUT_MS: '300',
  WAYBILL_STALL_TIMEOUT_MS: '400',
  WAYBILL_MIN_BYTES_PER_SECOND: '2000',
  WAYBILL_MAX_CONNECTIONS: '8',
};
const authorization = `authorization: Bearer ${adminToken}`;

describe('a client that is slow on purpose', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ settings });
  });
  afterAll(() => server.stop());

  async function open(): Promise<Socket> {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }

  /** Resolves when it is closed, by whomever and however. */
  const closeOf = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

  /** Sends a letter now and then until the server hangs up; gives what it said. */
  async function dripInto(socket: Socket, letter: string, { goesOn = false } = {}): Promise<string> {
    let answer = '';
    const timer = setInterval(() => socket.write(letter), 20);
    // What is written to a connection that is closed already could cost the answer that came before.
    socket.on('data', (bytes) => {
      if (!goesOn) clearInterval(timer);
      answer += bytes.toString();
    });
    await closeOf(socket);
    clearInterval(timer);
    return answer;
  }

  it('is hung up on when the head of its request does not end', async () => {
    const socket = await open();
    socket.write('GET /health HTTP/1.1\r\nhost: x\r\n');
    expect(await dripInto(socket, 'x-more: 1\r\n')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is hung up on when it opens a connection and says nothing', async () => {
    const socket = await open();
    socket.resume();
    await closeOf(socket);
  });

  it.each([
    ['of JSON', 'content-type: application/json', authorization],
    ['of an upload', 'content-type: multipart/form-data; boundary=b\r\napollo-require-preflight: 1', authorization],
  ])('is told so when a body %s comes in more slowly than it may', async (_what, type, who) => {
    const socket = await open();
    socket.write(`POST /graphql HTTP/1.1\r\nhost: x\r\n${who}\r\n${type}\r\ncontent-length: 100000\r\n\r\n`);
    const answer = await dripInto(socket, ' ');
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('REQUEST_TOO_SLOW');
    expect(answer).toContain('WAYBILL_MIN_BYTES_PER_SECOND');
  });

  it('holds no connection by a slow body of a request that was refused before it was read', async () => {
    const socket = await open();
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n',
    );
    expect(await dripInto(socket, ' ', { goesOn: true })).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('is waited for when it sends a large body at a fair rate, however long that takes', async () => {
    const { branchId } = await createProject(server, 'fair');
    const query = `{ resources(branchId: "${branchId}") { totalCount } }`;
    const body = JSON.stringify({ query, padding: 'x'.repeat(8000) });
    const socket = await open();
    let answer = '';
    socket.on('data', (bytes) => (answer += bytes.toString()));
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\n${authorization}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
    );
    let at = 0;
    const timer = setInterval(() => {
      socket.write(body.slice(at, at + 160));
      at += 160;
    }, 20);
    await closeOf(socket);
    clearInterval(timer);
    expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*"totalCount":0/);
  });

  it('gets no more connections than there may be, and is told so over the next one', async () => {
    const sockets: Socket[] = [];
    for (let count = 0; count < 8; count += 1) {
      const socket = await open();
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: x\r\n${authorization}\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n`,
      );
      sockets.push(socket);
    }
    const answers: string[] = [];
    // The server may hear of them after the next request, and has hung up on them in a moment.
    while (!answers.some((answer) => answer.includes('TOO_MANY_CONNECTIONS')) && answers.length < 20) {
      const socket = await open();
      socket.write('GET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
      answers.push(await dripInto(socket, ''));
    }
    const refused = answers.find((answer) => answer.includes('TOO_MANY_CONNECTIONS'));
    expect(refused).toMatch(/^HTTP\/1\.1 503 [\s\S]*WAYBILL_MAX_CONNECTIONS/);
    for (const socket of sockets) {
      socket.destroy();
    }
    expect((await server.query('{ me { id } }')).status).toBe(200);
  });
});
