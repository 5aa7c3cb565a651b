/** Several servers on one database start each run of a schedule once. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { MovedClock, ScheduleFlow } from '../support/scheduleFlow.js';
import { TemplateFlow } from '../support/templateFlow.js';
import { isPostgresWanted, makePostgresDatabase } from '../support/testDatabase.js';
import { TestServer } from '../support/testServer.js';

const onPostgres = isPostgresWanted() ? describe : describe.skip;
const runCount = 5;

onPostgres('two servers on one PostgreSQL database', () => {
  let clock: MovedClock;
  let servers: [TestServer, TestServer];
  beforeAll(async () => {
    clock = await MovedClock.make();
    const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
    const parts = { dataDir, database: await makePostgresDatabase(), settings: clock.settings };
    servers = [new TestServer(parts), new TestServer(parts)];
    await servers[0].start();
    await servers[1].start();
  });
  afterAll(async () => {
    await servers[0].kill('SIGTERM');
    await servers[1].stop();
    await clock.remove();
  });

  it('start one task for each run of a schedule', async () => {
    const [one, two] = servers;
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
