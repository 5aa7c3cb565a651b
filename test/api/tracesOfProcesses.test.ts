/** A trace goes on in the process that runs the task. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { RedisServer } from '../support/redisServer.js';
import { isPostgresWanted, makePostgresDatabase } from '../support/testDatabase.js';
import { TestServer } from '../support/testServer.js';
import { newCaller, parentsIn, TraceCollector } from '../support/traceCollector.js';

const onPostgres = isPostgresWanted() ? describe : describe.skip;

onPostgres('a task that another process runs', () => {
  it('belongs to the trace of the request', async () => {
    const [redis, collector] = [await RedisServer.make(), await TraceCollector.start()];
    const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
    const database = await makePostgresDatabase();
    const shared = { WAYBILL_REDIS_URL: redis.url, WAYBILL_FILES_URL: path.join(dataDir, 'shared') };
    const processOf = (role: string) =>
      new TestServer({ dataDir, database, settings: { ...collector.settings, ...shared, WAYBILL_ROLE: role } });
    const [api, worker] = [processOf('api'), processOf('worker')];
    await api.start();
    await worker.start();
    const flow = new ImportFlow(api);
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('one')]), place);
    const caller = newCaller();
    await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { ...api.authorization, 'content-type': 'application/json', traceparent: caller.header },
      body: JSON.stringify({
        query: 'mutation Nightly($input: StartExportInput!) { startExport(input: $input) { task { id } } }',
        variables: { input: { selection: { branchId: place.branchId, all: true } } },
      }),
    });
    const spans = await collector.trace(caller.traceId, ['mutation Nightly', 'task EXPORT', 'COMMIT']);
    expect(parentsIn(spans, ['task EXPORT', 'COMMIT'])).toEqual(['mutation Nightly', 'task EXPORT']);
    await worker.kill('SIGTERM');
    await api.stop();
    await collector.stop();
    await redis.remove();
  });
});
