import { largeBundle } from '../support/largeBundle.js';
import { codesOf, ImportFlow, type Place, type TaskRecord } from '../support/importFlow.js';
import { storedFilesOf } from '../support/storedFiles.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const itemCount = 5000;
const file = largeBundle(itemCount);
/** Where in the course of a task the server dies; a whole task is 1. */
const moments = [0.1, 0.5, 0.9];
/** Servers are started again and again, perhaps on a machine that does other things too. */
const timeoutMs = 240_000;

describe('a server that stops in the middle', () => {
  let server: TestServer;
  let flow: ImportFlow;
  let place: Place;
  beforeEach(async () => {
    server = await startTestServer();
    flow = new ImportFlow(server);
    place = await flow.makeProject();
  });
  afterEach(() => server.stop());

  it(
    'goes on with the reading of a file after each death, and plans it whole',
    async () => {
      const durationMs = await measure(() => flow.stage(file, place));
      for (const moment of moments) {
        const { plan } = await server.upload(file, { branchId: place.branchId });
        await dieAfter(moment * durationMs);
        expect(await flow.ended(plan!.task.id)).toMatchObject({ status: 'COMPLETED', processedCount: itemCount });
        expect((await flow.plan(plan!.id, { first: 1 })).counts).toMatchObject({ create: itemCount, blocked: 0 });
      }
      expect(await resourceCount()).toBe(0);
      await expectNoStrays();
    },
    timeoutMs,
  );

  it(
    'has after each death in an execution all of the import or nothing, and ends the task truthfully',
    async () => {
      const trial = await flow.stage(file, await flow.makeProject());
      const durationMs = await measure(() => flow.execute(trial.id));
      for (const moment of moments) {
        place = await flow.makeProject();
        const plan = await flow.stage(file, place);
        const asked = flow.execute(plan.id).catch(() => undefined);
        await dieAfter(moment * durationMs);
        await asked;
        const task = await executionOf();
        if (task) expect(await flow.ended(task.id)).toMatchObject({ status: 'COMPLETED', createdCount: itemCount });
        expect(await resourceCount()).toBe(task ? itemCount : 0);
        if (!task) await flow.execute(plan.id);
        const again = await flow.stage(file, place);
        expect(again.counts).toMatchObject({ total: itemCount, unchanged: itemCount });
      }
      await expectNoStrays();
    },
    timeoutMs,
  );

  it(
    'gives a task up that it died of three times, with nothing kept and a sentence that says so',
    async () => {
      const { plan } = await server.upload(largeBundle(6 * itemCount), { branchId: place.branchId });
      for (let death = 1; death <= 3; death += 1) {
        await running(plan!.task.id);
        await server.kill('SIGKILL');
        await server.restart();
      }
      const task = await flow.ended(plan!.task.id);
      expect(task).toMatchObject({ status: 'FAILED', processedCount: 0 });
      expect(task.errorMessage).toContain('3 times');
      expect(await flow.plan(plan!.id)).toMatchObject({ status: 'FAILED', items: { totalCount: 0 } });
    },
    timeoutMs,
  );

  it(
    'ends with 0 when it is told to stop, and goes on with both kinds of task at the next start',
    async () => {
      const { plan } = await server.upload(file, { branchId: place.branchId });
      await running(plan!.task.id);
      expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });
      await server.restart();
      expect((await flow.ended(plan!.task.id)).status).toBe('COMPLETED');
      const asked = flow.execute(plan!.id).catch(() => undefined);
      const task = await started();
      expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });
      await asked;
      await server.restart();
      expect(await flow.ended(task.id)).toMatchObject({ status: 'COMPLETED', createdCount: itemCount });
      expect(await resourceCount()).toBe(itemCount);
    },
    timeoutMs,
  );

  it('rolls back what is cancelled while it is read, and while it waits for its turn', async () => {
    const first = await server.upload(file, { branchId: place.branchId });
    const second = await server.upload(file, { branchId: place.branchId });
    await running(first.plan!.task.id);
    for (const { plan } of [second, first]) {
      expect(await cancel(plan!.task.id)).toEqual([]);
      expect((await flow.ended(plan!.task.id)).status).toBe('CANCELLED');
      expect(await flow.plan(plan!.id)).toMatchObject({ status: 'DISCARDED', items: { totalCount: 0 } });
      expect(await cancel(plan!.task.id)).toEqual(['TASK_NOT_CANCELLABLE']);
    }
  });

  it('rolls back what is cancelled while it is carried out; the plan can be carried out again', async () => {
    const plan = await flow.stage(file, place);
    const asked = flow.execute(plan.id);
    const { id } = await started();
    const refusal = await cancel(id);
    await asked;
    const task = await flow.ended(id);
    const isCancelled = refusal.length === 0;
    expect(task.status).toBe(isCancelled ? 'CANCELLED' : 'COMPLETED');
    expect(await resourceCount()).toBe(isCancelled ? 0 : itemCount);
    if (!isCancelled) return;
    expect(await flow.plan(plan.id, { first: 1 })).toMatchObject({ status: 'READY', counts: { create: itemCount } });
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: itemCount });
  });

  async function measure(work: () => Promise<unknown>): Promise<number> {
    const start = performance.now();
    await work();
    return performance.now() - start;
  }

  async function dieAfter(delayMs: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await server.kill('SIGKILL');
    await server.restart();
  }

  async function running(taskId: string): Promise<void> {
    while ((await flow.task(taskId)).status === 'QUEUED') await new Promise((resolve) => setTimeout(resolve, 2));
  }

  /** The task that carries the plan of the branch out, once it runs. */
  async function started(): Promise<TaskRecord> {
    for (;;) {
      const task = await executionOf();
      if (task && task.status !== 'QUEUED') return task;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  async function executionOf(): Promise<TaskRecord | undefined> {
    type Answer = { tasks: { edges: { node: TaskRecord }[] } };
    const document = `query ($id: ID!) {
      tasks(filter: { types: [EXECUTE_IMPORT], branchId: $id }) { edges { node { id status createdCount } } } }`;
    const { tasks } = await flow.ask<Answer>(document, { id: place.branchId });
    return tasks.edges[0]?.node;
  }

  async function cancel(id: string): Promise<string[]> {
    type Answer = { cancelTask: { problems: { code: string }[] } };
    const document = 'mutation ($id: ID!) { cancelTask(input: { id: $id }) { problems { code } } }';
    return codesOf((await flow.ask<Answer>(document, { id })).cancelTask.problems);
  }

  async function resourceCount(): Promise<number> {
    type Answer = { resources: { totalCount: number } };
    const document = 'query ($id: ID!) { resources(branchId: $id, first: 1) { totalCount } }';
    return (await flow.ask<Answer>(document, { id: place.branchId })).resources.totalCount;
  }

  /** Every stored file belongs to a task, once the server has started anew. */
  async function expectNoStrays(): Promise<void> {
    await server.restart();
    type Answer = { tasks: { edges: { node: { files: { url: string }[] } }[] } };
    const { tasks } = await flow.ask<Answer>('{ tasks(first: 500) { edges { node { files { url } } } } }', {});
    const known = new Set(tasks.edges.flatMap(({ node }) => node.files.map(({ url }) => url.split('/').at(-2))));
    const names = await storedFilesOf(server).names();
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  }
});
