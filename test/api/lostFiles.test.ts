/** Downloads of files that the object store has lost, and of a store that fails. */
import { setTimeout as pause } from 'node:timers/promises';
import { bundleText } from '../support/bundleFiles.js';
import { makeShop, makeSingleView } from '../support/fastDataResources.js';
import { createProject, createResources, exportFile, stageFile } from '../support/projectScene.js';
import { S3Server } from '../support/s3Server.js';
import { soon } from '../support/soon.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

describe('a download', () => {
  let store: S3Server;
  let server: TestServer;
  beforeAll(async () => {
    store = await new S3Server().start();
    server = await startTestServer({ settings: { ...store.settings('here'), WAYBILL_LOG_LEVEL: 'error' } });
  });
  beforeEach(() => {
    store.fault = () => undefined;
  });
  afterAll(async () => {
    await server.stop();
    await store.stop();
  });

  const exported = async (key: string): Promise<string> => {
    const { branchId } = await createProject(server, key);
    await createResources(server, branchId, makeShop());
    const { task } = await exportFile(server, { selection: { branchId, all: true } });
    return task.files[0]!.url!;
  };
  const statusOf = async (url: string, method: string) => {
    const { status, headers } = await fetch(url, { method });
    return [status, headers.get('repr-digest') === null ? 'no digest' : 'digest', headers.get('cache-control')];
  };

  it.each(['GET', 'HEAD'])('by %s finds no file that the store has lost, and the log says so', async (method) => {
    const url = await exported(`lost-${method.toLowerCase()}`);
    const immutable = 'private, max-age=31536000, immutable';
    expect(await statusOf(url, method)).toEqual([200, 'digest', immutable]);
    for (const key of store.objects.keys()) if (key !== 'here/instance-id') store.objects.delete(key);
    expect(await statusOf(url, method)).toEqual([404, 'no digest', null]);
    await soon(() => server.log).toContain('a stored file is lost');
  });

  it.each(['GET', 'HEAD'])('by %s is refused while the store fails', async (method) => {
    const url = await exported(`failing-${method.toLowerCase()}`);
    store.fault = () => 500;
    expect(await statusOf(url, method)).toEqual([503, 'no digest', null]);
  });

  it('that breaks off because the store fails in the middle is logged, and cut', async () => {
    const { branchId } = await createProject(server, 'middle');
    const large = makeSingleView('large', { description: 'x'.repeat(900_000) });
    await stageFile(server, await bundleText([large]), { branchId });
    const { tasks } = await server.operation('Tasks', { filter: { types: ['STAGE_IMPORT'] }, first: 1 });
    const source = tasks!.edges[0]!.node.files.find(({ purpose }) => purpose === 'SOURCE')!;
    let reads = 0;
    store.fault = ({ method }) => (method === 'GET' && (reads += 1) > 1 ? 403 : undefined);
    const response = await fetch(source.url!);
    expect(response.status).toBe(200);
    await expect(response.arrayBuffer()).rejects.toThrow();
    while (!server.log.includes('a download broke off')) await pause(20);
  });
});
