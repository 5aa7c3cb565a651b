/**
 * Walks every operation as somebody who may see all but some resources, and looks for these in every byte of every answer: over HTTP,
 * over WebSocket, and in files. The walk follows the schema: an operation that is new has no arguments here, and fails it.
 *
 * The specs of what they may see are left out: whoever may read a spec reads the names in it.
 */
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { grantRole, makeAccount, type Account } from '../support/accessScene.js';
import { processReport } from '../support/analyticsEntities.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema, makeProjection, makeSingleView, makeSystem } from '../support/fastDataResources.js';
import { createProject, createResources, idOf, importFile, type ProjectScene } from '../support/projectScene.js';
import { firstEvent, subscribeTo } from '../support/taskSubscription.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { bindHidden, bindingOf } from '../support/bindingScene.js';
import { wholeDocument } from '../support/wholeDocument.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
/** In all names and titles of what may not be seen. Long enough not to occur in a signature by chance. */
const secret = /zqxvk/;
const ofItems = ['diff', 'spec', 'newSpec'].map((field) => `ImportItem.${field}`);
const without = new Set(['Resource.spec', 'ResourceRevision.spec', ...ofItems]);
const unknownId = '01a1fdbf-0000-7000-8000-000000000000';

type Variables = Record<string, unknown>;

const refusedInputs: Record<string, Variables> = {
  createProject: { key: 'mine', name: 'Mine' },
  setGroupMember: { groupId: unknownId, principalId: unknownId, isMember: true },
  setSuperuser: { principalId: unknownId, isSuperuser: true },
  revokeToken: { id: unknownId },
};

const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
const operations = roots.flatMap((root) =>
  Object.keys(root?.getFields() ?? {}).map((field) => `${root?.name ?? ''}.${field}`),
);
const documents = new Map(operations.map((operation) => [operation, wholeDocument(schema, operation, { without })]));

