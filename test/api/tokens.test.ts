import { sql } from '../../src/database/worker.js';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeAccount } from '../support/accessScene.js';
import { auditEventsOf, mutate } from '../support/auditEvents.js';
import { onServersDatabase } from '../support/auditLog.js';
import { Browser, signedIn } from '../support/browser.js';
import { largeBundle } from '../support/largeBundle.js';
import { openSocket } from '../support/openSocket.js';
import { createProject } from '../support/projectScene.js';
import { isPostgresWanted } from '../support/testDatabase.js';
import { subscribeToTask } from '../support/taskSubscription.js';
import { adminToken, startTestServer, type TestServer } from '../support/testServer.js';
import { projectFile } from '../support/projectFile.js';

const clock = projectFile('test/support/steeredClock.mjs');
const firstTokenLine = /^The token of the superuser "admin", shown this once: (wbt_[\w-]{43})$/;

async function statusWith(server: TestServer, token: string): Promise<number> {
  return (await server.as(token).query('{ me { id } }')).status;
}

describe('the first start without settings', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_ADMIN_TOKEN: '', WAYBILL_LOG_LEVEL: 'trace' } });
  });
  afterAll(() => server.stop());

  it('shows the token of a superuser once, and keeps it nowhere', async () => {
    const [before, line = ''] = server.greeting;
    const secret = firstTokenLine.exec(line)?.[1] ?? '';
    // Apart from the lines of the log.
    expect(before).toBe('');
    expect(secret).not.toBe('');
    const { data } = await server.as(secret).query('{ me { name isSuperuser } }');
    expect(data).toEqual({ me: { name: 'admin', isSuperuser: true } });
    const hashes = await onServersDatabase(server, (connection) =>
      connection.all<{ hash: string }>(sql`SELECT secret_hash AS hash FROM access_token`),
    );
    expect(hashes).toEqual([{ hash: createHash('sha256').update(secret).digest('hex') }]);
    await server.restart();
    expect(server.greeting.filter((text) => firstTokenLine.test(text))).toEqual([]);
    expect(await statusWith(server, secret)).toBe(200);
    expect(server.log).not.toContain(secret);
    if (!isPostgresWanted()) await expectNowhere(server.dataDir, secret);
  });

  async function expectNowhere(folder: string, secret: string): Promise<void> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const { parentPath, name } of files)
      expect((await readFile(path.join(parentPath, name))).includes(secret)).toBe(false);
  }
});

