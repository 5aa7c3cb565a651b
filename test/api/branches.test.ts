import { makeShop, makeSystem } from '../support/fastDataResources.js';
import { createProject, createResources, idOf, namesOn, resourceOf } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import type { InputOf } from '../support/operationResults.js';

describe('branches', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const create = async (input: InputOf<'CreateBranch'>) =>
    (await server.operation('CreateBranch', { input })).createBranch;

  it('start empty, and stand behind the default branch of their project', async () => {
    const { projectId, key } = await createProject(server, 'empty');
    const { branch, problems } = await create({ projectId, name: 'feature/x-1' });
    expect(problems).toEqual([]);
    expect(branch).toMatchObject({ name: 'feature/x-1', project: { key } });
    const { project } = await server.operation('Project', { key });
    expect(project?.branches.map(({ name }) => name)).toEqual(['main', 'feature/x-1']);
    expect(await namesOn(server, branch?.id ?? '')).toEqual([]);
  });

  it('start with the resources of another branch, each child in the copy of its parent', async () => {
    const { projectId, branchId } = await createProject(server, 'copied');
    const originals = await createResources(server, branchId, makeShop());
    const { branch } = await create({ projectId, name: 'copy', fromBranchId: branchId });
    const copyId = branch?.id ?? '';
    expect(await namesOn(server, copyId)).toEqual(await namesOn(server, branchId));
    const copy = await resourceOf(server, copyId, 'orders');
    const original = originals.get('orders');
    expect(copy.id).not.toBe(original?.id);
    expect(copy).toMatchObject({ spec: original?.spec, digest: original?.digest, revision: 1, mode: 'EDITABLE' });
    const { resource } = await server.operation('Resource', { id: copy.id });
    expect(resource?.parent).toEqual({ id: await idOf(server, copyId, 'shop'), name: 'shop' });
  });

  it('go their own way after that', async () => {
    const { projectId, branchId } = await createProject(server, 'apart');
    await createResources(server, branchId, [makeSystem('crm')]);
    const { branch } = await create({ projectId, name: 'side', fromBranchId: branchId });
    const copyId = branch?.id ?? '';
    const id = await idOf(server, copyId, 'crm');
    await server.operation('UpdateResource', { input: { id, spec: { adapter: 'debezium' } } });
    expect((await resourceOf(server, branchId, 'crm')).spec).toEqual({ adapter: 'basic' });
    expect((await resourceOf(server, copyId, 'crm')).spec).toEqual({ adapter: 'debezium' });
  });

  it.each(['', '.', '.hidden', 'a..b', 'a.lock', 'ends.', 'with space', 'é', 'line\n', 'b'.repeat(101)])(
    'are refused when the name is %j',
    async (name) => {
      const { projectId } = await createProject(server, 'named');
      const { branch, problems } = await create({ projectId, name });
      expect(branch).toBeNull();
      expect(problems).toMatchObject([{ code: 'NAME_INVALID', path: ['input', 'name'] }]);
    },
  );

  it.each([['empty'], ['from main']])(
    'are refused when the name is taken, however many ask at once (%s)',
    async (how) => {
      const { projectId, branchId } = await createProject(server, `race-${how.replace(' ', '-')}`);
      const input = { projectId, name: 'one', fromBranchId: how === 'empty' ? null : branchId };
      const payloads = await Promise.all(Array.from({ length: 8 }, () => create(input)));
      expect(payloads.filter(({ branch }) => branch !== null)).toHaveLength(1);
      const codes = payloads.flatMap(({ problems }) => problems.map(({ code }) => code));
      expect(codes).toEqual(Array.from({ length: 7 }, () => 'NAME_TAKEN'));
    },
  );

  it('are refused for a project that does not exist, or an id that is none', async () => {
    const { branchId } = await createProject(server, 'strange');
    for (const projectId of [branchId, 'not-an-id', "' OR 1=1"]) {
      const { branch, problems } = await create({ projectId, name: 'x' });
      expect(branch).toBeNull();
      expect(problems).toMatchObject([{ path: ['input', 'projectId'] }]);
      expect(['NOT_FOUND', 'INVALID_ID']).toContain(problems[0]?.code);
    }
  });

  it('are refused when they are to start from a branch of another project', async () => {
    const { projectId } = await createProject(server, 'mine');
    const other = await createProject(server, 'theirs');
    const { branch, problems } = await create({ projectId, name: 'x', fromBranchId: other.branchId });
    expect(branch).toBeNull();
    expect(problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'fromBranchId'] }]);
  });

  it('may have the same name in two projects', async () => {
    for (const key of ['twin-1', 'twin-2']) {
      const { projectId } = await createProject(server, key);
      expect((await create({ projectId, name: 'same' })).problems).toEqual([]);
    }
  });
});
