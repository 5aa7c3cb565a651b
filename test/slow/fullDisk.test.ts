import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { limitFileSize, onDatabase, strays } from '../support/faults.js';
import { codesOf, ImportFlow, type Place, type TaskRecord } from '../support/importFlow.js';
import { largeBundle } from '../support/largeBundle.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { isPostgresWanted } from '../support/testDatabase.js';

const itemCount = 6000;
const file = largeBundle(itemCount);
/** Far less than the file has, or the database's journal of it. */
const littleRoom = 512 * 1024;

// Limits on a running process are Linux's.
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a disk that becomes full', () => {
  let tempDir: string;
  let server: TestServer;
  let flow: ImportFlow;
  let place: Place;
  beforeEach(async () => {
    tempDir = await mkdtemp(path.join(tmpdir(), 'waybill-temp-'));
    server = await startTestServer({ settings: { TMPDIR: tempDir } });
    flow = new ImportFlow(server);
    place = await flow.makeProject();
  });
  afterEach(async () => {
    await server.stop();
    await rm(tempDir, { recursive: true });
  });

  it('while a file arrives refuses it, keeps none of it, and takes it once there is room', async () => {
    await limitFileSize(server, littleRoom);
    const { data, errors } = await server.sendUpload(file, { branchId: place.branchId });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'DISK_FULL' } }]);
    expect(errors?.[0]?.message).toContain('Make room');
    expect(await strays(server, tempDir)).toEqual([]);
    await limitFileSize(server);
    expect((await flow.stage(file, place)).counts).toMatchObject({ create: itemCount });
  });

  it('while a file is read fails the task with a way out, and keeps nothing of the file', async () => {
    const { plan } = await server.upload(file, { branchId: place.branchId });
    await fillDatabase('import_item', 'ordinal = 3000');
    expectFullDisk(await flow.ended(plan!.task.id));
    expect(await flow.plan(plan!.id)).toMatchObject({ status: 'FAILED', items: { totalCount: 0 } });
    expect(await strays(server, tempDir)).toEqual([]);
    expect(codesOf(await flow.discard(plan!.id))).toEqual([]);
    await makeRoom('import_item');
    expect((await flow.stage(file, place)).counts).toMatchObject({ create: itemCount, blocked: 0 });
    await expectSound();
  });

  it('while a plan is carried out changes nothing, and the plan can be carried out once there is room', async () => {
    const plan = await flow.stage(file, place);
    // What was written so far goes from the journal to where it belongs: the journal begins anew.
    await server.restart();
    await fillDatabase('resource', `name = 'pr_500_a'`);
    const { task } = await flow.execute(plan.id);
    expectFullDisk(task!);
    expect(await flow.resources(place)).toEqual([]);
    expect(await flow.plan(plan.id, { first: 1 })).toMatchObject({ status: 'READY', counts: { create: itemCount } });
    expect(await strays(server, tempDir)).toEqual([]);
    await makeRoom('resource');
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: itemCount });
    await expectSound();
  });

  it('while the report of an import is written rolls the import back', async () => {
    const plan = await flow.stage(file, place);
    await server.restart();
    await leaveRoom(littleRoom);
    expectFullDisk((await flow.execute(plan.id)).task!);
    expect(await flow.resources(place)).toEqual([]);
    expect(await strays(server, tempDir)).toEqual([]);
    await limitFileSize(server);
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: itemCount });
  });

  it('while a bundle is written fails the export, leaves no part of it, and the export can be repeated', async () => {
    await flow.import(file, place);
    await server.restart();
    for (const format of ['JSON', 'JSONL', 'ZIP']) {
      // Room for the rows and indexes of the task, which must be able to end, and not for the file.
      await leaveRoom(littleRoom / 2);
      const failed = await startExport(format);
      expectFullDisk(failed);
      expect(failed.files).toEqual([]);
      expect(await strays(server, tempDir)).toEqual([]);
      await limitFileSize(server);
      expect(await startExport(format)).toMatchObject({ status: 'COMPLETED', processedCount: itemCount });
    }
  });

  it('for all that is written tells so to who asks for a task, and lets what waits begin once there is room', async () => {
    await flow.import(file, place);
    await limitFileSize(server, 0);
    const document =
      'mutation ($key: String!) { createProject(input: { key: $key, name: $key }) { problems { code } } }';
    const { errors } = await server.query(document, { key: 'late' });
    if (!isPostgresWanted()) expect(errors).toMatchObject([{ extensions: { code: 'DISK_FULL' } }]);
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
    await limitFileSize(server);
    expect((await server.query(document, { key: 'later' })).errors).toBeUndefined();
    expect(await startExport('JSON')).toMatchObject({ status: 'COMPLETED' });
  });

  /** Lets files grow by so much beyond SQLite's journal, which is written at its end. */
  async function leaveRoom(bytes: number): Promise<void> {
    const journal = await stat(path.join(server.dataDir, 'waybill.sqlite-wal')).catch(() => ({ size: 0 }));
    await limitFileSize(server, journal.size + bytes);
  }

  /** Lets the database have no room for a row: SQLite by the size of its files, PostgreSQL by the error that it would give. */
  async function fillDatabase(table: string, row: string): Promise<void> {
    if (!isPostgresWanted()) return leaveRoom(littleRoom);
    const refuse = `RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'`;
    return onDatabase(
      server,
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${refuse}; END $$;
       CREATE TRIGGER full_disk BEFORE INSERT ON ${table} FOR EACH ROW WHEN (NEW.${row}) EXECUTE FUNCTION full_disk();`,
    );
  }

  async function makeRoom(table: string): Promise<void> {
    if (!isPostgresWanted()) return limitFileSize(server);
    return onDatabase(server, `DROP TRIGGER full_disk ON ${table}; DROP FUNCTION full_disk();`);
  }

  function expectFullDisk(task: TaskRecord): void {
    expect(task).toMatchObject({
      status: 'FAILED',
      createdCount: 0,
      errorMessage: 'The disk is full. Nothing of the task was kept; make room and start it again.',
    });
  }

  async function startExport(format: string): Promise<TaskRecord> {
    const document = `mutation ($input: StartExportInput!) { startExport(input: $input) { task { id } problems { code } } }`;
    const input = { selection: { branchId: place.branchId, all: true }, format };
    const { startExport: started } = await flow.ask<{ startExport: { task: { id: string } } }>(document, { input });
    return flow.ended(started.task.id);
  }

  async function expectSound(): Promise<void> {
    const answer = await flow.ask('{ verifyDatabase { isSound problems { message } } }', {});
    expect(answer).toEqual({ verifyDatabase: { isSound: true, problems: [] } });
  }
});
