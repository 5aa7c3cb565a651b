import { createProject } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const kindsDocument = 'query ($projectId: ID) { kinds(projectId: $projectId) { pack } }';
const fastData = { name: 'fast-data', isBeta: false, isEnabled: true };
const objects = { name: 'objects', isBeta: true, isEnabled: true };
const analytics = { name: 'analytics', isBeta: true, isEnabled: true };

async function packsOffered(server: ServerClient, projectId: string | null): Promise<string[]> {
  const { data } = await server.query(kindsDocument, { projectId });
  const { kinds } = data as { kinds: { pack: string }[] };
  return [...new Set(kinds.map(({ pack }) => pack))];
}

async function switchPack(server: ServerClient, input: { projectId: string; pack: string; isEnabled: boolean }) {
  return (await server.operation('SetPackEnabled', { input })).setPackEnabled;
}

async function createPicklist(server: ServerClient, branchId: string) {
  const input = { branchId, kind: 'objects/Picklist', name: 'SIZES', spec: { name: 'Sizes' } };
  return (await server.operation('CreateResource', { input })).createResource;
}

describe('packs', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  it('are all on in a new project, and two of them are beta', async () => {
    const { projectId, key } = await createProject(server, 'new');
    const { data } = await server.query(`{ project(key: "${key}") { packs { name isBeta isEnabled } } }`);
    expect(data).toEqual({ project: { packs: [fastData, objects, analytics] } });
    expect(await packsOffered(server, projectId)).toEqual(['fast-data', 'objects', 'analytics']);
  });

  it('are switched off and on again in one project, and in no other', async () => {
    const { projectId, branchId } = await createProject(server, 'one');
    const other = await createProject(server, 'other');
    const off = await switchPack(server, { projectId, pack: 'objects', isEnabled: false });
    expect(off).toEqual({
      project: { id: projectId, packs: [fastData, { ...objects, isEnabled: false }, analytics] },
      problems: [],
    });
    expect(await packsOffered(server, projectId)).toEqual(['fast-data', 'analytics']);
    expect(await packsOffered(server, other.projectId)).toEqual(['fast-data', 'objects', 'analytics']);
    expect(await packsOffered(server, null)).toEqual(['fast-data', 'objects', 'analytics']);
    const refused = await createPicklist(server, branchId);
    expect(refused.problems).toEqual([
      { code: 'PACK_OFF', message: 'The pack Objects is switched off in this project.', path: ['input', 'kind'] },
    ]);
    expect((await createPicklist(server, other.branchId)).problems).toEqual([]);
    const on = await switchPack(server, { projectId, pack: 'objects', isEnabled: true });
    expect(on.project?.packs).toEqual([fastData, objects, analytics]);
    expect(await packsOffered(server, projectId)).toEqual(['fast-data', 'objects', 'analytics']);
    expect((await createPicklist(server, branchId)).problems).toEqual([]);
  });

  it('are refused when the pack or the project is not known, both at once', async () => {
    const { project, problems } = await switchPack(server, { projectId: 'nobody', pack: 'shop', isEnabled: true });
    expect(project).toBeNull();
    expect(problems).toEqual([
      { code: 'NOT_FOUND', message: 'There is no project with this id.', path: ['input', 'projectId'] },
      { code: 'NOT_FOUND', message: 'There is no pack of this name.', path: ['input', 'pack'] },
    ]);
    expect(await server.query(kindsDocument, { projectId: 'nobody' })).toMatchObject({ data: { kinds: null } });
  });
});

describe('packs of a server that starts again', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('survive a restart, and what the server switches off no project has', async () => {
    const { projectId } = await createProject(server, 'kept');
    await switchPack(server, { projectId, pack: 'fast-data', isEnabled: false });
    await server.restart({ WAYBILL_PACKS: 'fast-data=beta,objects=off' });
    const { data } = await server.query('{ project(key: "kept") { packs { name isBeta isEnabled } } }');
    expect(data).toEqual({
      project: {
        packs: [
          { name: 'fast-data', isBeta: true, isEnabled: false },
          { name: 'objects', isBeta: false, isEnabled: false },
          analytics,
        ],
      },
    });
    expect(await packsOffered(server, null)).toEqual(['fast-data', 'analytics']);
    expect(await packsOffered(server, projectId)).toEqual(['analytics']);
    const { project, problems } = await switchPack(server, { projectId, pack: 'objects', isEnabled: true });
    expect(project).toBeNull();
    expect(problems).toEqual([
      { code: 'PACK_OFF', message: 'The pack Objects is switched off on this server.', path: ['input', 'pack'] },
    ]);
  });

  it('keep a server from starting when a setting names one that there is not', async () => {
    await expect(server.restart({ WAYBILL_PACKS: 'shop=on' })).rejects.toThrow(
      'WAYBILL_PACKS names shop, which is no pack; the packs are fast-data, objects, analytics.',
    );
  });
});
