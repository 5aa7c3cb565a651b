/** Several servers and one database, and databases that can't be opened. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Browser, signedIn } from '../support/browser.js';
import { writeBundleFile } from '../support/bundleFiles.js';
import { makeSingleView } from '../support/fastDataResources.js';
import { openSocket } from '../support/openSocket.js';
import { createProject } from '../support/projectScene.js';
import { ServerProcess } from '../support/serverProcess.js';
import {
  isPostgresWanted,
  makePostgresDatabase,
  makeTestDatabase,
  type TestDatabase,
} from '../support/testDatabase.js';
import { startTestServer, TestServer } from '../support/testServer.js';

const onSqlite = isPostgresWanted() ? describe.skip : describe;
const onPostgres = isPostgresWanted() ? describe : describe.skip;

const manyViews = (count: number) => Array.from({ length: count }, (_, index) => makeSingleView(`view_${index}`));

/** So many that the other server hears of a wish, which takes up to 2 s, long before they are read. */
const slowCount = 100_000;

/** Starts a server that is expected to end at once, and gives what it said. */
async function endOf(settings: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waybill-'));
  const server = ServerProcess.spawn(folder, { WAYBILL_DATA_DIR: folder, WAYBILL_PORT: '0', ...settings });
  const { code } = await server.end();
  await rm(folder, { recursive: true });
  return { code, stderr: server.stderr };
}

describe('a server whose database cannot be opened', () => {
  it.each([
    ['nobody listens', 'postgres://waybill:opensesame@127.0.0.1:1/waybill'],
    ['the address is of another product', 'mysql://waybill:opensesame@127.0.0.1:1/waybill'],
    ['the address names no database', 'postgres://waybill:opensesame@127.0.0.1:1'],
    ['the address is none', 'postgres://waybill:open#sesame@[127.0.0.1/waybill'],
  ])('ends with one sentence that does not tell the password when %s', async (_when, url) => {
    const { code, stderr } = await endOf({ WAYBILL_DATABASE_URL: url });
    expect(code).toBe(1);
    expect(stderr).toMatch(/WAYBILL_DATABASE_URL/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('sesame');
  });
});

onSqlite('a server whose SQLite file cannot be used', () => {
  it('ends with one sentence when it is another file', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'waybill-'));
    const file = path.join(folder, 'letter.txt');
    await writeFile(file, 'Dear reader, '.repeat(1000));
    const { code, stderr } = await endOf({ WAYBILL_DATABASE_URL: `sqlite:${file}` });
    await rm(folder, { recursive: true });
    expect(code).toBe(1);
    expect(stderr.trim()).toBe(
      `The database file ${file} is no SQLite database. Give WAYBILL_DATABASE_URL or WAYBILL_DATA_DIR another place, or move the file away.`,
    );
  });
});

onSqlite('a second server on an SQLite file', () => {
  it('is refused with a sentence, and may start when the first is gone, however that ended', async () => {
    const first = await startTestServer();
    const url = `sqlite:${path.join(first.dataDir, 'waybill.sqlite')}`;
    const { code, stderr } = await endOf({ WAYBILL_DATABASE_URL: url });
    expect(code).toBe(1);
    expect(stderr).toContain('Another Waybill server is using the database file');
    await first.kill('SIGKILL');
    await expect(first.start()).resolves.toBeUndefined();
    await first.stop();
  });
});

