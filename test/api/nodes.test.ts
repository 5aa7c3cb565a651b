/** Ids: `node` finds whatever has one, and an id of something else is refused by what it is. */
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { grantRole, makeAccount } from '../support/accessScene.js';
import { auditEventsOf } from '../support/auditEvents.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema } from '../support/fastDataResources.js';
import { createProject, createResources, stageFile, type ProjectScene } from '../support/projectScene.js';
import { ScheduleFlow } from '../support/scheduleFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const node = schema.getType('Node');
const nodeTypes = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
/** They carry the id of something else, or of another installation. */
const carriers = ['Actor', 'AuditProject', 'Me', 'OriginInstance', 'OriginProject', 'PrerequisiteCandidate'];

describe('node', () => {
  let server: ServerClient;
  let scene: ProjectScene;
  const idByType = new Map<string, string>();
  beforeAll(async () => {
    server = await sharedServer();
    scene = await createProject(server, 'nodes');
    const { projectId, branchId } = scene;
    const made = await createResources(server, branchId, [makeErSchema('er', {})]);
    const plan = await stageFile(server, await bundleText([makeErSchema('staged', {})]), { branchId });
    const input = { projectId, name: 'all', direction: 'EXPORT' as const, settings: {} };
    const { saveTemplate } = await server.operation('SaveTemplate', { input });
    const { createToken } = await server.operation('CreateToken', { input: { name: 'somebody' } });
    const { data } = await server.as(createToken.secret!).query('{ me { id } }');
    const [event] = await auditEventsOf(server, { projectId });
    const { importPlan } = await server.operation('ImportPlan', { id: plan.id });
    const { task } = (await server.query('query ($id: ID!) { importPlan(id: $id) { task { id } } }', { id: plan.id }))
      .data!['importPlan'] as { task: { id: string } };
    const set = 'mutation ($input: SetBindingInput!) { setBinding(input: $input) { binding { id } } }';
    const names = { kind: 'fast-data/ErSchema', name: 'a', type: 'RENAME', toName: 'b' };
    const wanted = { projectId, sourceProject: 'source', ...names };
    const { binding } = (await server.query(set, { input: wanted })).data!['setBinding'] as { binding: { id: string } };
    const halted = { templateId: saveTemplate.template!.id, isEnabled: false };
    const schedule = await new ScheduleFlow(server).save({ projectId, branchId, key: '' }, halted);
    for (const [type, id] of Object.entries({
      ...{ Project: projectId, Branch: branchId, Resource: made.get('er')!.id, ImportPlan: plan.id, Task: task.id },
      ...{ ImportItem: importPlan!.items.edges[0]!.node.id, Template: saveTemplate.template!.id },
      ...{ AccessToken: createToken.token!.id, Principal: (data as { me: { id: string } }).me.id },
      ...{ AuditEvent: event!.id, Binding: binding.id, Schedule: schedule.id },
    }))
      idByType.set(type, id);
  });

  it('is the interface of every type that has an id of its own', () => {
    const withId = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && type.getFields()['id']);
    expect(nodeTypes.toSorted()).toEqual(
      withId
        .map(({ name }) => name)
        .filter((name) => !carriers.includes(name))
        .toSorted(),
    );
  });

  it.each(nodeTypes)('finds a %s', async (type) => {
    const id = idByType.get(type) ?? '';
    expect((await server.operation('Node', { id })).node).toMatchObject({ __typename: type, id });
  });

  it.each(nodeTypes)('is null for a %s of a project that who asks may not see', async (type) => {
    const stranger = await makeAccount(server, 'stranger');
    const other = await createProject(server, 'other');
    await grantRole(server, stranger, { projectId: other.projectId, role: 'VIEWER' });
    expect(await stranger.client.operation('Node', { id: idByType.get(type) ?? '' })).toEqual({ node: null });
  });

  it('shows a viewer what there is to see, and oneself', async () => {
    const viewer = await makeAccount(server, 'viewer');
    await grantRole(server, viewer, { projectId: scene.projectId, role: 'VIEWER' });
    const { data } = await viewer.client.query('{ me { id } }');
    const ids = [
      ...idByType,
      ['AccessToken', viewer.tokenId],
      ['Principal', (data as { me: { id: string } }).me.id],
    ] as const;
    const seen = await Promise.all(
      ids.map(async ([, id]) => (await viewer.client.operation('Node', { id })).node?.__typename),
    );
    const open = ['Project', 'Branch', 'Resource', 'ImportPlan', 'Task', 'ImportItem', 'Template'];
    expect(seen).toEqual([...open, undefined, undefined, undefined, 'Binding', 'Schedule', 'AccessToken', 'Principal']);
  });

  it.each(['', 'nope', '01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8057.1'])(
    'is null for %j',
    async (id) => {
      expect(await server.operation('Node', { id })).toEqual({ node: null });
    },
  );

  describe('an id of something else', () => {
    it('is refused by a query', async () => {
      const [error] = await server.operationErrors('Resources', { branchId: scene.projectId });
      expect(error).toMatchObject({
        message: 'This is the ID of a project; a branch ID is required. Give the ID of a branch.',
        extensions: { code: 'BAD_USER_INPUT' },
      });
      const [other] = await server.operationErrors('ImportPlan', { id: idByType.get('ImportItem') });
      expect(other?.message).toContain('This is the ID of an import item; an import plan ID is required.');
    });

    it('is a problem of a mutation, at its place', async () => {
      const { createBranch } = await server.operation('CreateBranch', {
        input: { projectId: scene.branchId, name: 'x' },
      });
      expect(createBranch).toMatchObject({
        branch: null,
        problems: [
          {
            ...{ code: 'INVALID_ID', path: ['input', 'projectId'] },
            message: 'This is the ID of a branch; a project ID is required.',
          },
        ],
      });
    });

    it('is named by a problem of another argument', async () => {
      const { projectId } = scene;
      const document = `mutation ($input: CreateBranchInput!) { createBranch(input: $input) { problems { code fix } } }`;
      const { data } = await server.query(document, { input: { projectId, name: 'x', fromBranchId: projectId } });
      expect(data).toEqual({
        createBranch: { problems: [{ code: 'NOT_FOUND', fix: 'This is the ID of a project. Give another one.' }] },
      });
    });

    it('is an id of nothing to who may not see what it is of', async () => {
      const stranger = await makeAccount(server, 'stranger');
      const other = await createProject(server, 'another');
      await grantRole(server, stranger, { projectId: other.projectId, role: 'EDITOR' });
      expect(await stranger.client.operation('Resources', { branchId: scene.projectId })).toEqual({ resources: null });
      const document = `mutation ($input: CreateBranchInput!) { createBranch(input: $input) { problems { code message fix } } }`;
      const { data } = await stranger.client.query(document, { input: { projectId: scene.branchId, name: 'x' } });
      expect(data).toEqual({
        createBranch: { problems: [{ code: 'NOT_FOUND', message: 'There is no project with this id.', fix: null }] },
      });
    });
  });
});
