/** What the session of a browser may do, from where, and when it ends. What a start leaves of it: tokens.test.ts. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from '../../src/database/worker.js';
import { makeAccount } from '../support/accessScene.js';
import { auditEventsOf } from '../support/auditEvents.js';
import { onServersDatabase } from '../support/auditLog.js';
import { Browser, signedIn } from '../support/browser.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema } from '../support/fastDataResources.js';
import { openSocket } from '../support/openSocket.js';
import { createProject } from '../support/projectScene.js';
import { projectFile } from '../support/projectFile.js';
import { adminToken, startTestServer, type TestServer } from '../support/testServer.js';

const clock = projectFile('test/support/steeredClock.mjs');
const foreign = 'https://elsewhere.example';
const allowed = 'https://console.example';
const hourMs = 3_600_000;

describe('a session', () => {
  let server: TestServer;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waybill-clock-'));
    server = await startTestServer({
      settings: {
        NODE_OPTIONS: `--import=${clock}`,
        TEST_CLOCK_FILE: path.join(folder, 'clock'),
        WAYBILL_ALLOWED_ORIGINS: allowed,
        WAYBILL_SESSION_IDLE_HOURS: '2',
        WAYBILL_SESSION_HOURS: '5',
      },
    });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it('has the rights of its token, and no others', async () => {
    const { secret } = await makeAccount(server, 'plain');
    const browser = await signedIn(server, secret);
    expect(await browser.session()).toMatchObject({ principal: { name: 'plain', isSuperuser: false } });
    const body = JSON.stringify({ query: '{ verifyDatabase { isSound } }' });
    const headers = { 'content-type': 'application/json' };
    const response = await browser.send('/graphql', { method: 'POST', body, headers });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it('gives way to a token in the header, also to a wrong one', async () => {
    const { secret } = await makeAccount(server, 'other');
    const browser = await signedIn(server);
    expect(await browser.me({ authorization: `Bearer ${secret}` })).toEqual([200, 'other']);
    expect((await browser.me({ authorization: 'Bearer wrong' }))[0]).not.toBe(200);
    // With a token of its own, a request may come from where it likes.
    expect(await browser.me({ authorization: `Bearer ${secret}`, origin: foreign })).toEqual([200, 'other']);
  });

  it('comes before the password that a browser goes on sending by itself, until it has ended', async () => {
    const { secret } = await makeAccount(server, 'dialog');
    const authorization = `Basic ${Buffer.from(`any:${secret}`).toString('base64')}`;
    const browser = await signedIn(server);
    expect(await browser.me({ authorization })).toEqual([200, 'admin']);
    const headers = { cookie: browser.cookie, origin: server.url, authorization };
    const socket = await openSocket(server.url, { headers });
    expect(socket.state).toBe('open');
    expect(await new Browser(server.url).signOut({ cookie: browser.cookie })).toBe(204);
    expect(await socket.closed).toBe(4403);
    // The answer takes the cookie back.
    expect(await browser.me({ authorization })).toEqual([401, 'UNAUTHENTICATED']);
    expect(await browser.me({ authorization })).toEqual([200, 'dialog']);
  });

  it.each([foreign, allowed, 'null', ''])('does not count for a request of the origin "%s"', async (origin) => {
    const browser = await signedIn(server);
    expect(await browser.me({ origin })).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
    expect(await browser.signOut({ origin })).toBe(403);
    if (origin !== '') expect(await browser.session({ origin })).toMatchObject({ signedIn: false });
    expect(await browser.me()).toEqual([200, 'admin']);
  });

  it('counts for a request without an origin that its browser marks as of the same', async () => {
    const browser = await signedIn(server);
    expect(await browser.me({ origin: '', 'sec-fetch-site': 'same-origin' })).toEqual([200, 'admin']);
    expect(await browser.me({ origin: '', 'sec-fetch-site': 'same-site' })).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
  });

  it('uploads files from a page of the server, and from no other', async () => {
    const { branchId } = await createProject(server, 'uploaded');
    const { cookie } = await signedIn(server);
    const file = await bundleText([makeErSchema('a', {})]);
    const uploader = server.as('');
    Object.defineProperty(uploader, 'authorization', { value: {} });
    const preflight = { 'apollo-require-preflight': 'true' };
    const send = (headers: Record<string, string>) =>
      uploader.sendUpload(file, { branchId }, { headers: { cookie, ...headers } });
    expect((await send({ ...preflight, origin: foreign })).status).toBe(403);
    expect((await send(preflight)).status).toBe(403);
    expect((await send({ origin: server.url })).errors?.[0]?.message).toContain('CSRF');
    expect((await server.operation('Tasks')).tasks?.totalCount).toBe(0);
    expect((await send({ ...preflight, origin: server.url })).status).toBe(200);
  });

  it('opens a WebSocket from a page of the server, and from no other', async () => {
    const { cookie } = await signedIn(server);
    const stateOf = async (headers: Record<string, string>, params = {}) => {
      const socket = await openSocket(server.url, { headers: { cookie, ...headers }, params });
      socket.close();
      return socket.state;
    };
    expect(await stateOf({ origin: server.url })).toBe('open');
    expect(await stateOf({ origin: allowed })).toBe(4403);
    expect(await stateOf({})).toBe(4403);
    expect(await stateOf({ origin: foreign })).toBe(403);
    expect(await stateOf({ origin: server.url }, { authorization: 'Bearer wrong' })).toBe(4403);
  });

  it('ends when its person signs out, with its WebSockets and not with others', async () => {
    const [one, other] = [await signedIn(server), await signedIn(server)];
    const open = (browser: Browser) =>
      openSocket(server.url, { headers: { cookie: browser.cookie, origin: server.url } });
    const [socket, otherSocket] = [await open(one), await open(other)];
    const { cookie } = one;
    expect(await one.signOut()).toBe(204);
    expect([await socket.closed, socket.reason]).toEqual([4403, 'The session has ended. Sign in again.']);
    expect(one.cookie).toBe('');
    expect(await one.me({ cookie })).toEqual([401, 'UNAUTHENTICATED']);
    expect(await one.signOut({ cookie })).toBe(204);
    expect([otherSocket.state, await other.me()]).toEqual(['open', [200, 'admin']]);
    otherSocket.close();
  });

  it('ends with its token, and is forgotten by the browser', async () => {
    const { secret, tokenId } = await makeAccount(server, 'revoked');
    const browser = await signedIn(server, secret);
    const socket = await openSocket(server.url, { headers: { cookie: browser.cookie, origin: server.url } });
    expect(socket.state).toBe('open');
    await server.operation('RevokeToken', { input: { id: tokenId } });
    const { cookie } = browser;
    expect(await browser.me()).toEqual([401, 'UNAUTHENTICATED']);
    expect(browser.cookie).toBe('');
    expect(await socket.closed).toBe(4403);
    const other = new Browser(server.url);
    expect(await other.session({ cookie })).toMatchObject({ signedIn: false, principal: null });
  });

  it('leaves a principal the fifty that were used last', async () => {
    const { secret } = await makeAccount(server, 'many');
    const first = await signedIn(server, secret);
    const second = await signedIn(server, secret);
    for (let times = 0; times < 49; times += 1) await signedIn(server, secret);
    expect([await first.me(), await second.me()]).toEqual([
      [401, 'UNAUTHENTICATED'],
      [200, 'many'],
    ]);
  });

  it('ends some time after its last request, and in any case at its end', async () => {
    const setClock = async (hours: number) => {
      await writeFile(path.join(folder, 'clock'), String(hours * hourMs));
      const isThere = async () => Math.abs((await serverTime()) - Date.now() - hours * hourMs) < hourMs / 4;
      while (!(await isThere()));
    };
    const serverTime = async () => {
      await new Browser(server.url).signIn(adminToken);
      const [event] = await auditEventsOf(server, { actions: ['SIGN_IN'] });
      return Date.parse(event?.at ?? '');
    };
    const [idle, used] = [await signedIn(server), await signedIn(server)];
    for (const hours of [1.5, 3, 4.5]) {
      await setClock(hours);
      expect(await used.me()).toEqual([200, 'admin']);
      // The use is noted after the answer.
      while (!(await isNoted(server, hours)));
    }
    expect(await idle.me()).toEqual([401, 'UNAUTHENTICATED']);
    await setClock(5.5);
    expect(await used.me()).toEqual([401, 'UNAUTHENTICATED']);
  });
});

/** Whether a session that began now was used so many hours later. */
async function isNoted(server: TestServer, hours: number): Promise<boolean> {
  const rows = await onServersDatabase(server, (connection) =>
    connection.all<{ seen: string; made: string }>(
      sql`SELECT last_seen_at AS seen, created_at AS made FROM browser_session WHERE last_seen_at <> created_at`,
    ),
  );
  return rows.some(({ seen, made }) => Math.abs(Date.parse(seen) - Date.parse(made) - hours * hourMs) < hourMs / 4);
}
