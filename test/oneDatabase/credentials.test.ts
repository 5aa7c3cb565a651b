/** How a credential is shown over HTTP and WebSocket, and what is answered without one. */
import { makeAccount } from '../support/accessScene.js';
import { auditEventsOf } from '../support/auditEvents.js';
import { openSocket } from '../support/openSocket.js';
import { adminToken, startTestServer, type TestServer } from '../support/testServer.js';

const html = { accept: 'text/html,application/xhtml+xml' };
const basic = (password: string, name = 'ada') => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;

describe('a credential', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers });

  it.each(['/graphql', '/graphql?query={me{id}}', '/downloads/x/y', '/nothing', '/graphql/below'])(
    'is asked for at %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    },
  );

  it.each(['/health', '/ready', '/session'])('is not asked for at %s', async (path) => {
    expect((await get(path)).status).toBe(200);
  });

  it('is asked for by the dialog of a browser where it opens a page, and taken from there', async () => {
    const asked = await get('/graphql', html);
    await asked.text();
    expect([asked.status, asked.headers.get('www-authenticate')]).toEqual([
      401,
      'Basic realm="Waybill: any name, and a token as the password", charset="UTF-8"',
    ]);
    for (const name of ['', 'ada']) {
      const page = await get('/graphql', { ...html, authorization: basic(adminToken, name) });
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      await page.text();
    }
    expect((await get('/graphql', { ...html, authorization: basic('wrong') })).status).toBe(401);
  });

  it.each(['Bearer', 'Bearer ', 'Basic', 'Basic !!!', 'Digest x', `Token ${adminToken}`, `Bearer x ${adminToken}`])(
    'is none in "%s"',
    async (authorization) => {
      expect((await get('/graphql?query={me{id}}', { authorization })).status).toBe(401);
    },
  );

  it('opens a WebSocket from its first message, or from the page that is its own', async () => {
    const own = { origin: server.url };
    const foreign = { origin: 'https://elsewhere.example' };
    const states: unknown[] = [];
    for (const options of [
      { params: { authorization: `Bearer ${adminToken}` } },
      { headers: { ...foreign }, params: { authorization: `Bearer ${adminToken}` } },
      { headers: { authorization: basic(adminToken) } },
      { headers: { ...own, authorization: basic(adminToken) } },
      { headers: { ...foreign, authorization: basic(adminToken) } },
      { headers: { origin: 'null', authorization: basic(adminToken) } },
      { headers: {} },
      { params: { authorization: 'Bearer wrong' } },
      { params: { authorization: 7 } },
    ]) {
      const socket = await openSocket(server.url, options);
      states.push(socket.state);
      socket.close();
    }
    // Pages of other origins that are not allowed are refused before they can say anything.
    expect(states).toEqual(['open', 403, 'open', 'open', 403, 403, 4403, 4403, 4403]);
  });

  it.each(['authorization', 'Authorization', 'AUTHORIZATION', 'authorizatioN'])(
    'is taken from the first message of a WebSocket as "%s"',
    async (name) => {
      for (const scheme of ['Bearer', 'bearer']) {
        const socket = await openSocket(server.url, { params: { [name]: `${scheme} ${adminToken}` } });
        expect(socket.state).toBe('open');
        socket.close();
      }
    },
  );

  it.each([
    ['nothing', {}, /^Send the token with connection_init: \{ "authorization": "Bearer <token>" \}\.$/],
    ['null', { authorization: null }, /^Send the token with connection_init: /],
    [
      'a number',
      { Authorization: 7 },
      /^The value of "authorization" in connection_init must be the string "Bearer <token>"\.$/,
    ],
    ['another scheme', { authorization: `Token ${adminToken}` }, /must be the string "Bearer <token>"\.$/],
    [
      'a wrong token',
      { Authorization: 'Bearer wrong' },
      /^The token is unknown, revoked or expired\. Ask for a new one\.$/,
    ],
  ])('that is %s closes a WebSocket with the reason', async (_what, params, reason) => {
    const socket = await openSocket(server.url, { params });
    expect(socket.state).toBe(4403);
    expect(socket.reason).toMatch(reason);
    expect(socket.reason).not.toContain(adminToken);
  });

  it('that is revoked closes its WebSocket with the reason', async () => {
    const { secret, tokenId } = await makeAccount(server, 'ended');
    const socket = await openSocket(server.url, { params: { authorization: `Bearer ${secret}` } });
    expect(socket.state).toBe('open');
    await server.operation('RevokeToken', { input: { id: tokenId } });
    expect(await socket.closed).toBe(4403);
    expect(socket.reason).toBe('The token was revoked, or has expired. Ask for a new one.');
  });

  describe('that is wrong', () => {
    const ask = (token: string, headers: Record<string, string> = {}) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        body: JSON.stringify({ query: '{ me { id } }' }),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      });

    const tryUntilRefused = async () => {
      let answer = await ask('guess');
      for (let times = 0; answer.status === 401 && times < 100; times += 1) answer = await ask(`guess-${times}`);
      return answer;
    };

    it('makes its address wait after many others, and tells how long', async () => {
      const refused = await tryUntilRefused();
      expect(refused.status).toBe(429);
      const seconds = Number(refused.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
      expect(await refused.json()).toEqual({
        errors: [
          {
            message: `Too many wrong tokens came from this address. Try again in ${seconds} s.`,
            extensions: { code: 'TOO_MANY_ATTEMPTS' },
          },
        ],
      });
    });

    it('never has a right one refused that comes from the same address, seen before or not', async () => {
      const { client: known } = await makeAccount(server, 'known');
      const { client: unseen, secret } = await makeAccount(server, 'unseen');
      await known.operation('Me');
      expect((await tryUntilRefused()).status).toBe(429);
      expect((await known.operation('Me')).me.name).toBe('known');
      expect((await unseen.operation('Me')).me.name).toBe('unseen');
      const socket = await openSocket(server.url, { params: { authorization: `Bearer ${secret}` } });
      expect(socket.state).toBe('open');
      socket.close();
    });

    it('is in the audit log with its address, and never with its value; many attempts are few events', async () => {
      expect((await tryUntilRefused()).status).toBe(429);
      const denied = () => auditEventsOf(server, { actions: ['AUTHENTICATE'] });
      let events = await denied();
      while (events.length === 0) events = await denied();
      expect(events).toHaveLength(1);
      expect(events).toMatchObject([
        {
          outcome: 'DENIED',
          principal: { id: 'unknown' },
          project: null,
          detail: { address: '127.0.0.1', credential: 'SECRET', count: 1 },
        },
      ]);
      expect(JSON.stringify(events)).not.toContain('guess');
    });
  });

  it('may be as long as tokens are, and no longer', async () => {
    const { data } = await server.as('x'.repeat(12_000)).query('{ me { id } }');
    expect(data).toBeUndefined();
    const socket = await openSocket(server.url, { params: { authorization: `Bearer ${'x'.repeat(500_000)}` } });
    expect(socket.state).toBe(4403);
  });
});