describe('a token', () => {
  let server: TestServer;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waybill-clock-'));
    server = await startTestServer({
      settings: { NODE_OPTIONS: `--import=${clock}`, TEST_CLOCK_FILE: path.join(folder, 'clock') },
    });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  describe('of the settings', () => {
    it('is that of a superuser while it is set, as no other of its values is, and each change is in the audit log', async () => {
      const other = 'another-token-of-the-superuser';
      const changes = (secret: string) =>
        auditEventsOf(server.as(secret), { projectId: null, actions: ['TOKEN_CREATE', 'TOKEN_REVOKE'] });
      const { secret: kept } = await makeAccount(server, 'kept', true);
      const sessions = [await signedIn(server), await signedIn(server, kept)];
      /** Who each session is of, after a start. */
      const names = async () => {
        const browser = new Browser(server.url);
        return Promise.all(sessions.map(async ({ cookie }) => (await browser.me({ cookie }))[1]));
      };
      expect(await names()).toEqual(['admin', 'kept']);
      await server.restart({ WAYBILL_ADMIN_TOKEN: other });
      expect([await statusWith(server, adminToken), await statusWith(server, other)]).toEqual([401, 200]);
      expect((await changes(other)).slice(0, 2).map(({ action }) => action)).toEqual(['TOKEN_CREATE', 'TOKEN_REVOKE']);
      await server.restart({ WAYBILL_ADMIN_TOKEN: '' });
      expect([await statusWith(server, adminToken), await statusWith(server, other)]).toEqual([401, 401]);
      expect((await changes(kept))[0]).toMatchObject({ action: 'TOKEN_REVOKE' });
      expect(server.greeting.filter((line) => firstTokenLine.test(line))).toEqual([]);
      await server.restart();
      expect(await statusWith(server, adminToken)).toBe(200);
      expect((await changes(adminToken))[0]).toMatchObject({
        ...{ action: 'TOKEN_CREATE', principal: { name: 'admin' } },
        detail: { name: 'WAYBILL_ADMIN_TOKEN', isSuperuser: true },
      });
      // A session goes on after a start, but not that of a token that was taken back, even if it is given again.
      expect(await names()).toEqual(['UNAUTHENTICATED', 'kept']);
    });

    it('keeps the server from starting when it could be guessed, and is not repeated', async () => {
      const weak = 'too-short';
      const start = startTestServer({ settings: { WAYBILL_ADMIN_TOKEN: weak } });
      await expect(start).rejects.toThrow('WAYBILL_ADMIN_TOKEN must have at least 24');
      await expect(start).rejects.not.toThrow(weak);
    });
  });

  it('does not hold any more when its time is over', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const input = { name: 'short', expiresAt };
    const { createToken } = await server.operation('CreateToken', { input });
    const secret = createToken.secret ?? '';
    expect(createToken.token?.expiresAt).toBe(expiresAt);
    expect(await statusWith(server, secret)).toBe(200);
    await writeFile(path.join(folder, 'clock'), '3600001');
    while ((await statusWith(server, secret)) !== 401);
    await writeFile(path.join(folder, 'clock'), '0');
    while ((await statusWith(server, secret)) !== 200);
  });

  it('is not created when it would have expired already, without a name, for nobody or for a group', async () => {
    const { principal: group } = await mutate<{ principal: { id: string } }>(server, 'createGroup', {
      input: { name: 'nobody' },
      result: 'principal { id }',
    });
    for (const [input, code] of [
      [{ name: 'late', expiresAt: '2020-01-01T00:00:00Z' }, 'EXPIRY_INVALID'],
      [{ name: ' ' }, 'NAME_INVALID'],
      [{ name: 'x', principalId: '01a1fdbf-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
      [{ name: 'x', principalId: group.id }, 'PRINCIPAL_UNFIT'],
    ] as const) {
      const { createToken } = await server.operation('CreateToken', { input });
      expect([createToken.secret, createToken.problems.map((problem) => problem.code)]).toEqual([null, [code]]);
    }
  });

  it('is refused from the moment in which it is revoked, and may be revoked twice', async () => {
    const { secret, tokenId } = await makeAccount(server, 'revoked');
    expect(await statusWith(server, secret)).toBe(200);
    for (let times = 0; times < 2; times += 1) {
      const { revokeToken } = await server.operation('RevokeToken', { input: { id: tokenId } });
      expect(revokeToken).toMatchObject({ revokedId: tokenId, problems: [] });
    }
    expect(await statusWith(server, secret)).toBe(401);
  });

  it('ends subscriptions at their next event when it is revoked', async () => {
    const { branchId } = await createProject(server, 'watched');
    const { secret, tokenId } = await makeAccount(server, 'watcher', true);
    const { plan } = await server.upload(largeBundle(5000), { branchId });
    const watch = async () => {
      for await (const state of subscribeToTask({ url: server.url, token: secret }, plan!.task.id)) {
        if (state.id !== '') await server.operation('RevokeToken', { input: { id: tokenId } });
      }
    };
    await expect(watch()).rejects.toMatchObject({ code: 4403 });
    expect((await server.waitForTask(plan!.task.id)).status).toBe('COMPLETED');
  });

  it('closes an idle WebSocket soon after it is revoked', async () => {
    const { secret, tokenId } = await makeAccount(server, 'idle');
    const socket = await openSocket(server.url, { params: { authorization: `Bearer ${secret}` } });
    expect(socket.state).toBe('open');
    await server.operation('RevokeToken', { input: { id: tokenId } });
    expect(await socket.closed).toBe(4403);
  });

  it('of a superuser carries the rights of one only when it was made so', async () => {
    const { me } = await server.operation('Me');
    const make = async (isSuperuser: boolean) => {
      const input = { name: 'own', principalId: me.id, isSuperuser };
      return (await server.operation('CreateToken', { input })).createToken.secret ?? '';
    };
    const isSuperuser = async (secret: string) => (await server.as(secret).operation('Me')).me.isSuperuser;
    const weak = await make(false);
    expect([await isSuperuser(await make(true)), await isSuperuser(weak)]).toEqual([true, false]);
    const input = { name: 'stronger', principalId: me.id, isSuperuser: true };
    const { createToken } = await server.as(weak).operation('CreateToken', { input });
    expect(createToken).toMatchObject({ secret: null, problems: [{ code: 'FORBIDDEN' }] });
    expect((await server.as(weak).query('{ verifyDatabase { isSound } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('can be created, listed and revoked by each principal for itself, and for no other', async () => {
    const one = await makeAccount(server, 'one');
    const other = await makeAccount(server, 'other');
    const { me } = await one.client.operation('Me');
    const { me: otherMe } = await other.client.operation('Me');
    const { createToken } = await one.client.operation('CreateToken', {
      input: { name: 'second', principalId: me.id },
    });
    expect(await statusWith(server, createToken.secret ?? '')).toBe(200);
    const names = async (principalId: string) => {
      const document = 'query ($principalId: ID) { tokens(principalId: $principalId) { edges { node { name } } } }';
      const { data } = await one.client.query(document, { principalId });
      const { tokens } = data as { tokens: { edges: { node: { name: string } }[] } | null };
      return tokens?.edges.map(({ node }) => node.name);
    };
    expect([await names(me.id), await names(otherMe.id)]).toEqual([['second', 'one'], undefined]);
    const foreign = await one.client.operation('CreateToken', { input: { name: 'x', principalId: otherMe.id } });
    expect(foreign.createToken).toMatchObject({ secret: null, problems: [{ code: 'NOT_FOUND' }] });
    const { revokeToken } = await one.client.operation('RevokeToken', { input: { id: other.tokenId } });
    expect(revokeToken).toMatchObject({ revokedId: null, problems: [{ code: 'NOT_FOUND' }] });
    expect(await statusWith(server, other.secret)).toBe(200);
  });

  it('that ends makes none for its own principal that goes on', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { createToken } = await server.operation('CreateToken', { input: { name: 'short', expiresAt } });
    const client = server.as(createToken.secret ?? '');
    const { me } = await client.operation('Me');
    const make = async (end: string | null) =>
      (await client.operation('CreateToken', { input: { name: 'next', principalId: me.id, expiresAt: end } }))
        .createToken;
    const later = new Date(Date.now() + 7_200_000).toISOString();
    for (const end of [null, later]) expect((await make(end)).problems).toMatchObject([{ code: 'EXPIRY_INVALID' }]);
    expect((await make(expiresAt)).problems).toEqual([]);
  });
});
