/** Processes with roles, on one PostgreSQL and one Redis: tasks, what subscribers see of them, and what is lost with a process or with Redis. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { makeAccount } from '../support/accessScene.js';
import { writeBundleFile } from '../support/bundleFiles.js';
import { makeSingleView } from '../support/fastDataResources.js';
import { createProject, createResources } from '../support/projectScene.js';
import { RedisServer } from '../support/redisServer.js';
import { ServerProcess } from '../support/serverProcess.js';
import { firstEvent, isEnded, subscribeTo } from '../support/taskSubscription.js';
import { isPostgresWanted, makePostgresDatabase, type TestDatabase } from '../support/testDatabase.js';
import { TestServer } from '../support/testServer.js';

const onPostgres = isPostgresWanted() ? describe : describe.skip;
/** Reading so many takes some seconds. */
const slowCount = 60_000;
const patienceMs = 240_000;

const manyViews = (count: number) => Array.from({ length: count }, (_, index) => makeSingleView(`view_${index}`));

onPostgres('processes with roles', () => {
  let redis: RedisServer;
  let dataDir: string;
  let database: TestDatabase;
  let branchId: string;
  let small: Awaited<ReturnType<typeof writeBundleFile>>;
  let large: Awaited<ReturnType<typeof writeBundleFile>>;
  const apis: TestServer[] = [];
  const workers: TestServer[] = [];

  const process = async (role: string, more: Record<string, string> = {}): Promise<TestServer> => {
    const settings = {
      ...{ WAYBILL_ROLE: role, WAYBILL_REDIS_URL: redis.url, WAYBILL_TASK_WORKERS: '2' },
      WAYBILL_FILES_URL: path.join(dataDir, 'shared'),
      ...more,
    };
    const server = new TestServer({ dataDir, database, settings });
    await server.start();
    return server;
  };
  const startWorker = async (): Promise<TestServer> => {
    const worker = await process('worker');
    workers.push(worker);
    return worker;
  };
  const api = (at: number): TestServer => apis[at]!;

  beforeAll(async () => {
    redis = await RedisServer.make();
    dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
    database = await makePostgresDatabase();
    apis.push(...(await Promise.all([process('api'), process('api')])));
    ({ branchId } = await createProject(api(0), 'shared'));
    small = await writeBundleFile(manyViews(10), { format: 'JSONL' });
    large = await writeBundleFile(manyViews(slowCount), { format: 'JSONL' });
  }, patienceMs);

  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.kill('SIGTERM').catch(() => undefined);
  });

  afterAll(async () => {
    for (const server of apis) await server.kill('SIGTERM');
    await redis.remove();
    await database.remove();
    for (const file of [small, large]) await file.remove();
    await rm(dataDir, { recursive: true, force: true });
  }, patienceMs);

  const stage = async (file: { path: string }): Promise<string> => {
    const { plan } = await api(0).upload({ path: file.path }, { branchId });
    return plan?.task.id ?? '';
  };

  const query = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: database.settings['WAYBILL_DATABASE_URL'] });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const runnerOf = async (taskId: string): Promise<unknown> => {
    for (;;) {
      const [row] = await query(`SELECT runner_id FROM task WHERE id = '${taskId}' AND status = 'RUNNING'`);
      if (row) return row['runner_id'];
    }
  };
  const attemptsOf = async (taskId: string) => (await query(`SELECT attempt FROM task WHERE id = '${taskId}'`))[0];
  const statusOf = async (taskId: string) => (await api(0).operation('Task', { id: taskId })).task?.status;
  const stateOf = async (server: TestServer, where: string) => {
    const response = await fetch(`${server.url}${where}`);
    return [response.status, await response.json()] as const;
  };

  const refusal = async (settings: Record<string, string>): Promise<string> => {
    const shared = { WAYBILL_DATA_DIR: dataDir, WAYBILL_PORT: '0', WAYBILL_LOG_LEVEL: 'silent' };
    const server = ServerProcess.spawn(dataDir, { ...shared, ...database.settings, ...settings });
    expect(await server.end()).toEqual({ code: 1, signal: null });
    return server.stderr.trim();
  };

  it('do not start with a Redis that cannot be used, or beside others that have one', async () => {
    const [nowhere, wrongNumber] = ['redis://:opensesame@127.0.0.1:1/0', redis.url.replace(/0$/, '99')];
    expect(await refusal({ WAYBILL_REDIS_URL: nowhere })).toMatch(
      /^Redis at 127\.0\.0\.1:1 cannot be used \(connect ECONNREFUSED [^)]*\)\. Check WAYBILL_REDIS_URL, and that Redis is running there\.$/,
    );
    expect(await refusal({ WAYBILL_REDIS_URL: wrongNumber })).toMatch(
      /^Redis at \S+ cannot be used \(ERR DB index is out of range\)/,
    );
    expect(await refusal({})).toBe(
      'WAYBILL_REDIS_URL is not set, and another server on the database runs with it; set it for all servers on the database, or for none.',
    );
  });

  it('count wrong tokens and uploaded bytes together', async () => {
    const strict = { WAYBILL_UPLOAD_BYTES_PER_HOUR: '1500' };
    const servers = await Promise.all([process('api', strict), process('api', strict)]);
    const [one, two] = servers.map(({ url }) => `${url}/graphql?query={me{id}}`);
    const statusOf = async (url: string | undefined, secret: string, request: RequestInit = {}) => {
      const response = await fetch(url ?? '', { ...request, headers: { authorization: `Bearer ${secret}` } });
      await response.text();
      return response.status;
    };
    const { secret } = await makeAccount(api(0), 'uploader');
    const body = new FormData();
    body.append('file', new Blob(['x'.repeat(1000)]));
    expect(await statusOf(one, secret, { method: 'POST', body })).not.toBe(429);
    expect(await statusOf(two, secret, { method: 'POST', body })).toBe(429);
    for (let count = 0; count < 10; count += 1)
      expect([await statusOf(one, 'wrong'), await statusOf(two, 'wrong')]).toEqual([401, 401]);
    expect([await statusOf(one, 'wrong'), await statusOf(two, 'wrong')]).toEqual([429, 429]);
    for (const server of servers) await server.kill('SIGTERM');
  });

  it(
    'leave tasks to workers, of which each runs once',
    async () => {
      const taskIds = await Promise.all([stage(small), stage(small), stage(small)]);
      expect(await Promise.all(taskIds.map(statusOf))).toEqual(['QUEUED', 'QUEUED', 'QUEUED']);
      await Promise.all([startWorker(), startWorker()]);
      for (const taskId of taskIds) {
        expect(await api(1).waitForTask(taskId)).toMatchObject({ status: 'COMPLETED', processedCount: 10 });
        expect(await attemptsOf(taskId)).toEqual({ attempt: 1 });
      }
    },
    patienceMs,
  );

  it(
    'answer GraphQL only where the role says so, and everywhere how they are',
    async () => {
      const worker = await startWorker();
      const asked = await fetch(`${worker.url}/graphql?query={me{id}}`, {
        headers: { authorization: `Bearer ${worker.token}` },
      });
      expect([asked.status, await asked.json()]).toMatchObject([
        404,
        { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
      ]);
      for (const server of [worker, api(0)]) {
        expect(await stateOf(server, '/health')).toEqual([200, { status: 'ok' }]);
        expect(await stateOf(server, '/ready')).toEqual([200, { status: 'ready' }]);
      }
    },
    patienceMs,
  );

  it(
    'tell subscribers of each API process how a task goes on in a worker, and how it ends',
    async () => {
      await startWorker();
      const taskId = await stage(large);
      const seen = await Promise.all(
        apis.map(async (server) => {
          const states = [];
          for await (const state of server.subscribe(taskId)) states.push(state);
          return states;
        }),
      );
      for (const states of seen) {
        expect(states.some(({ status, processedCount }) => status === 'RUNNING' && processedCount > 0)).toBe(true);
        expect(states.at(-1)).toMatchObject({ status: 'COMPLETED', processedCount: slowCount });
      }
    },
    patienceMs,
  );

  it('tell subscribers of one API process what is changed on a branch through another', async () => {
    const { branchId: changed } = await createProject(api(0), 'changed');
    const events = subscribeTo<{ version: number }>(
      api(1),
      'subscription ($branchId: ID!) { branchChanged(branchId: $branchId) { id resources { totalCount } } }',
      { branchId: changed },
    );
    await events.next();
    let count = 0;
    const change = () => createResources(api(0), changed, [makeSingleView(`view_${++count}`)]);
    expect(await firstEvent(events, change)).toMatchObject({ id: changed });
  });

  it(
    'cancel what a worker runs, and what waits',
    async () => {
      const queued = await stage(small);
      expect((await api(1).operation('CancelTask', { input: { id: queued } })).cancelTask.problems).toEqual([]);
      await startWorker();
      const running = await stage(large);
      await runnerOf(running);
      const { cancelTask } = await api(1).operation('CancelTask', { input: { id: running } });
      expect(cancelTask).toMatchObject({ problems: [], task: { status: 'CANCELLED' } });
      expect((await api(0).waitForTask(queued)).status).toBe('CANCELLED');
    },
    patienceMs,
  );

  it(
    'take over what a stopped worker gives back',
    async () => {
      const first = await startWorker();
      const taskId = await stage(large);
      const firstRunner = await runnerOf(taskId);
      await startWorker();
      await first.kill('SIGTERM');
      expect(await runnerOf(taskId)).not.toBe(firstRunner);
      expect(await api(0).waitForTask(taskId)).toMatchObject({ status: 'COMPLETED', processedCount: slowCount });
      expect(await attemptsOf(taskId)).toEqual({ attempt: 2 });
    },
    patienceMs,
  );

  it(
    'take over what a killed worker left',
    async () => {
      const first = await startWorker();
      const taskId = await stage(large);
      await runnerOf(taskId);
      await first.kill('SIGKILL');
      await startWorker();
      expect(await api(0).waitForTask(taskId)).toMatchObject({ status: 'COMPLETED', processedCount: slowCount });
      expect(await attemptsOf(taskId)).toEqual({ attempt: 2 });
    },
    patienceMs,
  );

  it(
    'go on without Redis: requests are answered, a task ends, another waits, and runs when Redis is back and has forgotten everything',
    async () => {
      const worker = await startWorker();
      const running = await stage(large);
      await runnerOf(running);
      await redis.stop();
      const waiting = await stage(small);
      expect(await stateOf(api(0), '/ready')).toEqual([200, { status: 'ready', redis: 'unavailable' }]);
      expect(await stateOf(worker, '/ready')).toEqual([503, { status: 'Redis does not answer' }]);
      const last = [];
      for await (const state of api(1).subscribe(running)) if (isEnded(state)) last.push(state.status);
      expect(last).toEqual(['COMPLETED']);
      expect(await statusOf(waiting)).toBe('QUEUED');
      await redis.start();
      expect((await api(1).waitForTask(waiting)).status).toBe('COMPLETED');
      expect([await attemptsOf(running), await attemptsOf(waiting)]).toEqual([{ attempt: 1 }, { attempt: 1 }]);
      expect(await stateOf(worker, '/ready')).toEqual([200, { status: 'ready' }]);
    },
    patienceMs,
  );

  it(
    'leave a task to the worker that runs it when Redis forgets everything, and find those that wait',
    async () => {
      const waiting = await stage(small);
      await redis.forget();
      await startWorker();
      expect((await api(1).waitForTask(waiting)).status).toBe('COMPLETED');
      const running = await stage(large);
      await runnerOf(running);
      await redis.forget();
      await startWorker();
      expect(await api(0).waitForTask(running)).toMatchObject({ status: 'COMPLETED', processedCount: slowCount });
      expect(await attemptsOf(running)).toEqual({ attempt: 1 });
    },
    patienceMs,
  );
});
