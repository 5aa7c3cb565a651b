/** A server whose files are in an object store: the whole way of a file, what breaks off, and what the store does wrong. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { restore, startBackup } from '../support/backupCommand.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeShop, makeSingleView } from '../support/fastDataResources.js';
import {
  createProject,
  createResources,
  executePlan,
  exportBytes,
  exportFile,
  importFile,
  namesOn,
  stageFile,
} from '../support/projectScene.js';
import { beginUpload } from '../support/rawUpload.js';
import { S3Server } from '../support/s3Server.js';
import { isPostgresWanted, makePostgresDatabase } from '../support/testDatabase.js';
import { startTestServer, TestServer } from '../support/testServer.js';

const mebibyte = 1024 * 1024;
const foreignNames = ['notes.txt', 'below/01a1fdbf-0000-7000-8000-000000000000', '01a1fdbf-0000-7000-8000-00000000000'];
const strayId = '01a1fdbf-0000-7000-8000-000000000000';

/** A bundle of about so many MiB. */
function largeBundle(size: number): Promise<string> {
  const text = 'x'.repeat(mebibyte / 2);
  return bundleText(
    Array.from({ length: size * 2 }, (_, index) => makeSingleView(`large_${index}`, { description: text })),
  );
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('files in an object store', () => {
  let store: S3Server;
  let server: TestServer;
  beforeAll(async () => {
    store = await new S3Server().start();
    server = await startTestServer({ settings: store.settings('here') });
  });
  beforeEach(() => {
    store.fault = () => undefined;
    store.pageSize = 1000;
  });
  afterAll(async () => {
    await server.stop();
    await store.stop();
  });

  const keys = () => [...store.objects.keys()].filter((key) => key !== 'here/instance-id');

  it('go the whole way: exported, downloaded in part, imported, undone and deleted', async () => {
    const before = keys();
    const { branchId } = await createProject(server, 'from');
    await createResources(server, branchId, makeShop());
    const { task, text } = await exportFile(server, { selection: { branchId, all: true } });
    const part = await fetch(task.files[0]!.url!, { headers: { range: 'bytes=5-14' } });
    expect([part.status, await part.text()]).toEqual([206, text.slice(5, 15)]);
    const { branchId: into } = await createProject(server, 'into');
    const { bytes } = await exportBytes(server, { selection: { branchId, all: true }, format: 'ZIP' });
    const imported = await importFile(server, bytes, { branchId: into, fileName: 'shop.zip' });
    expect(await namesOn(server, into)).toEqual(await namesOn(server, branchId));
    await expect(readdir(path.join(server.dataDir, 'files'))).rejects.toThrow('ENOENT');
    expect(keys()).toHaveLength(before.length + 4);
    const { undoImport } = await server.operation('UndoImport', { input: { taskId: imported.id } });
    expect((await server.waitForTask(undoImport.task!.id)).status).toBe('COMPLETED');
    expect(await namesOn(server, into)).toEqual([]);
    const { tasks } = await server.operation('Tasks', { filter: {}, first: 500 });
    for (const { node } of tasks!.edges) await server.operation('DeleteTask', { input: { id: node.id } });
    expect(keys()).toEqual([]);
  });

  it('come in parts, of which one that fails is sent again, and are read back as they were', async () => {
    let failures = 0;
    store.fault = ({ query }) => (query.get('partNumber') === '2' && (failures += 1) <= 2 ? 503 : undefined);
    const { branchId } = await createProject(server, 'large');
    const bundle = await largeBundle(18);
    const plan = await stageFile(server, bundle, { branchId });
    expect(plan.status).toBe('READY');
    expect(failures).toBeGreaterThan(2);
    expect(store.uploads.size).toBe(0);
    expect(store.asked.filter((asked) => asked.includes('partNumber=3'))).not.toEqual([]);
    const { tasks } = await server.operation('Tasks', { filter: { types: ['STAGE_IMPORT'] }, first: 1 });
    const source = tasks!.edges[0]!.node.files.find(({ purpose }) => purpose === 'SOURCE')!;
    // An answer that breaks off is asked for again.
    let cuts = 0;
    store.fault = ({ method }) => (method === 'GET' && (cuts += 1) % 2 === 1 ? 'CUT' : undefined);
    const whole = await fetch(source.url!);
    expect((await whole.text()) === bundle).toBe(true);
    expect(cuts).toBeGreaterThan(2);
    store.fault = () => undefined;
    expect((await executePlan(server, plan.id)).status).toBe('COMPLETED');
    const { text } = await exportFile(server, { selection: { branchId, all: true } });
    expect(text.length).toBeGreaterThan(17 * mebibyte);
    expect(store.uploads.size).toBe(0);
  });

  it('are not taken by another installation, whose start is refused and changes nothing', async () => {
    const before = [...store.objects.keys()];
    await expect(startTestServer({ settings: store.settings('here') })).rejects.toThrow(
      /The object store s3:\/\/\S+\/here\/ belongs to the installation \S+, and the database to/,
    );
    expect([...store.objects.keys()]).toEqual(before);
  });

  it('leave nothing when their upload breaks off', async () => {
    const before = keys();
    const { branchId } = await createProject(server, 'broken');
    const socket = beginUpload(server, branchId, Buffer.alloc(20 * mebibyte, 'x'));
    await until(() => [...store.uploads.values()].some(({ parts }) => parts.size > 0));
    socket.destroy();
    await until(() => store.uploads.size === 0);
    expect(keys()).toEqual(before);
  });

  it('are swept after a crash, and what others put there stays', async () => {
    const before = keys();
    const { branchId } = await createProject(server, 'crashed');
    beginUpload(server, branchId, Buffer.alloc(20 * mebibyte, 'x'));
    await until(() => [...store.uploads.values()].some(({ parts }) => parts.size > 0));
    await server.kill('SIGKILL');
    const written = { body: Buffer.from('x'), writtenAt: new Date() };
    for (const name of [...foreignNames, strayId]) store.objects.set(`here/${name}`, written);
    store.uploads.set('another', { key: 'here/notes.txt', startedAt: new Date(), parts: new Map() });
    store.pageSize = 2;
    await server.start();
    expect(keys().sort()).toEqual([...before, ...foreignNames.map((name) => `here/${name}`)].sort());
    expect([...store.uploads.keys()]).toEqual(['another']);
    store.uploads.clear();
    for (const name of foreignNames) store.objects.delete(`here/${name}`);
  });

  it('are missed with a sentence while the store is gone, and the rest of the server works', async () => {
    const { branchId } = await createProject(server, 'gone');
    await createResources(server, branchId, makeShop());
    const bundle = await bundleText(makeShop());
    const { task } = await exportFile(server, { selection: { branchId, all: true } });
    await store.stop();
    const { errors } = await server.sendUpload(bundle, { branchId });
    const sentence = 'The object store with the files cannot be used (ECONNREFUSED); nothing was changed.';
    expect(errors).toMatchObject([
      { message: expect.stringContaining(sentence) as string, extensions: { code: 'FILES_UNAVAILABLE' } },
    ]);
    const { startExport } = await server.operation('StartExport', { input: { selection: { branchId, all: true } } });
    const failed = await server.waitForTask(startExport.task!.id);
    expect(failed).toMatchObject({ status: 'FAILED', errorMessage: expect.stringContaining(sentence) as string });
    const download = await fetch(task.files[0]!.url!);
    expect([download.status, await download.text()]).toEqual([503, expect.stringContaining('FILES_UNAVAILABLE')]);
    const health = async () => (await fetch(`${server.url}/health`)).json() as Promise<{ files?: string }>;
    await until(async () => (await health()).files === 'unavailable');
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
    await store.start();
    await until(async () => (await health()).files === undefined);
    expect((await stageFile(server, bundle, { branchId })).status).toBe('READY');
    expect((await fetch(task.files[0]!.url!)).status).toBe(200);
  });

  it('are in a backup, from which a folder or a store can be filled', async () => {
    const aside = await mkdtemp(path.join(tmpdir(), 'waybill-backups-'));
    const { branchId } = await createProject(server, 'kept');
    await createResources(server, branchId, makeShop());
    const { task, text } = await exportFile(server, { selection: { branchId, all: true } });
    const folder = path.join(aside, 'first');
    const { code, stderr } = await startBackup(server, folder).end;
    expect([code, stderr]).toEqual([0, '']);
    expect((await readdir(path.join(folder, 'files'))).sort()).toEqual(
      keys()
        .map((key) => key.slice('here/'.length))
        .sort(),
    );
    const restored = await restore(folder);
    await restored.start();
    const found = (await restored.operation('Task', { id: task.id })).task!;
    expect(await (await fetch(found.files[0]!.url!)).text()).toBe(text);
    await restored.stop();
    await rm(aside, { recursive: true });
  });
});

describe('a start with an object store', () => {
  let store: S3Server;
  beforeAll(async () => {
    store = await new S3Server().start();
  });
  afterAll(() => store.stop());

  it.each<[string, (settings: Record<string, string>) => Record<string, string>, RegExp]>([
    ['there is no such bucket', () => ({ WAYBILL_FILES_URL: 's3://another-bucket' }), /\(NoSuchBucket\).*WAYBILL_S3_/],
    ['nobody listens', () => ({ WAYBILL_S3_ENDPOINT: 'http://127.0.0.1:1' }), /\(ECONNREFUSED\).*WAYBILL_S3_/],
    ['the address is of another kind', () => ({ WAYBILL_FILES_URL: 'gs://bucket' }), /s3:\/\/bucket\/prefix/],
    ['the prefix has dots', () => ({ WAYBILL_FILES_URL: 's3://bucket/../other' }), /no "\." or "\.\."/],
    [
      'the address has a password',
      () => ({ WAYBILL_FILES_URL: 's3://user:secret@bucket/p' }),
      /^(?!.*secret@).*no user/,
    ],
    ['no bucket is named', () => ({ WAYBILL_FILES_URL: '' }), /names no bucket/],
    ['half of the key is missing', () => ({ WAYBILL_S3_SECRET_ACCESS_KEY: '' }), /belong together/],
  ])('is refused with a sentence where %s', async (_where, changes, sentence) => {
    const settings = { ...store.settings(), ...changes({}) };
    await expect(startTestServer({ settings })).rejects.toThrow(sentence);
  });
});

(isPostgresWanted() ? describe : describe.skip)('two servers on one database and one store', () => {
  it('download what the other one received, without a folder in common', async () => {
    const store = await new S3Server().start();
    const database = await makePostgresDatabase();
    const make = async () => {
      const dataDir = await mkdtemp(path.join(tmpdir(), 'waybill-'));
      return new TestServer({ dataDir, database, settings: store.settings('both') });
    };
    const [one, two] = [await make(), await make()];
    await one.start();
    await two.start();
    const { branchId } = await createProject(one, 'both');
    const bundle = await bundleText(makeShop());
    await importFile(one, bundle, { branchId });
    const { tasks } = await two.operation('Tasks', { filter: { types: ['STAGE_IMPORT'] }, first: 1 });
    const source = tasks!.edges[0]!.node.files.find(({ purpose }) => purpose === 'SOURCE')!;
    expect(source.url).toContain(two.url);
    expect(await (await fetch(source.url!)).text()).toBe(bundle);
    // The second one exports what the first one sends.
    const { startExport } = await two.operation('StartExport', { input: { selection: { branchId, all: true } } });
    await two.waitForTask(startExport.task!.id);
    const { task } = await one.operation('Task', { id: startExport.task!.id });
    expect((await fetch(task!.files[0]!.url!)).status).toBe(200);
    await two.kill('SIGTERM');
    await rm(two.dataDir, { recursive: true });
    await one.stop();
    await store.stop();
  });
});
