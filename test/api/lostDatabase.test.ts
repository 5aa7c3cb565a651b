/** A PostgreSQL database that goes away in the middle of a task, and comes back. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onDatabase, strays } from '../support/faults.js';
import { ImportFlow, type Place, type TaskRecord } from '../support/importFlow.js';
import { largeBundle } from '../support/largeBundle.js';
import { PostgresCluster, postgresPrograms } from '../support/postgresCluster.js';
import { socketAnswer } from '../support/socketAnswer.js';
import { isEnded } from '../support/taskSubscription.js';
import { isPostgresWanted } from '../support/testDatabase.js';
import { startTestServer, TestServer } from '../support/testServer.js';

const itemCount = 5000;
const file = largeBundle(itemCount);
const lost =
  'The connection to the database was lost in the middle. Nothing of the task was kept; start it again when the database answers.';
const timeoutMs = 240_000;

const onPostgres = isPostgresWanted() ? describe : describe.skip;

/** What is done to a branch, and what it then holds. */
class Scene {
  readonly flow: ImportFlow;

  constructor(
    readonly server: TestServer,
    readonly place: Place,
  ) {
    this.flow = new ImportFlow(server);
  }

  static async on(server: TestServer): Promise<Scene> {
    return new Scene(server, await new ImportFlow(server).makeProject());
  }

  async beginStaging(): Promise<{ planId: string; taskId: string }> {
    const { plan } = await this.server.upload(file, { branchId: this.place.branchId });
    return { planId: plan!.id, taskId: plan!.task.id };
  }

