/** Processes with roles, on one PostgreSQL and one Redis: tasks, and what subscribers see of them. */
import { makeAccount } from '../support/accessScene.js';
import { makeSingleView } from '../support/fastDataResources.js';
import { ProcessScene, stateOf } from '../support/processScene.js';
import { createProject, createResources } from '../support/projectScene.js';
import { RedisServer } from '../support/redisServer.js';
import { ServerProcess } from '../support/serverProcess.js';
import { soon } from '../support/soon.js';
import { firstEvent, subscribeTo } from '../support/taskSubscription.js';
import { isPostgresWanted } from '../support/testDatabase.js';

const onPostgres = isPostgresWanted() ? describe : describe.skip;
const patienceMs = 240_000;

onPostgres('processes with roles', () => {
  let scene: ProcessScene;
  beforeAll(async () => {
    scene = await ProcessScene.make();
  }, patienceMs);
  afterEach(() => scene.endWorkers(), patienceMs);
  afterAll(() => scene.remove(), patienceMs);

  const refusal = async (settings: Record<string, string>): Promise<string> => {
    const shared = { WAYBILL_DATA_DIR: scene.dataDir, WAYBILL_PORT: '0', WAYBILL_LOG_LEVEL: 'silent' };
    const server = ServerProcess.spawn(scene.dataDir, { ...shared, ...scene.databaseSettings, ...settings });
    expect(await server.end()).toEqual({ code: 1, signal: null });
    return server.stderr.trim();
  };

  it('do not start with a Redis that cannot be used, or beside others that have one', async () => {
    const [nowhere, wrongNumber] = ['redis://:opensesame@127.0.0.1:1/0', scene.redis.url.replace(/0$/, '99')];
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

  it(
    'do not start with another Redis than the others, but with one that has forgotten everything',
    async () => {
      const other = await RedisServer.make();
      expect(await refusal({ WAYBILL_REDIS_URL: other.url })).toBe(
        'Another server on the database uses another Redis; set WAYBILL_REDIS_URL to the same Redis for all servers on the database.',
      );
      await other.remove();
      await scene.redis.forget();
      expect(await stateOf(await scene.startWorker(), '/ready')).toEqual([200, { status: 'ready' }]);
    },
    patienceMs,
  );

  it(
    'say that they are not ready when another one shows a different Redis later',
    async () => {
      const worker = await scene.startWorker();
      const tasks = 'another server on the database dispatches tasks in another way: see the log';
      // The lock of such a server: two that start are both refused.
      const remove = await scene.hold('SELECT pg_advisory_lock_shared(7236156, 1)');
      await soon(() => stateOf(worker, '/ready')).toEqual([503, { status: tasks }]);
      await soon(() => stateOf(scene.api(0), '/ready')).toEqual([200, { status: 'ready', tasks }]);
      await remove();
      await soon(() => stateOf(worker, '/ready')).toEqual([200, { status: 'ready' }]);
    },
    patienceMs,
  );

  it('count wrong tokens and uploaded bytes together', async () => {
    const strict = { WAYBILL_UPLOAD_BYTES_PER_HOUR: '1500' };
    const servers = await Promise.all([scene.start('api', strict), scene.start('api', strict)]);
    const [one, two] = servers.map(({ url }) => `${url}/graphql?query={me{id}}`);
    const answerOf = async (url: string | undefined, secret: string, request: RequestInit = {}) => {
      const response = await fetch(url ?? '', { ...request, headers: { authorization: `Bearer ${secret}` } });
      await response.text();
      return response.status;
    };
    const { secret } = await makeAccount(scene.api(0), 'uploader');
    const body = new FormData();
    body.append('file', new Blob(['x'.repeat(1000)]));
    expect(await answerOf(one, secret, { method: 'POST', body })).not.toBe(429);
    expect(await answerOf(two, secret, { method: 'POST', body })).toBe(429);
    for (let count = 0; count < 10; count += 1)
      expect([await answerOf(one, 'wrong'), await answerOf(two, 'wrong')]).toEqual([401, 401]);
    expect([await answerOf(one, 'wrong'), await answerOf(two, 'wrong')]).toEqual([429, 429]);
    for (const server of servers) await server.kill('SIGTERM');
  });

  it(
    'leave tasks to workers, of which each runs once',
    async () => {
      const taskIds = await Promise.all([scene.stage('small'), scene.stage('small'), scene.stage('small')]);
      expect(await Promise.all(taskIds.map((taskId) => scene.statusOf(taskId)))).toEqual([
        'QUEUED',
        'QUEUED',
        'QUEUED',
      ]);
      await Promise.all([scene.startWorker(), scene.startWorker()]);
      for (const taskId of taskIds) {
        expect(await scene.api(1).waitForTask(taskId)).toMatchObject({
          status: 'COMPLETED',
          processedCount: scene.counts.small,
        });
        expect(await scene.attemptsOf(taskId)).toBe(1);
      }
    },
    patienceMs,
  );

  it(
    'take tasks of principals in turns',
    async () => {
      const other = await makeAccount(scene.api(0), 'other', true);
      const ofMany = [await scene.stage('small'), await scene.stage('small'), await scene.stage('small')];
      const ofOne = await scene.stage('small', other.client);
      await scene.startWorker({ WAYBILL_TASK_WORKERS: '1' });
      for (const taskId of [...ofMany, ofOne]) await scene.api(0).waitForTask(taskId);
      const listed = [...ofMany, ofOne].map((id) => `'${id}'`).join();
      const rows = await scene.query(`SELECT id FROM task WHERE id IN (${listed}) ORDER BY started_at`);
      expect(rows.map(({ id }) => id)).toEqual([ofMany[0], ofOne, ofMany[1], ofMany[2]]);
    },
    patienceMs,
  );

  it(
    'answer GraphQL only where the role says so, and everywhere how they are',
    async () => {
      const worker = await scene.startWorker();
      const asked = await fetch(`${worker.url}/graphql?query={me{id}}`, {
        headers: { authorization: `Bearer ${worker.token}` },
      });
      expect([asked.status, await asked.json()]).toMatchObject([
        404,
        { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
      ]);
      for (const server of [worker, scene.api(0)]) {
        expect(await stateOf(server, '/health')).toEqual([200, { status: 'ok' }]);
        expect(await stateOf(server, '/ready')).toEqual([200, { status: 'ready' }]);
      }
    },
    patienceMs,
  );

  it(
    'tell subscribers of each API process how a task goes on in a worker, and how it ends',
    async () => {
      await scene.startWorker();
      const taskId = await scene.stage('large');
      const seen = await Promise.all(
        scene.apis.map(async (server) => {
          const states = [];
          for await (const state of server.subscribe(taskId)) states.push(state);
          return states;
        }),
      );
      for (const states of seen) {
        expect(states.some(({ status, processedCount }) => status === 'RUNNING' && processedCount > 0)).toBe(true);
        expect(states.at(-1)).toMatchObject({ status: 'COMPLETED', processedCount: scene.counts.large });
      }
    },
    patienceMs,
  );

  it('tell subscribers of one API process what is changed on a branch through another', async () => {
    const { branchId: changed } = await createProject(scene.api(0), 'changed');
    const events = subscribeTo<{ version: number }>(
      scene.api(1),
      'subscription ($branchId: ID!) { branchChanged(branchId: $branchId) { id resources { totalCount } } }',
      { branchId: changed },
    );
    await events.next();
    let count = 0;
    const change = () => createResources(scene.api(0), changed, [makeSingleView(`view_${++count}`)]);
    expect(await firstEvent(events, change)).toMatchObject({ id: changed });
  });

  it(
    'cancel what a worker runs, and what waits',
    async () => {
      const queued = await scene.stage('small');
      expect((await scene.api(1).operation('CancelTask', { input: { id: queued } })).cancelTask.problems).toEqual([]);
      await scene.startWorker();
      const running = await scene.stage('large');
      await scene.runnerOf(running);
      const { cancelTask } = await scene.api(1).operation('CancelTask', { input: { id: running } });
      expect(cancelTask).toMatchObject({ problems: [], task: { status: 'CANCELLED' } });
      expect((await scene.api(0).waitForTask(queued)).status).toBe('CANCELLED');
    },
    patienceMs,
  );
});
