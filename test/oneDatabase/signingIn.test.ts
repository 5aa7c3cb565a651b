/** How a browser signs in, and which cookie it gets. */
import { createHash } from 'node:crypto';
import { sql } from '../../src/database/worker.js';
import { makeAccount } from '../support/accessScene.js';
import { auditEventsOf } from '../support/auditEvents.js';
import { onServersDatabase } from '../support/auditLog.js';
import { Browser, signedIn } from '../support/browser.js';
import { adminToken, startTestServer, type TestServer } from '../support/testServer.js';

const foreign = 'https://elsewhere.example';
const allowed = 'https://console.example';

describe('signing in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_ALLOWED_ORIGINS: allowed } });
  });
  afterAll(() => server.stop());

  it('accepts a token, and returns a cookie that scripts cannot read and other sites cannot send', async () => {
    const browser = new Browser(server.url);
    expect(await browser.session()).toEqual({
      signedIn: false,
      principal: null,
      methods: { token: true, oidc: null },
      problem: null,
    });
    const response = await browser.signIn(` ${adminToken}\n`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([204, 'no-store']);
    const [line = '', ...more] = response.headers.getSetCookie();
    expect(more).toEqual([]);
    expect(line).toMatch(/^waybill_session=[\w-]{43}; Path=\/; Expires=[^;]+ GMT; HttpOnly; SameSite=Strict$/);
    expect(await browser.session()).toMatchObject({ signedIn: true, principal: { name: 'admin', isSuperuser: true } });
    expect(await browser.me()).toEqual([200, 'admin']);
  });

  it('takes a token in the header too', async () => {
    const browser = new Browser(server.url);
    const headers = { authorization: `Bearer ${adminToken}` };
    expect((await browser.send('/session', { method: 'POST', headers })).status).toBe(204);
    expect(await browser.me()).toEqual([200, 'admin']);
  });

  it('takes the token that a person has typed, and not the one of a dialog of the browser', async () => {
    const { secret } = await makeAccount(server, 'typed');
    const browser = new Browser(server.url);
    const authorization = `Basic ${Buffer.from(`any:${adminToken}`).toString('base64')}`;
    expect((await browser.send('/session', { method: 'POST', headers: { authorization } })).status).toBe(400);
    expect((await browser.signIn(secret, { authorization })).status).toBe(204);
    expect((await browser.session()).principal?.name).toBe('typed');
  });

  it('refuses a body that holds more than a token, and names no setting: none raises that bound', async () => {
    const browser = new Browser(server.url);
    const body = JSON.stringify({ token: 'a'.repeat(40_000) });
    const response = await browser.send('/session', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    expect([response.status, errors[0]?.message]).toEqual([
      413,
      expect.stringMatching(/^The body has more than the 32768 bytes/),
    ]);
    expect(errors[0]?.message).not.toContain('WAYBILL_');
  });

  it.each([
    ['no token', '{}', 'application/json'],
    ['a number', '{"token": 7}', 'application/json'],
    ['an empty token', '{"token": " "}', 'application/json'],
    ['nothing', '', 'application/json'],
    ['half of a text of JSON', '{"token":', 'application/json'],
    ['what a form could send', JSON.stringify({ token: adminToken }), 'text/plain'],
  ])('refuses %s, and says what to send', async (_what, body, type) => {
    const browser = new Browser(server.url);
    const response = await browser.send('/session', { method: 'POST', body, headers: { 'content-type': type } });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ message: expect.stringContaining('{ "token": "<token>" }') as string }] },
    ]);
    expect(browser.cookie).toBe('');
  });

  it.each([foreign, allowed, 'null'])('is refused to a page of the origin %s', async (origin) => {
    const browser = new Browser(server.url);
    const response = await browser.signIn(adminToken, { origin });
    expect([response.status, browser.cookie]).toEqual([403, '']);
  });

  it('counts wrong tokens like any other request, and records them', async () => {
    const browser = new Browser(server.url);
    const first = await browser.signIn('wrong');
    expect([first.status, first.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Waybill"']);
    let status = 401;
    for (let times = 0; status === 401 && times < 100; times += 1)
      ({ status } = await browser.signIn(`wrong-${times}`));
    expect([status, browser.cookie]).toEqual([429, '']);
    expect((await browser.signIn(adminToken)).status).toBe(204);
    const denied = () => auditEventsOf(server, { actions: ['AUTHENTICATE'] });
    while ((await denied()).length === 0);
    expect(await denied()).toMatchObject([
      { outcome: 'DENIED', detail: { address: '127.0.0.1', credential: 'SECRET' } },
    ]);
  });

  it('again ends the session before', async () => {
    const browser = await signedIn(server);
    const former = browser.cookie;
    expect((await browser.signIn(adminToken)).status).toBe(204);
    expect(await browser.me()).toEqual([200, 'admin']);
    expect(await new Browser(server.url).me({ cookie: former })).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is in the audit log, and so is signing out; the secret is nowhere', async () => {
    const { secret: token, tokenId } = await makeAccount(server, 'recorded');
    const browser = await signedIn(server, token);
    const [, secret = ''] = browser.cookie.split('=');
    expect(await browser.signOut()).toBe(204);
    const events = (await auditEventsOf(server, { actions: ['SIGN_IN', 'SIGN_OUT'] })).slice(0, 2);
    const principal = { name: 'recorded' };
    expect(events).toMatchObject([
      { action: 'SIGN_OUT', outcome: 'SUCCEEDED', principal },
      {
        action: 'SIGN_IN',
        outcome: 'SUCCEEDED',
        principal,
        detail: { method: 'TOKEN', address: '127.0.0.1', tokenId },
      },
    ]);
    expect(events[0]?.subjectId).toBe(events[1]?.subjectId);
    expect(JSON.stringify(events)).not.toContain(secret);
    const other = await signedIn(server, token);
    const hashes = await onServersDatabase(server, (connection) =>
      connection.all<{ hash: string }>(sql`SELECT secret_hash AS hash FROM browser_session`),
    );
    const expected = createHash('sha256').update(other.cookie.slice('waybill_session='.length)).digest('hex');
    expect(hashes.map(({ hash }) => hash)).toContain(expected);
  });
});

