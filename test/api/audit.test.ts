/** What is told to the audit log, and when. */
import { auditActionByMutation } from '../../src/features/access/denialLog.js';
import { policy } from '../../src/features/access/policy.js';
import { grantRole, makeAccount, type Account } from '../support/accessScene.js';
import { auditDocument, auditEventsOf, mutate, type AuditEventState } from '../support/auditEvents.js';
import { refuseEvents } from '../support/auditLog.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema, makeSystem } from '../support/fastDataResources.js';
import {
  createProject,
  createResources,
  executePlan,
  exportFile,
  importFile,
  stageFile,
} from '../support/projectScene.js';
import type { ProjectScene } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('the audit log records', () => {
  let server: ServerClient;
  let place: ProjectScene;
  let manager: Account;
  beforeAll(async () => {
    server = await sharedServer();
    place = await createProject(server, 'audited');
    manager = await makeAccount(server, 'Mara');
    await grantRole(server, manager, { projectId: place.projectId, role: 'MANAGER' });
  });

  const events = (filter: object = {}) => auditEventsOf(server, { projectId: place.projectId, ...filter });
  const newest = async (filter: object = {}): Promise<AuditEventState> => (await events(filter))[0]!;
  /** Events with the newest first, written since. */
  const since = async (work: () => Promise<unknown>): Promise<AuditEventState[]> => {
    const known = new Set((await auditEventsOf(server)).map(({ id }) => id));
    await work();
    return (await auditEventsOf(server)).filter(({ id }) => !known.has(id));
  };
  const makeSystemNamed = async (name: string) =>
    (await createResources(server, place.branchId, [makeSystem(name)])).get(name)!.id;

  it('every change of a resource, with what it was called before', async () => {
    const { branchId } = place;
    const spec = { adapter: 'basic', description: 'Other.' };
    const made = await mutate<{ resource: { id: string } }>(manager.client, 'createResource', {
      input: { branchId, kind: 'fast-data/SystemOfRecord', name: 'till', spec: { adapter: 'basic' } },
      result: 'resource { id }',
    });
    const { id } = made.resource;
    const change = (mutation: string, input: object) => mutate(manager.client, mutation, { input: { id, ...input } });
    await change('updateResource', { spec });
    await change('updateResource', { spec });
    await change('renameResource', { name: 'counter' });
    await change('restoreRevision', { revision: 1 });
    await mutate(manager.client, 'setResourceReaders', { input: { resourceId: id, readers: [] } });
    await mutate(manager.client, 'setResourceReaders', { input: { resourceId: id, readers: null } });
    await change('deleteResource', { force: true });
    const told = await events({ principalId: (await newest()).principal.id });
    const common = { kind: 'fast-data/SystemOfRecord', branchId };
    expect(told.map(({ action, detail }) => [action, detail])).toEqual([
      ['DELETE', { ...common, name: 'counter', force: true }],
      ['READERS_CHANGE', { ...common, name: 'counter', readers: null }],
      ['READERS_CHANGE', { ...common, name: 'counter', readers: [] }],
      ['RESTORE', { ...common, name: 'counter', revision: 4, restoredRevision: 1 }],
      ['RENAME', { ...common, name: 'till', newName: 'counter', rewrittenCount: 0 }],
      ['UPDATE', { ...common, name: 'till', revision: 2 }],
      ['CREATE', { ...common, name: 'till' }],
    ]);
    for (const event of told) {
      expect(event).toMatchObject({ principal: { name: 'Mara' }, project: { key: place.key }, subjectId: id });
    }
  });

  it('exports, imports, detached references and undos, with their counts and files', async () => {
    const { branchId } = place;
    await makeSystemNamed('source');
    const { task } = await exportFile(server, { selection: { branchId, kinds: ['fast-data/SystemOfRecord'] } });
    const [file] = task.files;
    expect(await newest({ actions: ['EXPORT'] })).toMatchObject({
      ...{ subjectId: task.id, outcome: 'SUCCEEDED', principal: { name: 'admin' } },
      detail: { format: 'JSON', fileName: file?.name, branchId, counts: { processedCount: 1, totalCount: 1 } },
    });
    const upload = { branchId, mode: 'REFERENCE', fileName: 'moved.json' };
    const told = await since(() => stageFile(server, '{}', upload));
    expect(told).toMatchObject([{ action: 'STAGE', outcome: 'FAILED', detail: { fileName: 'moved.json' } }]);
    const imported = await importFile(server, await bundleText([makeErSchema('moved', {})]), upload);
    expect(await newest({ actions: ['IMPORT'] })).toMatchObject({
      ...{ subjectId: imported.id, outcome: 'SUCCEEDED' },
      detail: { fileName: 'moved.json', strategy: 'ON_ERROR_FAIL', counts: { createdCount: 1, totalCount: 1 } },
    });
    const { resources } = await server.operation('Resources', { branchId, filter: { search: 'moved' } });
    const id = resources!.edges[0]!.node.id;
    await mutate(server, 'detachReference', { input: { id } });
    expect(await newest()).toMatchObject({ action: 'DETACH', subjectId: id, detail: { name: 'moved' } });
    const { undoImport } = await server.operation('UndoImport', { input: { taskId: imported.id, force: true } });
    await server.waitForTask(undoImport.task!.id);
    expect(await newest()).toMatchObject({
      ...{ action: 'UNDO', subjectId: undoImport.task!.id, outcome: 'SUCCEEDED' },
      detail: { undoneTaskId: imported.id, force: true, counts: { deletedCount: 1 } },
    });
  });

  it('files that were read for an import, and plans that were thrown away', async () => {
    const { branchId } = place;
    const upload = { branchId, fileName: 'thrown.json' };
    const plan = await stageFile(server, await bundleText([makeErSchema('thrown', {})]), upload);
    expect(await newest()).toMatchObject({
      ...{ action: 'STAGE', outcome: 'SUCCEEDED', project: { key: place.key }, principal: { name: 'admin' } },
      detail: { fileName: 'thrown.json', planId: plan.id, branchId, counts: { processedCount: 1, totalCount: 1 } },
    });
    await mutate(server, 'discardImport', { input: { planId: plan.id } });
    expect(await newest()).toMatchObject({
      ...{ action: 'DISCARD', outcome: 'SUCCEEDED', subjectId: plan.id, project: { key: place.key } },
      detail: { fileName: 'thrown.json', branchId },
    });
  });

  it('imports that left something out, failed or were cancelled', async () => {
    const { branchId } = await createProject(server, 'unlucky');
    await createResources(server, branchId, [makeErSchema('taken', { a: [] })]);
    const file = await bundleText([makeErSchema('taken', {}), makeErSchema('free', {})]);
    const plan = await stageFile(server, file, { branchId });
    const partial = await executePlan(server, plan.id, 'ON_ERROR_CONTINUE');
    const [event] = await auditEventsOf(server, { actions: ['IMPORT'] });
    expect(event).toMatchObject({
      ...{ subjectId: partial.id, outcome: 'SUCCEEDED_WITH_ERRORS' },
      detail: { counts: { createdCount: 1, failedCount: 1 } },
    });
    await refuseEvents(server, "NEW.action = 'IMPORT' AND NEW.outcome = 'SUCCEEDED'", async () => {
      const other = await stageFile(server, await bundleText([makeErSchema('lost', {})]), { branchId });
      const failed = await executePlan(server, other.id);
      expect(failed.status).toBe('FAILED');
    });
    const [last] = await auditEventsOf(server, { actions: ['IMPORT'] });
    expect(last).toMatchObject({ outcome: 'FAILED', detail: { error: expect.stringContaining('Nothing') as string } });
    expect((await server.operation('Resources', { branchId, filter: { search: 'lost' } })).resources?.totalCount).toBe(
      0,
    );
  });

  it('tasks that are cancelled before they begin', async () => {
    const { branchId } = place;
    const input = { selection: { branchId, all: true } };
    const asked = await Promise.all([1, 2, 3, 4].map(() => server.operation('StartExport', { input })));
    const cancelled: string[] = [];
    for (const { startExport } of asked.reverse()) {
      const { cancelTask } = await server.operation('CancelTask', { input: { id: startExport.task!.id } });
      if (cancelTask.task) cancelled.push(startExport.task!.id);
      else await server.waitForTask(startExport.task!.id);
    }
    const told = await events({ actions: ['EXPORT'] });
    for (const { startExport } of asked) {
      const { id } = startExport.task!;
      const own = told.filter(({ subjectId }) => subjectId === id);
      expect(own.map(({ outcome }) => outcome)).toEqual([cancelled.includes(id) ? 'CANCELLED' : 'SUCCEEDED']);
    }
  });

  it('projects, branches, packs and templates', async () => {
    const { projectId, branchId, key } = await createProject(server, 'settings');
    const own = { projectId };
    await mutate(server, 'createBranch', { input: { ...own, name: 'empty' } });
    await mutate(server, 'createBranch', { input: { ...own, name: 'copy', fromBranchId: branchId } });
    await mutate(server, 'setPackEnabled', { input: { ...own, pack: 'objects', isEnabled: false } });
    const template = { ...own, direction: 'EXPORT', name: 'all', settings: { format: 'JSON' } };
    const { template: saved } = await mutate<{ template: { id: string } }>(server, 'saveTemplate', {
      input: template,
      result: 'template { id }',
    });
    await mutate(server, 'deleteTemplate', { input: { id: saved.id } });
    const told = await auditEventsOf(server, { projectId });
    expect(told.map(({ action, detail }) => [action, detail])).toEqual([
      ['TEMPLATE_DELETE', { name: 'all', direction: 'EXPORT' }],
      ['TEMPLATE_SAVE', { name: 'all', direction: 'EXPORT' }],
      ['PACK_SWITCH', { pack: 'objects', isEnabled: false }],
      ['BRANCH_CREATE', { name: 'copy', fromBranchId: branchId }],
      ['BRANCH_CREATE', { name: 'empty' }],
      ['PROJECT_CREATE', { key, name: `Project ${key}` }],
    ]);
  });

  it('tokens, roles, groups and superusers, and of no secret', async () => {
    const readers = server.keyFor('readers');
    const told = await since(async () => {
      const account = await makeAccount(server, 'Ida');
      await grantRole(server, account, { projectId: place.projectId, role: 'VIEWER' });
      await grantRole(server, account, { projectId: place.projectId, role: 'EDITOR' });
      const input = { projectId: place.projectId, principalId: account.tokenId };
      await mutate(server, 'revokeRole', { input });
      const { principal: group } = await mutate<{ principal: { id: string } }>(server, 'createGroup', {
        input: { name: readers },
        result: 'principal { id }',
      });
      const member = { groupId: group.id, principalId: account.tokenId };
      await mutate(server, 'setGroupMember', { input: { ...member, isMember: true } });
      await mutate(server, 'setSuperuser', { input: { principalId: account.tokenId, isSuperuser: true } });
      await mutate(server, 'setSuperuser', { input: { principalId: account.tokenId, isSuperuser: false } });
      await mutate(server, 'revokeToken', { input: { id: account.tokenId } });
      await mutate(server, 'revokeToken', { input: { id: account.tokenId } });
      expect(JSON.stringify(await auditEventsOf(server))).not.toContain(account.secret);
    });
    expect(told.reverse().map(({ action, detail }) => [action, detail])).toMatchObject([
      ['TOKEN_CREATE', { name: 'Ida', principal: { name: 'Ida' }, isSuperuser: false, expiresAt: null }],
      ['ROLE_GRANT', { name: 'Ida', role: 'VIEWER', formerRole: null }],
      ['ROLE_GRANT', { name: 'Ida', role: 'EDITOR', formerRole: 'VIEWER' }],
      ['ROLE_REVOKE', { name: 'Ida', role: 'EDITOR' }],
      ['GROUP_CHANGE', { name: readers, type: 'GROUP', isNew: true, claim: readers }],
      ['GROUP_CHANGE', { name: readers, member: { name: 'Ida' }, isMember: true }],
      ['SUPERUSER_CHANGE', { name: 'Ida', isSuperuser: true }],
      ['SUPERUSER_CHANGE', { name: 'Ida', isSuperuser: false }],
      ['TOKEN_REVOKE', { name: 'Ida', principal: { name: 'Ida' } }],
    ]);
  });

  it('what was denied, once a minute for the same thing', async () => {
    const viewer = await makeAccount(server, 'Vic');
    await grantRole(server, viewer, { projectId: place.projectId, role: 'VIEWER' });
    const first = await makeSystemNamed('guarded');
    const second = await makeSystemNamed('guarded_too');
    const told = await since(async () => {
      for (const id of [first, first, second, first]) {
        const { problems } = await mutate(viewer.client, 'renameResource', { input: { id, name: 'mine' } });
        expect(problems).toMatchObject([{ code: 'FORBIDDEN' }]);
      }
      await mutate(viewer.client, 'createProject', { input: { key: 'mine', name: 'Mine' } });
      await viewer.client.query('{ verifyDatabase { isSound } }');
    });
    expect(told.reverse()).toMatchObject([
      {
        action: 'RENAME',
        outcome: 'DENIED',
        subjectId: first,
        principal: { name: 'Vic' },
        project: { key: place.key },
      },
      {
        action: 'RENAME',
        outcome: 'DENIED',
        subjectId: second,
        detail: { operation: 'renameResource', needed: 'EDITOR' },
      },
      { action: 'PROJECT_CREATE', outcome: 'DENIED', subjectId: null, project: null },
    ]);
    expect(told).toHaveLength(3);
  });

  it('every mutation, if it is denied', () => {
    const mutations = Object.keys(policy).filter((operation) => operation.startsWith('Mutation.'));
    expect(Object.keys(auditActionByMutation).sort()).toEqual(mutations.sort());
  });

  it('a project to its managers and to superusers alone, and of no other project', async () => {
    const editor = await makeAccount(server, 'Edda');
    await grantRole(server, editor, { projectId: place.projectId, role: 'EDITOR' });
    const other = await createProject(server, 'elsewhere');
    const own = await auditEventsOf(manager.client, { projectId: place.projectId });
    expect(own.length).toBeGreaterThan(5);
    expect(new Set(own.map(({ project }) => project?.key))).toEqual(new Set([place.key]));
    expect(await auditEventsOf(manager.client, { projectId: other.projectId })).toEqual([]);
    for (const [client, filter] of [
      [manager.client, {}],
      [manager.client, { projectId: null }],
      [editor.client, { projectId: place.projectId }],
    ] as const) {
      const { data, errors } = await client.query(auditDocument, { filter });
      expect([data, errors?.[0]?.extensions['code']]).toEqual([{ auditEvents: null }, 'FORBIDDEN']);
    }
  });
});
