import { sql } from '../../src/database/worker.js';
import { setTimeout as pause } from 'node:timers/promises';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { strays } from '../support/faults.js';
import { codesOf, ImportFlow, type Place, type TaskRecord } from '../support/importFlow.js';
import { largeBundle } from '../support/largeBundle.js';
import { isEnded } from '../support/taskSubscription.js';
import { sharedServer, type SharedServer } from '../support/sharedServer.js';

const itemCount = 5000;
const file = largeBundle(itemCount);
const cancelled = 'The task was cancelled; nothing of it was kept.';

describe('a task that is cancelled', () => {
  let server: SharedServer;
  let flow: ImportFlow;
  let place: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });
  beforeEach(async () => {
    place = await flow.makeProject();
  });
  afterEach(async () => {
    expect(await strays(server)).toEqual([]);
  });

  it.each(['reading', 'planning'])(
    'while a file is at "%s" keeps no plan; the file can be staged again',
    async (stage) => {
      const { plan } = await server.upload(file, { branchId: place.branchId });
      const task = await cancelAt(plan!.task.id, stage);
      const { status, items } = await flow.plan(plan!.id, { first: 1 });
      expect([status, items.totalCount]).toEqual(task.status === 'CANCELLED' ? ['DISCARDED', 0] : ['READY', itemCount]);
      expect(await resourceCount()).toBe(0);
      expect((await flow.stage(file, place)).counts).toMatchObject({ create: itemCount });
    },
  );

  it('because its plan was discarded while its file was read is no fault', async () => {
    const { plan } = await server.upload(file, { branchId: place.branchId });
    await reachedStage(plan!.task.id, 'reading');
    const connection = await openSqlConnection(server.database, 60_000);
    await connection.run(sql`UPDATE import_plan SET status = 'DISCARDED' WHERE id = ${plan!.id}`);
    await connection.close();
    expect(await flow.ended(plan!.task.id)).toMatchObject({ status: 'CANCELLED', errorMessage: cancelled });
    expect(await flow.plan(plan!.id, { first: 1 })).toMatchObject({ status: 'DISCARDED', items: { totalCount: 0 } });
  });

  it('while an import is at "checking", "merging" or "reporting" changes nothing; the plan can be carried out', async () => {
    const { id } = await flow.stage(file, place);
    for (const stage of ['checking', 'merging', 'reporting']) {
      const taskId = await begin('executeImport', { planId: id });
      const task = await cancelAt(taskId, stage);
      const isCancelled = task.status === 'CANCELLED';
      expect(await resourceCount()).toBe(isCancelled ? 0 : itemCount);
      expect((await flow.plan(id, { first: 1 })).status).toBe(isCancelled ? 'READY' : 'EXECUTED');
      if (!isCancelled) return;
    }
    expect((await flow.execute(id)).task).toMatchObject({ status: 'COMPLETED', createdCount: itemCount });
  });

  it('while an import is taken back leaves it as it is; it can be taken back again', async () => {
    const imported = await flow.import(file, place);
    for (const stage of ['checking', 'restoring']) {
      const task = await cancelAt(await begin('undoImport', { taskId: imported.id }), stage);
      expect(await resourceCount()).toBe(task.status === 'CANCELLED' ? itemCount : 0);
      if (task.status !== 'CANCELLED') return;
    }
    await flow.ended(await begin('undoImport', { taskId: imported.id }));
    expect(await resourceCount()).toBe(0);
  });

  it('while an export is at "collecting" or "writing" leaves no file; the next export is whole', async () => {
    await flow.import(file, place);
    const order = { selection: { branchId: place.branchId, all: true }, format: 'JSONL' };
    for (const stage of ['collecting', 'writing']) {
      const task = await cancelAt(await begin('startExport', order), stage);
      expect(task.files).toHaveLength(task.status === 'CANCELLED' ? 0 : 1);
      expect(await strays(server)).toEqual([]);
    }
    const whole = await flow.ended(await begin('startExport', order));
    expect(whole).toMatchObject({ status: 'COMPLETED', processedCount: itemCount });
  });

  /** Cancels a task once it is at this stage, and gives its end: as cancelled, or carried out when it was too late for that. */
  async function reachedStage(taskId: string, stage: string): Promise<void> {
    for (let task = await flow.task(taskId); task.stage !== stage && !isEnded(task as never);) {
      await pause(1);
      task = await flow.task(taskId);
    }
  }

  async function cancelAt(taskId: string, stage: string): Promise<TaskRecord> {
    await reachedStage(taskId, stage);
    type Answer = { cancelTask: { problems: { code: string }[] } };
    const document = 'mutation ($id: ID!) { cancelTask(input: { id: $id }) { problems { code } } }';
    const codes = codesOf((await flow.ask<Answer>(document, { id: taskId })).cancelTask.problems);
    const task = await flow.task(taskId);
    expect([task.status, task.errorMessage, codes]).toEqual(
      codes.length === 0 ? ['CANCELLED', cancelled, []] : ['COMPLETED', null, ['TASK_NOT_CANCELLABLE']],
    );
    return task;
  }

  async function begin(field: 'executeImport' | 'startExport' | 'undoImport', input: object): Promise<string> {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { task { id } problems { message } } }`;
    return (await flow.ask<Record<string, { task: { id: string } }>>(document, { input }))[field]!.task.id;
  }

  async function resourceCount(): Promise<number> {
    const document = 'query ($id: ID!) { resources(branchId: $id, first: 1) { totalCount } }';
    const answer = await flow.ask<{ resources: { totalCount: number } }>(document, { id: place.branchId });
    return answer.resources.totalCount;
  }
});