describe('behind a proxy', () => {
  const settings = { WAYBILL_TRUSTED_PROXIES: '127.0.0.1', WAYBILL_PUBLIC_URL: 'https://example.com/waybill' };
  const proxied = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'waybill.example' };
  let behind: TestServer;
  beforeAll(async () => {
    behind = await startTestServer({ settings });
  });
  afterAll(() => behind.stop());

  it('with TLS, the cookie holds for this host alone, and one that anybody could have set does not count', async () => {
    const origin = 'https://waybill.example';
    const browser = new Browser(behind.url, { ...proxied, origin });
    const [line] = (await browser.signIn(adminToken)).headers.getSetCookie();
    expect(line).toMatch(
      /^__Host-waybill_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(await browser.me()).toEqual([200, 'admin']);
    const plain = browser.cookie.replace('__Host-', '');
    expect(await browser.me({ cookie: plain })).toEqual([401, 'UNAUTHENTICATED']);
    expect(await browser.me({ origin: 'http://waybill.example' })).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
  });

  it('below a path, the cookie is sent to that path alone', async () => {
    const origin = 'https://example.com';
    for (const headers of [{ ...proxied, 'x-forwarded-host': 'example.com', origin }, { origin }]) {
      const browser = new Browser(behind.url, headers);
      const [line] = (await browser.signIn(adminToken)).headers.getSetCookie();
      expect(line).toMatch(
        /^__Secure-waybill_session=[\w-]{43}; Path=\/waybill; .*; HttpOnly; Secure; SameSite=Strict$/,
      );
      expect(await browser.me()).toEqual([200, 'admin']);
      expect(await browser.signOut()).toBe(204);
      expect(browser.cookie).toBe('');
    }
  });

  it('whose address is not called, the cookie is as for a server alone', async () => {
    const browser = new Browser(behind.url);
    const [line] = (await browser.signIn(adminToken)).headers.getSetCookie();
    expect(line).toMatch(/^waybill_session=[\w-]{43}; Path=\/; /);
    expect(await browser.me()).toEqual([200, 'admin']);
  });
});
