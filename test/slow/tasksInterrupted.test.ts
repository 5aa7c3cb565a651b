import { bundleText, writeBundleFile } from '../support/bundleFiles.js';
import { makeErSchema, makeSystem } from '../support/fastDataResources.js';
import type { TaskState } from '../support/operationResults.js';
import { createProject, executePlan, namesOn, present, readPlan, stageFile } from '../support/projectScene.js';
import { isEnded } from '../support/taskSubscription.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057';
/** So many that reading them takes a while, even on a fast machine. */
const manyCount = 30_000;

describe('stopping a task in the middle', () => {
  let server: TestServer;
  let large: Awaited<ReturnType<typeof writeBundleFile>>;
  beforeAll(async () => {
    server = await startTestServer();
    const systems = Array.from({ length: manyCount }, (_, index) => makeSystem(`system_${index}`));
    large = await writeBundleFile(systems, { format: 'JSONL' });
  });
  afterAll(async () => {
    await server.stop();
    await large.remove();
  });

  const startStage = async (key: string) => {
    const { branchId } = await createProject(server, key);
    const { plan, problems } = await server.upload({ path: large.path }, { branchId });
    return { branchId, plan: present(plan, problems), taskId: present(plan, problems).task.id };
  };
  /** Waits until the task runs, or has ended before it could be seen running. */
  const untilRunning = async (taskId: string) => {
    for await (const state of server.subscribe(taskId)) if (state.status !== 'QUEUED') return state;
    throw new Error('The updates ended while the task was queued.');
  };
  const cancel = async (id: string) => (await server.operation('CancelTask', { input: { id } })).cancelTask;

  it('ends it as cancelled, and nothing of it is kept', async () => {
    const { taskId, plan, branchId } = await startStage('cancelled');
    await untilRunning(taskId);
    const { task, problems } = await cancel(taskId);
    expect(problems).toEqual([]);
    expect(task).toMatchObject({ status: 'CANCELLED', stage: null });
    expect(await server.waitForTask(taskId)).toMatchObject({ status: 'CANCELLED' });
    const after = await readPlan(server, plan.id);
    expect(after.status).toBe('DISCARDED');
    expect(after.items.totalCount).toBe(0);
    expect(await namesOn(server, branchId)).toEqual([]);
  });

  it('works for one that waits for its turn behind another', async () => {
    const first = await startStage('in-front');
    const second = await startStage('behind');
    const { task } = await cancel(second.taskId);
    expect(task).toMatchObject({ status: 'CANCELLED', startedAt: null });
    expect(await server.waitForTask(first.taskId)).toMatchObject({ status: 'COMPLETED', processedCount: manyCount });
    expect(await server.waitForTask(second.taskId)).toMatchObject({ status: 'CANCELLED' });
  });

  it('rolls back an import that was being carried out', async () => {
    const { branchId, plan, taskId } = await startStage('half-way');
    await server.waitForTask(taskId);
    const { executeImport } = await server.operation('ExecuteImport', { input: { planId: plan.id } });
    const executeId = present(executeImport.task, executeImport.problems).id;
    await untilRunning(executeId);
    const { task } = await cancel(executeId);
    const end = await server.waitForTask(executeId);
    const { resources } = await server.operation('Resources', { branchId, first: 1 });
    // A fast machine may have been done before the wish was heard: then it is done, and says so.
    expect([end.status, resources!.totalCount]).toEqual(task === null ? ['COMPLETED', manyCount] : ['CANCELLED', 0]);
  });

  it('is refused once it has ended, and for what is no task', async () => {
    const { branchId } = await createProject(server, 'ended');
    const plan = await stageFile(server, await bundleText([makeErSchema('map', {})]), { branchId });
    const { id } = await executePlan(server, plan.id);
    const ended = await cancel(id);
    expect(ended.task).toBeNull();
    expect(ended.problems).toMatchObject([{ code: 'TASK_NOT_CANCELLABLE', path: ['input', 'id'] }]);
    expect((await cancel(unknownId)).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await cancel('nope')).problems).toMatchObject([{ code: 'INVALID_ID' }]);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'by %s leaves nothing running, and the next start ends it',
    async (signal) => {
      const { taskId, plan, branchId } = await startStage(`stage-${signal.toLowerCase()}`);
      await untilRunning(taskId);
      await server.kill(signal);
      await server.start();
      const end = await server.waitForTask(taskId);
      expect(end).toMatchObject({
        status: 'COMPLETED',
        processedCount: manyCount,
        totalCount: manyCount,
        failedCount: 0,
      });
      const { status, counts } = await readPlan(server, plan.id);
      expect(status).toBe('READY');
      expect(counts).toMatchObject({ total: manyCount, create: manyCount });
      expect(await namesOn(server, branchId)).toEqual([]);
    },
  );

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'by %s while an import is carried out applies all of it or nothing, and then all',
    async (signal) => {
      const { taskId, plan, branchId } = await startStage(`execute-${signal.toLowerCase()}`);
      await server.waitForTask(taskId);
      const { executeImport } = await server.operation('ExecuteImport', { input: { planId: plan.id } });
      const executeId = present(executeImport.task, executeImport.problems).id;
      await untilRunning(executeId);
      await server.kill(signal);
      await server.start();
      const end = await server.waitForTask(executeId);
      expect(end).toMatchObject({ status: 'COMPLETED', createdCount: manyCount, totalCount: manyCount });
      const { resources } = await server.operation('Resources', { branchId, first: 1 });
      expect(resources!.totalCount).toBe(manyCount);
      expect((await readPlan(server, plan.id)).status).toBe('EXECUTED');
    },
  );

  it('leaves no task running for ever', async () => {
    const { tasks } = await server.operation('Tasks', { first: 500 });
    const open = tasks!.edges.map(({ node }: { node: TaskState }) => node).filter((task) => !isEnded(task));
    expect(open).toEqual([]);
  });
});