describe('somebody who may see all but some resources', () => {
  let server: TestServer;
  let place: ProjectScene;
  let asker: Account;
  /** Ids of what they may not see. */
  const hiddenIds: string[] = [];
  const asked = new Set<string>();

  beforeAll(async () => {
    const settings = { WAYBILL_MAX_COST: '1000000000', WAYBILL_MAX_DEPTH: '100' };
    const heavy = { WAYBILL_HEAVY_READS: '1000', WAYBILL_HEAVY_READS_EACH: '1000' };
    server = await startTestServer({ settings: { ...settings, ...heavy } });
    place = await createProject(server, 'walked', ['EVENT_DRIVEN']);
    asker = await makeAccount(server, 'asker');
    await grantRole(server, asker, { projectId: place.projectId, role: 'EDITOR' });
  });
  afterAll(() => server.stop());

  const hide = async (id: string) => {
    const document = `mutation ($id: ID!) { setResourceReaders(input: { resourceId: $id, readers: [] }) { problems { message } } }`;
    const { data } = await server.query(document, { id });
    expect(data).toEqual({ setResourceReaders: { problems: [] } });
    hiddenIds.push(id);
  };

  /** Looks through an answer; `echoed` is what who asks has named themselves. */
  const expectSilence = (text: string, echoed = '') => {
    const heard = echoed === '' ? text : text.replaceAll(echoed, '');
    const at = secret.exec(heard)?.index;
    if (at !== undefined) throw new Error(`It tells: ${heard.slice(Math.max(0, at - 300), at + 200)}`);
    for (const id of hiddenIds) expect(heard.replaceAll(echoed === '' ? '\0' : echoed, '')).not.toContain(id);
  };

  /** Asks for everything that an operation answers, and looks through it. */
  const ask = async (operation: string, variables: Variables = {}, echoed = ''): Promise<Record<string, unknown>> => {
    asked.add(operation);
    const { data, errors } = await asker.client.query(documents.get(operation)!, variables);
    expectSilence(JSON.stringify([data, errors]), echoed);
    const codes = errors?.map(({ extensions }) => extensions['code']) ?? [];
    expect(codes.filter((code) => !['FORBIDDEN', 'BAD_USER_INPUT', 'NOT_FOUND'].includes(String(code)))).toEqual([]);
    return data ?? {};
  };
  const problemsOf = (data: Record<string, unknown>) =>
    (Object.values(data)[0] as { problems: { code: string; message: string }[] }).problems;
  const idIn = (data: Record<string, unknown>, member: string) =>
    (Object.values(data)[0] as Record<string, { id: string } | null>)[member]?.id ?? '';

  const stage = async (content: string, input: Variables = {}) => {
    asked.add('Mutation.stageImport');
    const answer = await asker.client.sendUpload(content, { branchId: place.branchId, ...input });
    expectSilence(JSON.stringify(answer));
    const { plan } = (answer.data as { stageImport: { plan: { id: string; task: { id: string } } } }).stageImport;
    await server.waitForTask(plan.task.id);
    return plan.id;
  };
  const openEr = (name: string) => makeErSchema(name, {});

  it('is not told of them by what there is to read', async () => {
    const { branchId, projectId, key } = place;
    const made = await createResources(server, branchId, [
      { ...openEr('zqxvk_er'), title: 'zqxvk title' },
      makeSystem('zqxvk_system'),
      makeProjection('pr_inside', { parent: 'zqxvk_system' }),
      makeSingleView('sv_open', { erSchema: 'zqxvk_er' }),
      openEr('er_base'),
      { kind: 'objects/ObjectFolder', name: 'zqxvk_folder', spec: folderSpec('zqxvk_folder', 'Shelf') },
      { kind: 'analytics/ProcessDefinition', name: 'zqxvk_flow', spec: { versions: ['1'], tenantIds: [null] } },
    ]);
    for (const name of ['zqxvk_er', 'zqxvk_system', 'zqxvk_folder', 'zqxvk_flow']) await hide(made.get(name)!.id);
    const reference = await bundleText([makeSingleView('zqxvk_reference', { erSchema: 'er_base' })]);
    await importFile(server, reference, { branchId, mode: 'REFERENCE', fileName: 'zqxvk.json' });
    await hide(await idOf(server, branchId, 'zqxvk_reference'));
    // What a manager does with them is not for others either.
    await server.operation('StartExport', { input: { selection: { branchId, all: true } } });

    const open = made.get('sv_open')!.id;
    const inside = made.get('pr_inside')!.id;
    const base = made.get('er_base')!.id;
    for (const name of ['me', 'principals', 'tokens']) await ask(`Query.${name}`);
    await ask('Query.auditEvents', { filter: { projectId } });
    await ask('Query.verifyDatabase');
    await ask('Query.kinds', { projectId });
    await ask('Query.projects');
    await ask('Query.project', { key });
    await ask('Query.branch', { projectKey: key, name: 'main' });
    for (const id of [open, projectId, branchId]) await ask('Query.node', { id });
    for (const id of hiddenIds) expect(await ask('Query.node', { id }, id)).toEqual({ node: null });
    await ask('Query.importPlans', { branchId });
    for (const id of [open, inside, base]) await ask('Query.resource', { id });
    for (const id of hiddenIds) {
      const hidden = await ask('Query.resource', { id }, id);
      expect(hidden).toEqual({ resource: null });
    }
    await ask('Query.resources', { branchId });
    await ask('Query.resources', { branchId, filter: { search: 'zq' } });
    for (const direction of ['DEPENDENCIES', 'DEPENDENTS'])
      for (const rootIds of [[open, inside, base]])
        await ask('Query.dependencyGraph', { branchId, rootIds, direction });
    await ask('Query.dependencyGraph', { branchId, rootIds: [hiddenIds[0]], direction: 'DEPENDENCIES' }, hiddenIds[0]);
    for (const input of [{ all: true }, { resourceIds: [open] }, { resourceIds: [inside] }, { resourceIds: hiddenIds }])
      await ask('Query.exportPreview', { input: { selection: { branchId, ...input } } });
    await ask('Query.exportFields', { branchId, kind: 'fast-data/ErSchema' });
    await ask('Query.exportFields', { branchId, kind: 'objects/ObjectEntry', definitionErc: 'zqvk_folder' });
    await ask('Query.tasks', { filter: { branchId } });
    for (const list of ['templates', 'schedules']) await ask(`Query.${list}`, { projectId });
    await ask('Query.importPlan', { id: unknownId });
  });

  it('learns nothing of them from changes of what they may see', async () => {
    const { branchId } = place;
    const base = await idOf(server, branchId, 'er_base');
    const input = (more: Variables) => ({ input: { branchId, kind: 'fast-data/ErSchema', ...more } });
    const ofSystem = { kind: 'fast-data/Projection', name: 'pr_new', spec: { fields: [] } };
    const taken = await ask('Mutation.createResource', input({ name: 'zqxvk_er', spec: openEr('').spec }), 'zqxvk_er');
    expect(problemsOf(taken)).toMatchObject([{ code: 'NAME_TAKEN' }]);
    await ask('Mutation.createResource', input({ ...ofSystem, parentId: hiddenIds[1] }), hiddenIds[1]);
    const folder = { kind: 'objects/ObjectFolder', name: 'SHELVES', spec: folderSpec('SHELVES', 'Shelf') };
    const sameText = await ask('Mutation.createResource', input(folder));
    expect(problemsOf(sameText)).toMatchObject([{ code: 'UNIQUE_TEXT_TAKEN' }]);
    const other = await ask('Mutation.createResource', input({ ...folder, spec: folderSpec('SHELVES', 'Shelves') }));
    const folderId = idIn(other, 'resource');
    const update = { input: { id: folderId, spec: folderSpec('SHELVES', 'Shelf') } };
    expect(problemsOf(await ask('Mutation.updateResource', update))).toMatchObject([{ code: 'UNIQUE_TEXT_TAKEN' }]);
    const renamed = await ask('Mutation.renameResource', { input: { id: base, name: 'er_other' } });
    expect(problemsOf(renamed)).toMatchObject([{ code: 'READ_ONLY_REFERENCE' }]);
    await ask('Mutation.renameResource', { input: { id: base, name: 'zqxvk_er' } }, 'zqxvk_er');
    const deleted = await ask('Mutation.deleteResource', { input: { id: base } });
    expect(problemsOf(deleted)).toMatchObject([{ code: 'HAS_DEPENDENTS' }]);
    await ask('Mutation.restoreRevision', { input: { id: folderId, revision: 1 } });
    await ask('Mutation.detachReference', { input: { id: base } });
    for (const mutation of ['deleteResource', 'detachReference'])
      await ask(`Mutation.${mutation}`, { input: { id: hiddenIds[0] } }, hiddenIds[0]);
    await ask('Mutation.setResourceReaders', { input: { resourceId: base, readers: null } });
    await ask('Mutation.setResourceReaders', { input: { resourceId: hiddenIds[0], readers: null } }, hiddenIds[0]);
    await ask('Mutation.createBranch', { input: { projectId: place.projectId, name: 'copy', fromBranchId: branchId } });
  });

  it('learns nothing of them from import plans, their reports, executions and undos', async () => {
    const { branchId } = place;
    const reports = await stage(JSON.stringify([processReport('Loans', ['zqvk_flow'])]));
    await ask('Query.importPlan', { id: reports });
    const remap = { planId: reports, kind: 'analytics/ProcessDefinition', name: 'zqvk_flow' };
    await ask('Mutation.remapPrerequisite', { input: { ...remap, toName: 'zqvk_flo' } });
    await ask('Mutation.executeImport', { input: { planId: reports } });
    const reported = await ask('Mutation.executeImport', {
      input: { planId: reports, importStrategy: 'ON_ERROR_CONTINUE' },
    });
    await server.waitForTask(idIn(reported, 'task'));

    const folders = { kind: 'objects/ObjectFolder', name: 'CASES', spec: folderSpec('CASES', 'Shelf') };
    const mixed = await stage(await bundleText([folders, openEr('ZQX_er'), openEr('er_mine')]));
    await ask('Query.importPlan', { id: mixed });
    await ask('Mutation.setImportMode', { input: { planId: mixed, mode: 'COPY' } });
    await ask('Mutation.setImportOptions', { input: { planId: mixed, createStrategy: 'UPSERT' } });
    await ask('Mutation.selectImportItems', { input: { planId: mixed, isSelected: true } });
    await ask('Mutation.renameImportItem', { input: { itemId: `${mixed}.1`, name: 'er_renamed' } });
    await ask('Mutation.renameImportItem', { input: { itemId: `${mixed}.1`, name: 'zqxvk_er' } }, 'zqxvk_er');
    await ask('Mutation.renameImportItem', { input: { itemId: `${mixed}.1`, name: 'er_renamed' } });
    await ask('Mutation.executeImport', { input: { planId: mixed } });
    const executed = await ask('Mutation.executeImport', {
      input: { planId: mixed, importStrategy: 'ON_ERROR_CONTINUE' },
    });
    const importId = idIn(executed, 'task');
    expect((await server.waitForTask(importId)).status).toBe('COMPLETED_WITH_ERRORS');
    await ask('Query.importPlan', { id: mixed });
    await ask('Query.importPlans', { branchId });
    await ask('Query.node', { id: importId });
    await ask('Query.branch', { projectKey: place.key, name: 'main' });
    const later = await createResources(server, branchId, [makeSingleView('zqxvk_later', { erSchema: 'er_mine' })]);
    await hide(later.get('zqxvk_later')!.id);
    const refused = await ask('Mutation.undoImport', { input: { taskId: importId } });
    expect(problemsOf(refused).map(({ code }) => code)).toContain('HAS_DEPENDENTS');
    const discarded = await stage(await bundleText([openEr('er_discarded')]));
    await ask('Mutation.discardImport', { input: { planId: discarded } });
  });

  it('learns nothing of them from tasks, over HTTP and WebSocket, nor from any file', async () => {
    const { branchId, projectId } = place;
    const excludeIds = [await idOf(server, branchId, 'sv_open')];
    for (const selection of [{ all: true }, { kinds: ['fast-data/Projection'] }, { resourceIds: [hiddenIds[0]] }]) {
      const input = { selection: { branchId, ...selection }, excludeIds };
      const started = await ask('Mutation.startExport', { input }, hiddenIds[0]);
      const id = idIn(started, 'task');
      if (id !== '') await server.waitForTask(id);
      const transfer = { selection: { branchId, ...selection }, intoBranchId: branchId, excludeIds };
      const staged = await ask('Mutation.stageTransfer', { input: transfer }, hiddenIds[0]);
      const { plan } = staged['stageTransfer'] as { plan: { id: string; task: { id: string } } | null };
      if (plan) await server.waitForTask(plan.task.id);
    }
    const template = { direction: 'EXPORT', name: 'mine', settings: { format: 'JSON' } };
    const saved = await ask('Mutation.saveTemplate', { input: { projectId, ...template } });
    const nightly = { templateId: idIn(saved, 'template'), name: 'nightly', action: 'EXPORT', cron: '0 2 * * *' };
    await ask('Mutation.saveSchedule', { input: { projectId, branchId, ...nightly } });
    await bindHidden(server, place);
    await ask('Query.bindings', { projectId });
    await ask('Mutation.setBinding', { input: { projectId, ...bindingOf('er_other', 'er_here') } });
    for (const name of ['deleteBinding', 'deleteTemplate', 'deleteSchedule', 'runSchedule', 'setScheduleEnabled'])
      await ask(`Mutation.${name}`, { input: { id: unknownId, ...(name.startsWith('set') && { isEnabled: true }) } });
    const { tasks } = await server.operation('Tasks', { first: 100 });
    expect(tasks!.edges.length).toBeGreaterThan(8);
    for (const { node } of tasks!.edges) {
      await ask('Query.task', { id: node.id });
      expectSilence(await eventsOf(node.id));
      for (const { url } of node.files) {
        const response = await fetch(url!.split('?')[0]!, { headers: asker.client.authorization });
        expectSilence([...response.headers].join('\n') + (await response.text()));
      }
    }
    await ask('Query.tasks', {});
    expectSilence(await firstEventOf('Subscription.branchChanged', { branchId }));
    expectSilence(await firstEventOf('Subscription.tasksChanged', { projectId }));
    await ask('Mutation.deleteTask', { input: { id: tasks!.edges[0]!.node.id } });
    await ask('Mutation.cancelTask', { input: { id: tasks!.edges[0]!.node.id } });
  });

  it('learns nothing of them from refusals', async () => {
    const ofSuperusers = [
      'createGroup',
      'createProject',
      'createToken',
      'setGroupMember',
      'setSuperuser',
      'revokeToken',
    ];
    for (const mutation of ofSuperusers)
      await ask(`Mutation.${mutation}`, { input: refusedInputs[mutation] ?? { name: 'mine' } });
    const { projectId } = place;
    await ask('Mutation.updateProject', { input: { id: projectId, name: 'x' } });
    await ask('Mutation.deleteProject', { input: { id: projectId, confirmKey: 'x' } });
    await ask('Mutation.deleteBranch', { input: { id: place.branchId } });
    await ask('Mutation.setPackEnabled', { input: { projectId, pack: 'fast-data', isEnabled: true } });
    await ask('Mutation.grantRole', { input: { projectId, principalId: unknownId, role: 'VIEWER' } });
    await ask('Mutation.revokeRole', { input: { projectId, principalId: unknownId } });
    expect([...asked].sort()).toEqual(operations.toSorted());
  });

  /** The first event of a subscription; a change of the branch is staged meanwhile. */
  const firstEventOf = async (operation: string, variables: Variables): Promise<string> => {
    asked.add(operation);
    const query = documents.get(operation)!;
    const change = () => server.upload('nothing', { branchId: place.branchId });
    return JSON.stringify(
      await firstEvent(subscribeTo({ url: server.url, token: asker.secret }, query, variables), change),
    );
  };

  /** All messages of a subscription, until it ends. */
  const eventsOf = async (id: string): Promise<string> => {
    asked.add('Subscription.taskProgress');
    const query = documents.get('Subscription.taskProgress')!;
    const events: unknown[] = [];
    for await (const event of subscribeTo({ url: server.url, token: asker.secret }, query, { id })) events.push(event);
    expect(events.length).toBeGreaterThan(0);
    return JSON.stringify(events);
  };
});

function folderSpec(externalReferenceCode: string, name: string) {
  return { externalReferenceCode, name, label: { en_US: name }, objectFolderItems: [] };
}