onPostgres('two servers on one PostgreSQL database', () => {
  let dataDir: string;
  let database: TestDatabase;
  let one: TestServer;
  let two: TestServer;
  let branchId: string;
  let upload: { path: string; remove: () => Promise<void> };

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
    database = await makePostgresDatabase();
    const shared = { dataDir, database, settings: {} };
    [one, two] = [new TestServer(shared), new TestServer(shared)];
    await Promise.all([one.start(), two.start()]);
    ({ branchId } = await createProject(one, 'shared'));
    upload = await writeBundleFile(manyViews(20_000), { format: 'JSONL' });
  });

  afterAll(async () => {
    await upload.remove();
    await one.kill('SIGTERM');
    await two.stop();
  });

  it('share the sessions of browsers, and close their WebSockets wherever the person signs out', async () => {
    const browser = await signedIn(one);
    const { cookie } = browser;
    const elsewhere = new Browser(two.url);
    expect(await elsewhere.me({ cookie })).toEqual([200, 'admin']);
    const socket = await openSocket(two.url, { headers: { cookie, origin: two.url } });
    expect(socket.state).toBe('open');
    expect(await browser.signOut()).toBe(204);
    expect(await elsewhere.me({ cookie })).toEqual([401, 'UNAUTHENTICATED']);
    expect([await socket.closed, socket.reason]).toEqual([4403, 'The session has ended. Sign in again.']);
  });

  const query = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: database.settings['WAYBILL_DATABASE_URL'] });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  /** As if the servers that first ran the tasks had been silent for so many seconds, by the clock of the database. */
  const silentFor = (seconds: number, taskIds: readonly string[]) =>
    query(
      `UPDATE task
       SET heartbeat_at = to_char((clock_timestamp() - interval '${seconds} s') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
       WHERE id IN ('${taskIds.join(`', '`)}') AND attempt = 1`,
    );

  const attemptsOf = async (taskId: string) =>
    (await query(`SELECT attempt FROM task WHERE id = '${taskId}'`))[0]?.['attempt'];

  /** Waits until a server runs a task, and gives the id with which it claimed it. */
  const runnerOf = async (taskId: string): Promise<string> => {
    for (;;) {
      const [row] = await query(`SELECT runner_id FROM task WHERE id = '${taskId}' AND status = 'RUNNING'`);
      if (row) return row['runner_id'] as string;
    }
  };

  const stage = async (server: TestServer, file: { path: string } = upload): Promise<string> => {
    const { plan } = await server.upload({ path: file.path }, { branchId });
    return plan?.task.id ?? '';
  };

  it('show each other the tasks that they run, and how these end', async () => {
    const taskId = await stage(one);
    expect(await two.waitForTask(taskId)).toMatchObject({ status: 'COMPLETED', processedCount: 20_000 });
  });

  it('run each task once, whichever is asked', async () => {
    const taskIds = await Promise.all([one, two, one, two].map((server) => stage(server)));
    for (const taskId of taskIds) expect((await one.waitForTask(taskId)).status).toBe('COMPLETED');
    expect(await query(`SELECT max(attempt)::int AS attempts FROM task`)).toEqual([{ attempts: 1 }]);
  });

  it('cancel what the other runs', async () => {
    const slow = await writeBundleFile(manyViews(slowCount), { format: 'JSONL' });
    const taskId = await stage(one, slow);
    await slow.remove();
    await runnerOf(taskId);
    const { cancelTask } = await two.operation('CancelTask', { input: { id: taskId } });
    expect(cancelTask.problems).toEqual([]);
    expect((await one.waitForTask(taskId)).status).toBe('CANCELLED');
  });

  it('take over soon what a killed server left, and later what one left that is silent and still there', async () => {
    const three = new TestServer({ dataDir, database, settings: {} });
    await three.start();
    const [silent, killed] = [await stage(one), await stage(three)];
    const runnerId = await runnerOf(silent);
    await runnerOf(killed);
    const connection = new pg.Client({ connectionString: database.settings['WAYBILL_DATABASE_URL'] });
    await connection.connect();
    // It shows what the first server showed, after that is gone.
    await connection.query(
      `SELECT pg_advisory_lock_shared(7236157, (('x' || left(encode(sha256('${runnerId}'), 'hex'), 8))::bit(32)::int8 >> 1)::int4)`,
    );
    await Promise.all([one.kill('SIGKILL'), three.kill('SIGKILL')]);
    // Never silent for so long that this alone would be enough.
    while ((await attemptsOf(killed)) !== 2) {
      await silentFor(10, [silent, killed]);
      await pause(50);
    }
    expect(await attemptsOf(silent)).toBe(1);
    await silentFor(40, [silent]);
    for (const taskId of [silent, killed]) expect((await two.waitForTask(taskId)).status).toBe('COMPLETED');
    expect(await attemptsOf(silent)).toBe(2);
    await connection.end();
    await one.start();
  });
});

onPostgres('a server whose PostgreSQL database goes away', () => {
  it('is alive, but not ready', async () => {
    const database = await makeTestDatabase();
    const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
    const server = new TestServer({ dataDir, database, settings: {} });
    await server.start();
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
    await database.remove();
    expect((await fetch(`${server.url}/ready`)).status).toBe(503);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    await server.stop();
  });
});