  begin(field: 'executeImport' | 'startExport' | 'undoImport', input: object): Promise<string> {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { task { id } problems { message } } }`;
    return this.flow
      .ask<Record<string, { task: { id: string } }>>(document, { input })
      .then((answer) => answer[field]!.task.id);
  }

  /** Waits until a task is at one of these stages, or has ended. */
  async reached(taskId: string, stages: readonly string[]): Promise<void> {
    for (;;) {
      const task = await this.flow.task(taskId);
      if (isEnded(task as never) || stages.includes(task.stage ?? '')) return;
      await pause(1);
    }
  }

  /** Waits for the end of a task, also while the database does not answer. */
  async ended(taskId: string): Promise<TaskRecord> {
    for (;;) {
      try {
        return await this.flow.ended(taskId);
      } catch (error) {
        if (!String(error).includes('DATABASE_UNAVAILABLE')) throw error;
        await pause(20);
      }
    }
  }

  async resourceCount(): Promise<number> {
    const document = 'query ($id: ID!) { resources(branchId: $id, first: 1) { totalCount } }';
    const variables = { id: this.place.branchId };
    return (await this.flow.ask<{ resources: { totalCount: number } }>(document, variables)).resources.totalCount;
  }

  /** Either the task is carried out, or it failed for the reason given and changed nothing. */
  async expectTruth(task: TaskRecord, counts: { before: number; after: number }): Promise<void> {
    expect([task.status, task.errorMessage]).toEqual(
      task.status === 'COMPLETED' ? ['COMPLETED', null] : ['FAILED', lost],
    );
    expect(await this.resourceCount()).toBe(task.status === 'COMPLETED' ? counts.after : counts.before);
  }
}

onPostgres('connections that are cut', () => {
  let server: TestServer;
  let scene: Scene;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    scene = await Scene.on(server);
  });
  afterEach(async () => {
    expect(await strays(server)).toEqual([]);
  });
  afterAll(() => server.stop());

  const cut = () =>
    onDatabase(
      server,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );

  it.each(['reading', 'planning'])(
    'while a file is at "%s" fail its task; the same file can be read again',
    async (stage) => {
      const { planId, taskId } = await scene.beginStaging();
      await scene.reached(taskId, [stage]);
      await cut();
      const task = await scene.ended(taskId);
      await scene.expectTruth(task, { before: 0, after: 0 });
      const { status, items } = await scene.flow.plan(planId, { first: 1 });
      expect([status, items.totalCount]).toEqual(task.status === 'FAILED' ? ['FAILED', 0] : ['READY', itemCount]);
      expect((await scene.flow.stage(file, scene.place)).counts).toMatchObject({ create: itemCount });
    },
    timeoutMs,
  );

  it('while a plan is carried out and while it is taken back change all or nothing', async () => {
    const plan = await scene.flow.stage(file, scene.place);
    const executeId = await scene.begin('executeImport', { planId: plan.id });
    await scene.reached(executeId, ['merging', 'reporting']);
    await cut();
    const executed = await scene.ended(executeId);
    await scene.expectTruth(executed, { before: 0, after: itemCount });
    if (executed.status === 'FAILED') expect((await scene.flow.execute(plan.id)).task?.status).toBe('COMPLETED');
    const importId = await lastExecution();

    const undoId = await scene.begin('undoImport', { taskId: importId });
    await scene.reached(undoId, ['restoring']);
    await cut();
    const undone = await scene.ended(undoId);
    await scene.expectTruth(undone, { before: itemCount, after: 0 });
    if (undone.status === 'COMPLETED') return;
    const againId = await scene.begin('undoImport', { taskId: importId });
    expect((await scene.ended(againId)).status).toBe('COMPLETED');
    expect(await scene.resourceCount()).toBe(0);
  });

  it('while a bundle is written fail the export; the next one is whole', async () => {
    await scene.flow.import(file, scene.place);
    const order = { selection: { branchId: scene.place.branchId, all: true }, format: 'JSONL' };
    const exportId = await scene.begin('startExport', order);
    await scene.reached(exportId, ['writing']);
    await cut();
    const task = await scene.ended(exportId);
    await scene.expectTruth(task, { before: itemCount, after: itemCount });
    expect(task.files).toHaveLength(task.status === 'COMPLETED' ? 1 : 0);
    const next = await scene.ended(await scene.begin('startExport', order));
    expect(next).toMatchObject({ status: 'COMPLETED', processedCount: itemCount });
  });

  async function lastExecution(): Promise<string> {
    const document = `query ($id: ID!) {
      tasks(filter: { types: [EXECUTE_IMPORT], branchId: $id }) { edges { node { id } } } }`;
    type Answer = { tasks: { edges: { node: { id: string } }[] } };
    const { tasks } = await scene.flow.ask<Answer>(document, { id: scene.place.branchId });
    return tasks.edges[0]!.node.id;
  }
});

const programs = postgresPrograms();
// Skipped where the programs are not at hand, but never without a person who sees it.
const onOwnCluster =
  isPostgresWanted() && (programs !== undefined || process.env['CI'] === 'true') ? describe : describe.skip;

onOwnCluster('a PostgreSQL server that is stopped and started', () => {
  let cluster: PostgresCluster | undefined;
  let server: TestServer;
  beforeAll(async () => {
    if (programs === undefined)
      throw new Error('Needs the programs of PostgreSQL; TEST_POSTGRES_BIN names their folder.');
    cluster = await PostgresCluster.make(programs);
    const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
    const settings = { WAYBILL_DATABASE_URL: cluster.url };
    server = new TestServer({
      dataDir,
      database: { settings, remove: () => Promise.resolve(), leftovers: {} },
      settings: {},
    });
    await server.start();
  });
  afterAll(async () => {
    await server.stop();
    await cluster?.remove();
  });

  it.each(['fast', 'immediate'] as const)(
    'by %s shutdown fails what ran, lets what waited begin when it is back, and answers in between',
    async (mode) => {
      const scene = await Scene.on(server);
      const first = await scene.beginStaging();
      const second = await scene.beginStaging();
      await scene.reached(first.taskId, ['reading']);
      await cluster!.stop(mode);
      const { errors } = await server.query('{ projects { totalCount } }');
      expect(errors).toMatchObject([{ extensions: { code: 'DATABASE_UNAVAILABLE' } }]);
      const refused = await server.sendUpload(file, { branchId: scene.place.branchId });
      expect(refused.errors).toMatchObject([{ extensions: { code: 'DATABASE_UNAVAILABLE' } }]);
      // Clients of the protocol try again after 1013, and after no code of their own.
      await expect(socketAnswer(server, { query: '{ __typename }' })).rejects.toMatchObject({ code: 1013 });
      expect((await fetch(`${server.url}/ready`)).status).toBe(503);
      expect((await fetch(`${server.url}/health`)).status).toBe(200);
      await cluster!.start();
      expect(await socketAnswer(server, { query: '{ __typename }' })).toEqual({ data: { __typename: 'Query' } });
      await scene.expectTruth(await scene.ended(first.taskId), { before: 0, after: 0 });
      expect((await scene.ended(second.taskId)).status).toBe('COMPLETED');
      expect((await fetch(`${server.url}/ready`)).status).toBe(200);
      expect((await scene.flow.execute(second.planId)).task).toMatchObject({ createdCount: itemCount });
      expect(await strays(server)).toEqual([]);
    },
    timeoutMs,
  );

  it('before any worker was needed is reported as such', async () => {
    await server.restart();
    await cluster!.stop('fast');
    const document = '{ verifyDatabase { isSound } }';
    const { errors } = await server.query(document);
    expect(errors).toMatchObject([{ extensions: { code: 'DATABASE_UNAVAILABLE' } }]);
    await cluster!.start();
    for (let attempt = 0; attempt < 2000 && (await server.query(document)).errors; attempt += 1) {
      await pause(50);
    }
    expect((await server.query(document)).errors).toBeUndefined();
  });
});
