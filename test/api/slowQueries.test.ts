/** A database that does not answer a query in time. On SQLite, nothing stops a query. */
import { withDatabase } from '../support/faults.js';
import { makeExportScene } from '../support/exportScene.js';
import { ImportFlow } from '../support/importFlow.js';
import { isPostgresWanted } from '../support/testDatabase.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const onPostgres = isPostgresWanted() ? describe : describe.skip;

onPostgres('a query that the database does not answer in time', () => {
  let server: TestServer;
  let branchId: string;
  let ids: ReadonlyMap<string, string>;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_STATEMENT_TIMEOUT_MS: '100' } });
    ({ branchId, ids } = await makeExportScene(server));
  });
  afterAll(() => server.stop());

  const selection = () => ({ branchId, resourceIds: [ids.get('sv_customers')!] });

  it('is stopped and names the setting, while a task waits as long as it takes', async () => {
    const taskId = await withDatabase(server, async (client) => {
      await client.query('BEGIN; LOCK TABLE edge IN ACCESS EXCLUSIVE MODE');
      const { startExport } = await server.operation('StartExport', { input: { selection: selection() } });
      const preview = server.operation('ExportPreview', { input: { selection: selection() } });
      await expect(preview).rejects.toThrow('QUERY_TOO_SLOW');
      await client.query('ROLLBACK');
      return startExport.task!.id;
    });
    expect(await new ImportFlow(server).ended(taskId)).toMatchObject({ status: 'COMPLETED' });
    expect(await server.operation('ExportPreview', { input: { selection: selection() } })).toMatchObject({
      exportPreview: { items: { totalCount: 6 } },
    });
  });
});
