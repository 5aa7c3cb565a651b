import { grantRole, makeAccount, makeAccounts, type Account } from '../support/accessScene.js';
import { mutate } from '../support/auditEvents.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema, makeSystem } from '../support/fastDataResources.js';
import type { GraphqlClient } from '../support/graphqlClient.js';
import { createProject, createResources, importFile, stageFile, type ProjectScene } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const idOf = async (client: GraphqlClient) => (await client.operation('Me')).me.id;

async function keysOf(client: GraphqlClient): Promise<string[]> {
  const { projects } = await client.operation('Projects', { first: 100 });
  expect(projects.totalCount).toBe(projects.edges.length);
  return projects.edges.map(({ node }) => node.key);
}

async function makeGroup(server: ServerClient, name: string, memberIds: readonly string[]): Promise<string> {
  const { principal } = await mutate<{ principal: { id: string } }>(server, 'createGroup', {
    input: { name: server.keyFor(name) },
    result: 'principal { id }',
  });
  for (const principalId of memberIds)
    await mutate(server, 'setGroupMember', { input: { groupId: principal.id, principalId, isMember: true } });
  return principal.id;
}

describe('a role', () => {
  let server: ServerClient;
  let place: ProjectScene;
  let other: ProjectScene;
  let accounts: Awaited<ReturnType<typeof makeAccounts>>;
  beforeAll(async () => {
    server = await sharedServer();
    place = await createProject(server, 'own');
    other = await createProject(server, 'other');
    accounts = await makeAccounts(server, { projectId: place.projectId, otherProjectId: other.projectId });
  });

  it('is told to who has it', async () => {
    const { me } = await accounts.EDITOR.client.operation('Me');
    expect(me).toMatchObject({ name: 'editor', isSuperuser: false, memberships: { nodes: [{ role: 'EDITOR' }] } });
    expect(me.memberships.nodes[0]?.project.key).toBe(place.key);
    const { me: root } = await accounts.SUPERUSER.client.operation('Me');
    expect(root).toMatchObject({ isSuperuser: true, memberships: { nodes: [] } });
    const { data } = await accounts.SUPERUSER.client.query(`{ project(key: "${place.key}") { myRole } }`);
    expect(data).toEqual({ project: { myRole: 'MANAGER' } });
  });

  it('is given, changed and taken back by a manager of the project, in no other', async () => {
    const { tokenId, client } = await makeAccount(server, 'newcomer');
    const manager = accounts.MANAGER.client;
    const give = async (projectId: string, role: 'VIEWER' | 'EDITOR' | 'MANAGER') =>
      (await manager.operation('GrantRole', { input: { projectId, principalId: tokenId, role } })).grantRole;
    expect(await keysOf(client)).toEqual([]);
    expect(await give(place.projectId, 'VIEWER')).toMatchObject({ membership: { role: 'VIEWER' }, problems: [] });
    expect(await give(place.projectId, 'EDITOR')).toMatchObject({ membership: { role: 'EDITOR' } });
    expect(await keysOf(client)).toEqual([place.key]);
    expect(await give(other.projectId, 'VIEWER')).toMatchObject({
      membership: null,
      problems: [{ code: 'NOT_FOUND', path: ['input', 'projectId'] }],
    });
    const input = { projectId: place.projectId, principalId: tokenId };
    const { revokeRole } = await manager.operation('RevokeRole', { input });
    expect(revokeRole).toMatchObject({ project: { id: place.projectId }, problems: [] });
    expect(await keysOf(client)).toEqual([]);
    expect((await manager.operation('RevokeRole', { input })).revokeRole.problems).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'principalId'] },
    ]);
  });

  it('is had through a group while one is in it, and the higher one counts', async () => {
    const { client } = await makeAccount(server, 'member');
    const principalId = await idOf(client);
    const groupId = await makeGroup(server, 'staff', [principalId]);
    await mutate(server, 'grantRole', { input: { projectId: place.projectId, principalId: groupId, role: 'EDITOR' } });
    await mutate(server, 'grantRole', { input: { projectId: place.projectId, principalId, role: 'VIEWER' } });
    const role = async () => {
      const { data } = await client.query(`{ project(key: "${place.key}") { myRole } }`);
      const { me } = await client.operation('Me');
      expect(me.memberships.nodes.map((membership) => membership.role)).toEqual([
        (data as { project: { myRole: string } }).project.myRole,
      ]);
      return me.memberships.nodes.map((membership) => membership.role);
    };
    expect(await role()).toEqual(['EDITOR']);
    await mutate(server, 'setGroupMember', { input: { groupId, principalId, isMember: false } });
    expect(await role()).toEqual(['VIEWER']);
  });

  it('does not go through groups of groups, which there are not', async () => {
    const groupId = await makeGroup(server, 'outer', []);
    const inner = await makeGroup(server, 'inner', []);
    const input = { groupId, principalId: inner, isMember: true };
    expect((await mutate(server, 'setGroupMember', { input })).problems).toMatchObject([{ code: 'PRINCIPAL_UNFIT' }]);
    const turned = { groupId: await idOf(accounts.VIEWER.client), principalId: inner, isMember: true };
    expect((await mutate(server, 'setGroupMember', { input: turned })).problems).toHaveLength(2);
  });

  it('shows lists of what is in the own projects alone', async () => {
    await importFile(server, await bundleText([makeErSchema('mine', {})]), { branchId: place.branchId });
    await importFile(server, await bundleText([makeErSchema('theirs', {})]), { branchId: other.branchId });
    const nobody = await makeAccount(server, 'nobody');
    const branchesOf = async (client: GraphqlClient, filter = {}) => {
      const document =
        'query ($filter: TaskFilter) { tasks(filter: $filter) { totalCount edges { node { branch { id } } } } }';
      const { data } = await client.query(document, { filter });
      const { tasks } = data as { tasks: { totalCount: number; edges: { node: { branch: { id: string } } }[] } | null };
      if (!tasks) return null;
      expect(tasks.totalCount).toBe(tasks.edges.length);
      return [...new Set(tasks.edges.map(({ node }) => node.branch.id))];
    };
    expect(await keysOf(accounts.VIEWER.client)).toEqual([place.key]);
    expect(await branchesOf(accounts.VIEWER.client)).toEqual([place.branchId]);
    expect(await branchesOf(accounts.STRANGER.client)).toEqual([other.branchId]);
    expect(await branchesOf(accounts.VIEWER.client, { branchId: other.branchId })).toBeNull();
    expect([await keysOf(nobody.client), await branchesOf(nobody.client)]).toEqual([[], []]);
  });

  it('is listed with the project that it is in, for all who see that', async () => {
    const { data } = await accounts.VIEWER.client.query(
      `{ project(key: "${place.key}") { memberships { nodes { role principal { name type memberships { nodes { project { key } } } } } } } }`,
    );
    const { project } = data as {
      project: { memberships: { nodes: { role: string; principal: { name: string } }[] } };
    };
    const byName = new Map(project.memberships.nodes.map(({ role, principal }) => [principal.name, role]));
    expect(Object.fromEntries(byName)).toMatchObject({ viewer: 'VIEWER', editor: 'EDITOR', manager: 'MANAGER' });
    expect(byName.has('stranger')).toBe(false);
    expect(JSON.stringify(data)).not.toContain(other.key);
  });

  describe('of an editor', () => {
    let one: Account;
    let another: Account;
    beforeAll(async () => {
      one = await makeAccount(server, 'one editor');
      another = await makeAccount(server, 'another editor');
      for (const account of [one, another])
        await grantRole(server, account, { projectId: place.projectId, role: 'EDITOR' });
    });

    const imported = async ({ client }: Account, name: string) => {
      const { plan } = await client.upload(await bundleText([makeErSchema(name, {})]), { branchId: place.branchId });
      await server.waitForTask(plan!.task.id);
      const { executeImport } = await client.operation('ExecuteImport', { input: { planId: plan!.id } });
      return server.waitForTask(executeImport.task!.id);
    };

    it('lets them undo their own imports, not those of others; a manager undoes all', async () => {
      const { id: taskId } = await imported(one, 'er_undone');
      const undo = async ({ client }: Account, id: string) =>
        (await client.operation('UndoImport', { input: { taskId: id } })).undoImport;
      expect(await undo(another, taskId)).toMatchObject({ task: null, problems: [{ code: 'FORBIDDEN' }] });
      const own = await undo(one, taskId);
      expect(own.problems).toEqual([]);
      expect((await server.waitForTask(own.task!.id)).status).toBe('COMPLETED');
      const second = await imported(one, 'er_undone_by_manager');
      const managed = await undo(accounts.MANAGER, second.id);
      expect((await server.waitForTask(managed.task!.id)).status).toBe('COMPLETED');
    });

    it('lets them cancel their own tasks, not those of others', async () => {
      const input = { selection: { branchId: place.branchId, all: true } };
      const { startExport } = await one.client.operation('StartExport', { input });
      const { id } = startExport.task!;
      const cancel = async ({ client }: Account) =>
        (await client.operation('CancelTask', { input: { id } })).cancelTask;
      expect((await cancel(another)).problems).toMatchObject([{ code: 'FORBIDDEN' }]);
      const codes = (await cancel(one)).problems.map(({ code }) => code);
      // It may have ended in the meantime.
      expect([[], ['TASK_NOT_CANCELLABLE']]).toContainEqual(codes);
    });

    it('lets them download what others made; a viewer only what they made themselves', async () => {
      await createResources(server, place.branchId, [makeSystem('downloaded')]);
      const fileOf = async ({ client }: Account) => {
        const input = { selection: { branchId: place.branchId, kinds: ['fast-data/SystemOfRecord'] } };
        const { startExport } = await client.operation('StartExport', { input });
        const { id } = await server.waitForTask(startExport.task!.id);
        const { task } = await client.operation('Task', { id });
        return task!.files[0]!.url!;
      };
      const status = async (url: string, { client }: Account) => {
        const response = await fetch(url.split('?')[0] ?? '', { headers: client.authorization });
        await response.arrayBuffer();
        return response.status;
      };
      const editors = await fileOf(one);
      const viewers = await fileOf(accounts.VIEWER);
      expect([await status(editors, another), await status(viewers, another)]).toEqual([200, 200]);
      expect([await status(viewers, accounts.VIEWER), await status(editors, accounts.VIEWER)]).toEqual([200, 404]);
      expect(await status(editors, accounts.STRANGER)).toBe(404);
      // An address that was signed for them is theirs as long as they have the role.
      expect((await fetch(viewers)).status).toBe(200);
      const principalId = await idOf(accounts.VIEWER.client);
      await mutate(server, 'revokeRole', { input: { projectId: place.projectId, principalId } });
      expect((await fetch(viewers)).status).toBe(404);
      await mutate(server, 'grantRole', { input: { projectId: place.projectId, principalId, role: 'VIEWER' } });
    });

    it('lets them use the plans of others', async () => {
      const plan = await stageFile(server, await bundleText([makeErSchema('er_shared', {})]), {
        branchId: place.branchId,
      });
      const { executeImport } = await one.client.operation('ExecuteImport', { input: { planId: plan.id } });
      const task = await server.waitForTask(executeImport.task!.id);
      expect(task.status).toBe('COMPLETED');
    });
  });
});

