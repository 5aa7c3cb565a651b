/** Several servers on one database start each run of a schedule once. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { RedisServer } from '../support/redisServer.js';
import { MovedClock, ScheduleFlow } from '../support/scheduleFlow.js';
import { TemplateFlow } from '../support/templateFlow.js';
import { isPostgresWanted, makePostgresDatabase } from '../support/testDatabase.js';
import { TestServer } from '../support/testServer.js';

const onPostgres = isPostgresWanted() ? describe : describe.skip;
const runCount = 5;

onPostgres('one task for each run of a schedule is started', () => {
  let clock: MovedClock;
  let redis: RedisServer;
  const servers: TestServer[] = [];
  beforeAll(async () => {
    [clock, redis] = [await MovedClock.make(), await RedisServer.make()];
  });
  afterEach(async () => {
    const [last, ...others] = servers.splice(0);
    for (const server of others) await server.kill('SIGTERM');
    await last?.stop();
  });
  afterAll(async () => {
    await redis.remove();
    await clock.remove();
  });

  it.each([
    ['two servers', ['all', 'all']],
    ['two processes that answer requests, and one that runs tasks', ['api', 'api', 'worker']],
  ])('by %s', async (_who, roles) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
    const database = await makePostgresDatabase();
    for (const role of roles) {
      const shared = { WAYBILL_REDIS_URL: redis.url, WAYBILL_FILES_URL: path.join(dataDir, 'shared') };
      const ofRole = role === 'all' ? {} : { ...shared, WAYBILL_ROLE: role };
      const server = new TestServer({ dataDir, database, settings: { ...clock.settings, ...ofRole } });
      await server.start();
      servers.push(server);
    }
    const [one, two] = servers as [TestServer, TestServer];
    const flow = new ImportFlow(one);
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('one')]), place);
    const { id: templateId } = await new TemplateFlow(one).save(place, { settings: { selection: { all: true } } });
    let schedule = await new ScheduleFlow(one).save(place, { templateId });
    for (let run = 0; run < runCount; run += 1) {
      await clock.goTo(schedule.nextRunAt);
      schedule = await new ScheduleFlow(two).ran(schedule);
      expect(schedule.lastRun?.task?.status).toBe('COMPLETED');
    }
    const document = 'query ($filter: TaskFilter!) { tasks(filter: $filter) { totalCount } }';
    const filter = { branchId: place.branchId, types: ['EXPORT'] };
    expect(await flow.ask(document, { filter })).toEqual({ tasks: { totalCount: runCount } });
  });
});
