/** A transfer that is cancelled, whose server dies, or whose branches are deleted. */
import { setTimeout as pause } from 'node:timers/promises';
import { strays } from '../support/faults.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { codesOf, ImportFlow } from '../support/importFlow.js';
import { largeBundle } from '../support/largeBundle.js';
import type { InputOf } from '../support/operationResults.js';
import { createProject, present, readPlan, type ProjectScene } from '../support/projectScene.js';
import { isEnded } from '../support/taskSubscription.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

/** Enough for all but one test. */
const maxUploadBytes = 4_000_000;

describe('a transfer in the middle', () => {
  let server: TestServer;
  let flow: ImportFlow;
  let target: ProjectScene;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_MAX_UPLOAD_BYTES: String(maxUploadBytes) } });
    flow = new ImportFlow(server);
  });
  beforeEach(async () => {
    target = await createProject(server, `target-${++count}`);
  });
  afterEach(async () => {
    expect(await strays(server)).toEqual([]);
  });
  afterAll(() => server.stop());

  let count = 0;
  const begin = async ({ selection }: Pick<InputOf<'StageTransfer'>, 'selection'>) => {
    const input = { selection, intoBranchId: target.branchId };
    return (await server.operation('StageTransfer', { input })).stageTransfer;
  };

  const itemCount = 3000;
  let large: ProjectScene;
  let fork: string;
  beforeAll(async () => {
    large = await createProject(server, 'large');
    await flow.import(largeBundle(itemCount), large);
  });
  beforeEach(async () => {
    const { createBranch } = await server.operation('CreateBranch', {
      input: { projectId: large.projectId, name: `fork-${++count}`, fromBranchId: large.branchId },
    });
    fork = createBranch.branch!.id;
  });

  const beginLarge = async () => {
    const { plan, problems } = await begin({ selection: { branchId: fork, all: true } });
    return present(plan, problems);
  };
  const untilStage = async (taskId: string, stage: string) => {
    for (let task = await flow.task(taskId); task.stage !== stage && !isEnded(task as never);) {
      await pause(1);
      task = await flow.task(taskId);
    }
  };
  const stages = ['collecting', 'writing', 'reading', 'planning'];

  it('shows its stages and counts', async () => {
    const { id, task } = await beginLarge();
    const seen = new Set<string>();
    for await (const { stage, totalCount } of server.subscribe(task.id))
      if (stage !== null) seen.add(`${stage} of ${totalCount ?? '?'}`);
    expect([...seen].filter((text) => text.startsWith('reading'))).toEqual([`reading of ${itemCount}`]);
    expect((await readPlan(server, id)).counts).toMatchObject({ total: itemCount, create: itemCount });
  });

  it('is cancelled at any stage, and keeps no plan', async () => {
    for (const stage of stages) {
      const { id, task } = await beginLarge();
      await untilStage(task.id, stage);
      const { cancelTask } = await server.operation('CancelTask', { input: { id: task.id } });
      const end = await server.waitForTask(task.id);
      const plan = await readPlan(server, id);
      expect([end.status, plan.status, plan.items.totalCount]).toEqual(
        cancelTask.task ? ['CANCELLED', 'DISCARDED', 0] : ['COMPLETED', 'READY', itemCount],
      );
      expect(await strays(server)).toEqual([]);
    }
  });

  it('goes on after its server was killed while it wrote the file, or read it', async () => {
    for (const stage of ['writing', 'reading']) {
      const { id, task } = await beginLarge();
      await untilStage(task.id, stage);
      await server.kill('SIGKILL');
      await server.restart();
      expect(await server.waitForTask(task.id)).toMatchObject({ status: 'COMPLETED', processedCount: itemCount });
      const plan = await readPlan(server, id);
      expect([
        plan.status,
        plan.counts.create,
        (await server.operation('Task', { id: task.id })).task!.files.length,
      ]).toEqual(['READY', itemCount, 1]);
      expect(await strays(server)).toEqual([]);
    }
  });

  it('keeps its target from being deleted, and fails with a problem when its source was', async () => {
    const { plan: inFront } = await begin({ selection: { branchId: large.branchId, all: true } });
    const { id, task } = await beginLarge();
    const { projectId, key } = target;
    const { deleteProject } = await server.operation('DeleteProject', { input: { id: projectId, confirmKey: key } });
    expect(codesOf(deleteProject.problems)).toEqual(['TASK_NOT_ENDED']);
    const { deleteBranch } = await server.operation('DeleteBranch', { input: { id: fork } });
    expect(deleteBranch.problems).toEqual([]);
    await server.waitForTask(inFront!.task.id);
    const end = await server.waitForTask(task.id);
    expect(end).toMatchObject({
      status: 'FAILED',
      errorMessage: 'The branch of the selection was deleted before it was exported.',
    });
    expect(await readPlan(server, id)).toMatchObject({
      status: 'FAILED',
      problems: [{ code: 'NOT_FOUND', path: ['input', 'selection', 'branchId'] }],
    });
    const input = { planId: id, mapping: [{ source: 'a', target: 'b' }] };
    expect(codesOf((await server.operation('SetImportOptions', { input })).setImportOptions.problems)).toEqual([
      'PLAN_NOT_READY',
    ]);
  });

  it('is refused when the file would be larger than an upload may be', async () => {
    const source = await createProject(server, 'too-large');
    const casting = 'x'.repeat(maxUploadBytes / 2);
    for (const name of ['one', 'two']) await flow.import(bundleOf([castFunction(name, casting)]), source);
    const { plan, problems } = await begin({ selection: { branchId: source.branchId, all: true } });
    const { id, task } = present(plan, problems);
    expect(await server.waitForTask(task.id)).toMatchObject({ status: 'FAILED' });
    expect((await readPlan(server, id)).problems).toMatchObject([
      { code: 'FILE_TOO_LARGE', path: ['input', 'selection'] },
    ]);
  });
});
