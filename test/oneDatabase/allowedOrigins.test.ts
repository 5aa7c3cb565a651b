/** What pages of other origins may do from a browser. */
import { once } from 'node:events';
import WebSocket from 'ws';
import { openSocket } from '../support/openSocket.js';
import { sharedServer } from '../support/sharedServer.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const allowed = 'https://console.example';
const foreign = 'https://evil.example';

describe('a page of another origin', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_ALLOWED_ORIGINS: `${allowed}, http://localhost:5173` } });
  });
  afterAll(() => server.stop());

  const preflight = (origin: string, path = '/graphql') =>
    fetch(`${server.url}${path}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
  const ask = (origin: string, headers: Record<string, string> = server.authorization) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query: '{ me { name } }' }),
      headers: { origin, 'content-type': 'application/json', ...headers },
    });
  const corsHeaders = ({ headers }: Response) =>
    [...headers.keys()].filter((name) => name.startsWith('access-control'));

  it.each([allowed, 'http://localhost:5173'])('may ask when it is allowed: %s', async (origin) => {
    const before = await preflight(origin);
    expect(before.status).toBe(204);
    expect(before.headers.get('access-control-allow-origin')).toBe(origin);
    expect(before.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(before.headers.get('access-control-allow-methods')).toContain('POST');
    const answer = await ask(origin);
    expect(await answer.json()).toMatchObject({ data: { me: { name: 'admin' } } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('vary')).toMatch(/origin/i);
  });

  it('reads why it is refused, also without a token', async () => {
    const answer = await ask(allowed, {});
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([401, allowed]);
  });

  it('never has the passwords of the browser sent with it', async () => {
    for (const answer of [await preflight(allowed), await ask(allowed)])
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each([foreign, 'http://console.example', 'https://console.example:444', 'null', `${allowed}.evil.example`])(
    'may not when it is %s',
    async (origin) => {
      expect(corsHeaders(await preflight(origin))).toEqual([]);
      expect(corsHeaders(await ask(origin))).toEqual([]);
    },
  );

  it('opens a WebSocket by the same rule; so do pages of this server, and programs', async () => {
    const params = server.authorization;
    for (const headers of [{ origin: allowed }, { origin: server.url }, {}]) {
      const socket = await openSocket(server.url, { headers, params });
      expect(socket.state).toBe('open');
      socket.close();
    }
    for (const origin of [foreign, 'null']) expect(await statusOfSocket(server.url, origin)).toBe(403);
  });

  it('may do nothing unless a setting says so', async () => {
    const plain = await sharedServer();
    const answer = await fetch(`${plain.url}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query: '{ me { name } }' }),
      headers: { origin: allowed, 'content-type': 'application/json', ...plain.authorization },
    });
    expect([answer.status, corsHeaders(answer)]).toEqual([200, []]);
    expect(await statusOfSocket(plain.url, allowed)).toBe(403);
  });
});

/** With which status a WebSocket is refused before it is opened. */
async function statusOfSocket(url: string, origin: string): Promise<number | undefined> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { origin },
  });
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode?: number }];
  socket.on('error', () => undefined);
  socket.terminate();
  return response.statusCode;
}
