/** Old tasks and plans go by themselves, where a server is told for how long they are kept. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { auditEventsOf } from '../support/auditEvents.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema } from '../support/fastDataResources.js';
import { createProject, createResources, executePlan, exportFile, stageFile } from '../support/projectScene.js';
import { storedFilesOf } from '../support/storedFiles.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { projectFile } from '../support/projectFile.js';

const clock = projectFile('test/support/steeredClock.mjs');
const dayMs = 86_400_000;

describe('a server that keeps tasks for some days', () => {
  let server: TestServer;
  let clockFile: string;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_LOG_LEVEL: 'info' } });
    clockFile = path.join(server.dataDir, 'clock');
  });
  afterAll(() => server.stop());

  const restart = (days: number, settings: Record<string, string>) => {
    writeFileSync(clockFile, String(days * dayMs));
    const options = `--import ${clock}`;
    return server.restart({ NODE_OPTIONS: options, TEST_CLOCK_FILE: clockFile, ...settings });
  };
  /** What the first sweep of a start deleted. */
  const swept = async (): Promise<number> => {
    for (;;) {
      const line = server.log.split('\n').find((text) => text.includes('old tasks deleted'));
      if (line) return (JSON.parse(line) as { deletedCount: number }).deletedCount;
      await server.query('{ me { id } }');
    }
  };

  it('deletes what is older, with files and plans, and nothing that is younger or in use', async () => {
    const { branchId, projectId } = await createProject(server, 'aging');
    await createResources(server, branchId, [makeErSchema('er', {})]);
    for (let index = 0; index < 22; index += 1) await exportFile(server, { selection: { branchId, all: true } });
    await executePlan(server, (await stageFile(server, await bundleText([makeErSchema('done', {})]), { branchId })).id);
    const open = await stageFile(server, await bundleText([makeErSchema('open', {})]), { branchId });
    await restart(5, { WAYBILL_KEEP_TASKS_DAYS: '7' });
    expect(await swept()).toBe(0);
    await exportFile(server, { selection: { branchId, all: true } });
    await server.operation('SelectImportItems', { input: { planId: open.id, isSelected: false } });
    await restart(8, { WAYBILL_KEEP_TASKS_DAYS: '7' });
    // 22 exports, the file that was imported, and the import; not the plan that was amended on the fifth day, nor the export of that day.
    expect(await swept()).toBe(24);
    const { tasks } = await server.operation('Tasks', { filter: { branchId } });
    expect(tasks!.edges.map(({ node }) => node.type)).toEqual(['EXPORT', 'STAGE_IMPORT']);
    expect((await server.operation('ImportPlans', { branchId })).importPlans?.nodes).toMatchObject([
      { id: open.id, status: 'READY' },
    ]);
    expect(await storedFilesOf(server).names()).toHaveLength(2);
    const events = await auditEventsOf(server, { projectId, actions: ['TASK_DELETE'] });
    expect(events).toHaveLength(24);
    expect(events[0]).toMatchObject({ principal: { name: 'server' }, outcome: 'SUCCEEDED' });
    await restart(9, { WAYBILL_KEEP_PLANS_DAYS: '3' });
    expect(await swept()).toBe(1);
    expect((await server.operation('ImportPlans', { branchId })).importPlans?.totalCount).toBe(0);
    const { data } = await server.query('{ verifyDatabase { problems { severity message } } }');
    expect(data).toEqual({ verifyDatabase: { problems: [] } });
  });

  it('refuses a setting that is no number of days', async () => {
    await expect(server.restart({ WAYBILL_KEEP_TASKS_DAYS: 'soon' })).rejects.toThrow('WAYBILL_KEEP_TASKS_DAYS');
  });
});