describe('a superuser', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const setSuperuser = (client: GraphqlClient, principalId: string, isSuperuser: boolean) =>
    mutate(client, 'setSuperuser', { input: { principalId, isSuperuser } });

  it('sees all projects', async () => {
    const keys = [await createProject(server, 'one'), await createProject(server, 'two')].map(({ key }) => key);
    const { client } = await makeAccount(server, 'another', true);
    expect(await keysOf(client)).toEqual(keys);
    await mutate(server, 'setSuperuser', { input: { principalId: await idOf(client), isSuperuser: false } });
  });

  it('may be one through a group, and there is always one left', async () => {
    const { me } = await server.operation('Me');
    expect((await setSuperuser(server, me.id, false)).problems).toMatchObject([{ code: 'LAST_SUPERUSER' }]);
    const groupId = await makeGroup(server, 'admins', []);
    expect((await setSuperuser(server, groupId, true)).problems).toEqual([]);
    // A group without members is nobody.
    expect((await setSuperuser(server, me.id, false)).problems).toMatchObject([{ code: 'LAST_SUPERUSER' }]);
    const account = await makeAccount(server, 'admin by group');
    const member = { groupId, principalId: await idOf(account.client) };
    await mutate(server, 'setGroupMember', { input: { ...member, isMember: true } });
    const own = { name: 'strong', principalId: member.principalId, isSuperuser: true };
    const { createToken: made } = await server.operation('CreateToken', { input: own });
    expect(made.problems).toEqual([]);
    const strong = server.as(made.secret ?? '');
    expect((await strong.operation('Me')).me.isSuperuser).toBe(true);
    expect((await account.client.operation('Me')).me.isSuperuser).toBe(false);
    expect((await setSuperuser(strong, me.id, false)).problems).toEqual([]);
    expect((await server.operation('Me')).me.isSuperuser).toBe(false);
    for (const [mutation, input] of [
      ['setGroupMember', { ...member, isMember: false }],
      ['setSuperuser', { principalId: groupId, isSuperuser: false }],
    ] as const)
      expect((await mutate(strong, mutation, { input })).problems).toMatchObject([{ code: 'LAST_SUPERUSER' }]);
    expect((await setSuperuser(strong, me.id, true)).problems).toEqual([]);
    expect((await mutate(server, 'setGroupMember', { input: { ...member, isMember: false } })).problems).toEqual([]);
    expect((await strong.operation('Me')).me.isSuperuser).toBe(false);
  });
});
