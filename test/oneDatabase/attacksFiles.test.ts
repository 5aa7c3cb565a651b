/** Hostile files, their names, and the addresses that files are downloaded from. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { grantRole, makeAccount, type Account } from '../support/accessScene.js';
import { mutate } from '../support/auditEvents.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeCastFunction, makeErSchema } from '../support/fastDataResources.js';
import { createProject, exportFile, importFile, stageFile, type ProjectScene } from '../support/projectScene.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { zipOf } from '../support/zipOf.js';
import { projectFile } from '../support/projectFile.js';

const clock = projectFile('test/support/steeredClock.mjs');

describe('an attacker', () => {
  let server: TestServer;
  let folder: string;
  let place: ProjectScene;
  let editor: Account;
  let editorId: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waybill-clock-'));
    server = await startTestServer({
      settings: { NODE_OPTIONS: `--import=${clock}`, TEST_CLOCK_FILE: path.join(folder, 'clock') },
    });
    place = await createProject(server, 'attacked');
    editor = await makeAccount(server, 'editor');
    editorId = (await editor.client.operation('Me')).me.id;
    await grantRole(server, editor, { projectId: place.projectId, role: 'EDITOR' });
    await importFile(server, await bundleText([makeErSchema('one', {})]), { branchId: place.branchId });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const exportedUrl = async () => {
    const { task } = await exportFile(server, { selection: { branchId: place.branchId, all: true } });
    const { task: seen } = await editor.client.operation('Task', { id: task.id });
    return new URL(seen!.files[0]!.url!);
  };
  const statusOf = async (url: URL) => {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.status;
  };
  const changed = (url: URL, change: (url: URL) => void) => {
    const other = new URL(url);
    change(other);
    return other;
  };

  it('gets no file by a signature of another file, nor by one that is changed in any part', async () => {
    const url = await exportedUrl();
    const other = await exportedUrl();
    expect(await statusOf(url)).toBe(200);
    const { me } = await server.operation('Me');
    const until = Number(url.searchParams.get('until'));
    for (const forged of [
      changed(url, (one) => (one.search = other.search)),
      changed(url, ({ searchParams }) => {
        searchParams.set('until', String(until + 1));
      }),
      changed(url, ({ searchParams }) => {
        searchParams.set('by', me.id);
      }),
      changed(url, ({ searchParams }) => {
        searchParams.set('token', me.id);
      }),
      changed(url, ({ searchParams }) => {
        searchParams.delete('token');
      }),
      changed(url, ({ searchParams }) => {
        searchParams.set('signature', '');
      }),
      changed(url, ({ searchParams }) => {
        searchParams.append('signature', 'x');
      }),
      changed(url, ({ searchParams }) => {
        searchParams.set('until', '9'.repeat(400));
      }),
    ])
      expect(await statusOf(forged)).toBe(401);
  });

  it('gets no file by a signature that is too old', async () => {
    const url = await exportedUrl();
    expect(await statusOf(url)).toBe(200);
    await writeFile(path.join(folder, 'clock'), String(16 * 60_000));
    while ((await statusOf(url)) !== 401);
    await writeFile(path.join(folder, 'clock'), '0');
    while ((await statusOf(url)) !== 200);
  });

  it('gets no file by a signature of somebody who lost the role', async () => {
    const url = await exportedUrl();
    const membership = { projectId: place.projectId, principalId: editorId };
    await mutate(server, 'revokeRole', { input: membership });
    expect(await statusOf(url)).toBe(404);
    await mutate(server, 'grantRole', { input: { ...membership, role: 'EDITOR' } });
    expect(await statusOf(url)).toBe(200);
  });

  it.each([
    ['../../../../etc/cron.d/evil.json'],
    ['..\\..\\windows\\evil.json'],
    ['/etc/passwd'],
    ['.'],
    ['..'],
    ['x.json\r\nSet-Cookie: admin=1\r\n\r\n<script>alert(1)</script>'],
    ['a";filename="b.exe'],
    ["a';b*=utf-8''c.exe"],
    ['\u202Egpj.exe.json'],
    ['日本語 🦊.json'],
    ['%2e%2e%2fevil.json'],
    ['<img src=x onerror=alert(1)>.json'],
  ])('reaches no other place by a file named %j, nor adds a header to its download', async (fileName) => {
    const plan = await stageFile(server, await bundleText([makeErSchema('named', {})]), {
      branchId: place.branchId,
      fileName,
    });
    const { tasks } = await server.operation('Tasks', { filter: { types: ['STAGE_IMPORT'] }, first: 1 });
    const file = tasks!.edges[0]!.node.files.find(({ purpose }) => purpose === 'SOURCE')!;
    const response = await fetch(file.url!);
    await response.arrayBuffer();
    expect(plan.status).toBe('READY');
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBeNull();
    const disposition = response.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment(; filename="([^"\\]|\\.)*")?(; filename\*=UTF-8''[\w%!#$&+.^`|~-]*)?$/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('learns nothing by a name that no header may hold', async () => {
    const { errors } = await editor.client.sendUpload('{}', { branchId: place.branchId, fileName: '\0.json' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each<[string, () => Promise<Buffer>]>([
    ['unpacks to a thousand times its size', () => zipOf({ 'bundle.jsonl': ' '.repeat(32 * 1024 * 1024) })],
    ['holds archives in archives', async () => zipOf({ 'a.zip': (await zipOf({ 'b.zip': 'x' })).toString('latin1') })],
    [
      'holds many members and no resource',
      () => zipOf(Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`${at}`, '']))),
    ],
    ['lies about the sizes of what it holds', async () => lying(await zipOf({ 'bundle.json': 'x'.repeat(100_000) }))],
    [
      'names what it holds so that it would lie elsewhere',
      async () => renamed(await zipOf({ 'aaa/evil.json': '{}' }), 'aaa/evil.json', '../../ev.json'),
    ],
  ])('gains nothing by an archive that %s', async (_what, make) => {
    const plan = await stageFile(server, await make(), { branchId: place.branchId, fileName: 'bomb.zip' });
    expect(plan.status).toBe('FAILED');
    expect(plan.problems).not.toEqual([]);
    expect((await server.query('{ me { id } }')).status).toBe(200);
  });

  it('puts no formula into a table that a spreadsheet opens, and the table is read back as it was', async () => {
    const formulas = ['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '=HYPERLINK("http://x")'];
    const { branchId } = await createProject(server, 'formulas');
    const functions = formulas.map((text, index) => makeCastFunction(`cast${index}`, { description: text }));
    await importFile(server, await bundleText(functions), { branchId });
    const selection = { branchId, kinds: ['fast-data/CastFunction'] };
    const { text } = await exportFile(server, { selection, format: 'CSV' });
    for (const formula of formulas) {
      expect(text).toContain(`'${formula.replaceAll('"', '""')}`);
      // Neither at the start of a line nor behind a separator or a quote.
      for (const before of ['\n', ',', ';', '"']) expect(text).not.toContain(`${before}${formula}`);
    }
    const plan = await stageFile(server, text, {
      ...{ branchId, fileName: 'functions.csv', mediaType: 'text/csv' },
      options: { kind: 'fast-data/CastFunction' },
    });
    expect(plan.counts).toMatchObject({ total: formulas.length, unchanged: formulas.length });
  });

  it.each([
    [
      '__proto__',
      '{"kind":"fast-data/ErSchema","name":"p","spec":{"__proto__":{"polluted":true},"version":"1.0.0","config":{}}}',
    ],
    [
      'constructor',
      '{"kind":"fast-data/ErSchema","name":"p","spec":{"constructor":{"prototype":{"polluted":true}},"version":"1","config":{}}}',
    ],
  ])('changes nothing for others by a member named %s', async (_key, record) => {
    const header = JSON.parse(
      (await bundleText([makeErSchema('x', {})], { format: 'JSONL' })).split('\n')[0]!,
    ) as object;
    await stageFile(server, `${JSON.stringify(header)}\n${record}\n`, {
      branchId: place.branchId,
      fileName: 'p.jsonl',
    });
    const plan = await stageFile(server, await bundleText([makeErSchema('after', {})]), { branchId: place.branchId });
    expect(plan.items.edges[0]?.node).toMatchObject({ name: 'after', problems: [] });
    expect(JSON.stringify(plan)).not.toContain('polluted');
  });
});

/** Both places that tell how large a member is say 10 bytes. */
function lying(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  const central = bytes.indexOf(Buffer.from('PK\x01\x02'));
  bytes.writeUInt32LE(10, central + 24);
  bytes.writeUInt32LE(10, 22);
  return bytes;
}

function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}
