/** What is lost with a process, or with Redis: nothing. */
import { ProcessScene, stateOf } from '../support/processScene.js';
import { isEnded } from '../support/taskSubscription.js';
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

  it(
    'take over what a stopped worker gives back',
    async () => {
      const first = await scene.startWorker();
      const taskId = await scene.stage('large');
      const firstRunner = await scene.runnerOf(taskId);
      await scene.startWorker();
      await first.kill('SIGTERM');
      expect(await scene.runnerOf(taskId)).not.toBe(firstRunner);
      expect(await scene.api(0).waitForTask(taskId)).toMatchObject({
        status: 'COMPLETED',
        processedCount: scene.counts.large,
      });
      expect(await scene.attemptsOf(taskId)).toBe(2);
    },
    patienceMs,
  );

  it(
    'take over what a killed worker left',
    async () => {
      const first = await scene.startWorker();
      const taskId = await scene.stage('large');
      await scene.runnerOf(taskId);
      await first.kill('SIGKILL');
      await scene.startWorker();
      expect(await scene.api(0).waitForTask(taskId)).toMatchObject({
        status: 'COMPLETED',
        processedCount: scene.counts.large,
      });
      expect(await scene.attemptsOf(taskId)).toBe(2);
    },
    patienceMs,
  );

  it(
    'take over what a killed worker left as soon as one starts, and do not wait for Redis to miss it',
    async () => {
      const first = await scene.startWorker();
      const taskId = await scene.stage('large');
      await scene.runnerOf(taskId);
      await first.kill('SIGKILL');
      await scene.redis.keepLocks();
      await scene.startWorker();
      expect((await scene.api(0).waitForTask(taskId)).status).toBe('COMPLETED');
      expect(await scene.attemptsOf(taskId)).toBe(2);
      await scene.redis.forget();
    },
    patienceMs,
  );

  it(
    'go on without Redis: requests are answered, a task ends, another waits, and runs when Redis is back and has forgotten everything',
    async () => {
      const worker = await scene.startWorker();
      const running = await scene.stage('large');
      await scene.runnerOf(running);
      await scene.redis.stop();
      const waiting = await scene.stage('small');
      expect(await stateOf(scene.api(0), '/ready')).toEqual([200, { status: 'ready', redis: 'unavailable' }]);
      expect(await stateOf(worker, '/ready')).toEqual([503, { status: 'Redis does not answer' }]);
      const last = [];
      for await (const state of scene.api(1).subscribe(running)) if (isEnded(state)) last.push(state.status);
      expect(last).toEqual(['COMPLETED']);
      expect(await scene.statusOf(waiting)).toBe('QUEUED');
      await scene.redis.start();
      expect((await scene.api(1).waitForTask(waiting)).status).toBe('COMPLETED');
      expect([await scene.attemptsOf(running), await scene.attemptsOf(waiting)]).toEqual([1, 1]);
      expect(await stateOf(worker, '/ready')).toEqual([200, { status: 'ready' }]);
    },
    patienceMs,
  );

  it(
    'leave a task to the worker that runs it when Redis forgets everything, and find those that wait',
    async () => {
      const waiting = await scene.stage('small');
      await scene.redis.forget();
      await scene.startWorker();
      expect((await scene.api(1).waitForTask(waiting)).status).toBe('COMPLETED');
      const running = await scene.stage('large');
      await scene.runnerOf(running);
      await scene.redis.forget();
      await scene.startWorker();
      expect(await scene.api(0).waitForTask(running)).toMatchObject({
        status: 'COMPLETED',
        processedCount: scene.counts.large,
      });
      expect(await scene.attemptsOf(running)).toBe(1);
    },
    patienceMs,
  );
});
