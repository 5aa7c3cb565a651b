import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { makeAccount } from '../support/accessScene.js';
import { auditEventsOf } from '../support/auditEvents.js';
import { makeShop } from '../support/fastDataResources.js';
import type { TaskFileState } from '../support/operationResults.js';
import { createProject, createResources, exportFile, stageFile } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('downloading a file', () => {
  let server: ServerClient;
  let branchId: string;
  let key: string;
  let file: TaskFileState;
  let bytes: Buffer;
  beforeAll(async () => {
    server = await sharedServer();
    ({ branchId, key } = await createProject(server, 'shop'));
    await createResources(server, branchId, makeShop());
    const { task, text } = await exportFile(server, { selection: { branchId, all: true } });
    file = task.files[0]!;
    bytes = Buffer.from(text);
  });

  /** Without what fetch does to paths and headers of its own accord. */
  const rawStatus = (path: string, headers: Record<string, string> = {}) =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      request({ hostname, port, path, headers: { ...server.authorization, ...headers } }, (response) => {
        response.resume().on('end', () => {
          resolve(response.statusCode ?? 0);
        });
      })
        .on('error', reject)
        .end();
    });

  it('gives the bytes that the task told of', async () => {
    const response = await fetch(file.url!);
    expect(response.status).toBe(200);
    const body = Buffer.from(await response.arrayBuffer());
    expect(body.length).toBe(file.sizeBytes);
    expect(createHash('sha256').update(body).digest('hex')).toBe(file.sha256);
  });

  it('names the digest, the type and the file in its headers, and lets no browser run it', async () => {
    const { headers } = await fetch(file.url!);
    const digest = createHash('sha256').update(bytes).digest('base64');
    expect(headers.get('repr-digest')).toBe(`sha-256=:${digest}:`);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${file.name}"`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('etag')).toBe(`"${file.sha256}"`);
  });

  it('gives a range of it, so that a download can be resumed', async () => {
    const response = await fetch(file.url!, { headers: { range: 'bytes=10-29' } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes 10-29/${bytes.length}`);
    expect(await response.text()).toBe(bytes.subarray(10, 30).toString());
    const end = await fetch(file.url!, { headers: { range: `bytes=${bytes.length - 5}-` } });
    expect(await end.text()).toBe(bytes.subarray(-5).toString());
  });

  it('refuses a range beyond its end', async () => {
    const response = await fetch(file.url!, { headers: { range: `bytes=${bytes.length}-` } });
    expect(response.status).toBe(416);
    await response.arrayBuffer();
  });

  it('says that nothing changed to who has it already', async () => {
    const { pathname } = new URL(file.url!);
    expect(await rawStatus(pathname, { 'if-none-match': `"${file.sha256}"` })).toBe(304);
    expect(await rawStatus(pathname, { 'if-none-match': '"another"' })).toBe(200);
  });

  it('tells size and headers alone for HEAD', async () => {
    const response = await fetch(file.url!, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(await response.text()).toBe('');
  });

  it('finds it by its id, whatever name stands behind', async () => {
    const base = file.url!.slice(0, file.url!.lastIndexOf('/'));
    const query = new URL(file.url!).search;
    for (const url of [`${base}${query}`, `${base}/another-name.json${query}`]) {
      const response = await fetch(url);
      expect(response.headers.get('content-disposition')).toContain(file.name);
      expect(await response.text()).toBe(bytes.toString());
    }
  });

  it('stands in the audit log once, in however many parts it comes, and before any of it is sent', async () => {
    const { secret, client } = await makeAccount(server, 'downloader', true);
    for (const range of ['bytes=0-9', 'bytes=10-19', 'bytes=20-']) {
      const response = await fetch(file.url!.split('?')[0]!, { headers: { ...client.authorization, range } });
      await response.arrayBuffer();
    }
    await fetch(file.url!.split('?')[0]!, { method: 'HEAD', headers: client.authorization });
    const events = await auditEventsOf(server, { actions: ['DOWNLOAD'] });
    expect(events.filter(({ principal }) => principal.name === 'downloader')).toMatchObject([
      {
        outcome: 'SUCCEEDED',
        project: { key },
        subjectId: new URL(file.url!).pathname.split('/')[2],
        detail: { name: file.name, purpose: 'RESULT', sha256: file.sha256, sizeBytes: file.sizeBytes },
      },
    ]);
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('ends with the token that its address was asked for with', async () => {
    const { client, tokenId } = await makeAccount(server, 'leaver', true);
    const { tasks } = await client.operation('Tasks', { filter: { types: ['EXPORT'] }, first: 1 });
    const { url } = tasks!.edges[0]!.node.files[0]!;
    expect((await fetch(url!)).status).toBe(200);
    await server.operation('RevokeToken', { input: { id: tokenId } });
    expect((await fetch(url!)).status).toBe(401);
    expect((await fetch(file.url!)).status).toBe(200);
  });

  it.each(['01890a5d-ac96-774b-bcce-b302099a8057', 'nope', '..%2f..%2fwaybill.sqlite', '%00', '%ff'])(
    'knows no file %s',
    async (id) => {
      const status = await rawStatus(`/downloads/${id}`);
      expect([400, 404]).toContain(status);
    },
  );

  it.each(['/downloads/../../waybill.sqlite', '/downloads/..%2fwaybill.sqlite/x', '/downloads/'])(
    'leads nowhere from %s',
    async (path) => {
      expect([400, 404]).toContain(await rawStatus(path));
    },
  );

  it.each([
    '../../../etc/passwd',
    'a/b\\c.json',
    'line\r\nset-cookie: x=1.json',
    'schön "quoted".json',
    'n'.repeat(400),
  ])('keeps an upload named %j apart from the disk, and names it safely', async (fileName) => {
    const { upload, id } = await uploadAs(fileName);
    const { headers } = await fetch(upload.url!);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename/);
    expect(upload.url).toContain(server.url);
    expect(id).toBeTruthy();
  });

  const uploadAs = async (fileName: string) => {
    const plan = await stageFile(server, bytes, { branchId, fileName });
    const { tasks } = await server.operation('Tasks', { filter: { types: ['STAGE_IMPORT'] }, first: 1 });
    const upload = tasks!.edges[0]?.node.files.find(({ purpose }) => purpose === 'SOURCE');
    if (!upload) throw new Error('The upload is not among the files of its task.');
    return { id: plan.id, upload };
  };
});
