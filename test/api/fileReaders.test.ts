/** Who may read the files of a task, and the plan of an import: who had them made, and who may read all that they hold. */
import { grantRole, makeAccount, type Account } from '../support/accessScene.js';
import { auditEventsOf, mutate } from '../support/auditEvents.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema } from '../support/fastDataResources.js';
import type { TaskFileState, TaskState } from '../support/operationResults.js';
import { createProject, createResources, executePlan, present, type ProjectScene } from '../support/projectScene.js';
import { subscribeToTask } from '../support/taskSubscription.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('a file', () => {
  let server: ServerClient;
  let place: ProjectScene;
  let manager: Account;
  let owner: Account;
  let editor: Account;
  let viewer: Account;
  beforeAll(async () => {
    server = await sharedServer();
    place = await createProject(server, 'files');
    const account = async (name: string, role: 'VIEWER' | 'EDITOR' | 'MANAGER') => {
      const made = await makeAccount(server, name);
      await grantRole(server, made, { projectId: place.projectId, role });
      return made;
    };
    manager = await account('manager', 'MANAGER');
    owner = await account('owner', 'EDITOR');
    editor = await account('editor', 'EDITOR');
    viewer = await account('viewer', 'VIEWER');
  });

  const idOf = async ({ client }: Account) => (await client.operation('Me')).me.id;
  const setReaders = async (resourceId: string, readers: readonly Account[] | null) => {
    const principals = readers && (await Promise.all(readers.map(idOf)));
    const input = { resourceId, readers: principals?.map((principalId) => ({ principalId })) ?? null };
    expect((await mutate(manager.client, 'setResourceReaders', { input })).problems).toEqual([]);
  };
  const make = async (name: string) => {
    const made = await createResources(server, place.branchId, [makeErSchema(name, {})]);
    return made.get(name)!.id;
  };
  const exportAs = async ({ client }: Account, resourceIds: string[]) => {
    const input = { selection: { branchId: place.branchId, resourceIds } };
    const { startExport } = await client.operation('StartExport', { input });
    return server.waitForTask(present(startExport.task, startExport.problems).id);
  };
  const stageAs = async ({ client }: Account, content: string, options: object = {}) => {
    const { plan, problems } = await client.upload(content, { branchId: place.branchId, ...options });
    const { id, task } = present(plan, problems);
    await server.waitForTask(task.id);
    return { planId: id, taskId: task.id };
  };

  /** The files of a task as a query, a list and a subscription show them, which is the same. */
  const filesSeenBy = async ({ client, secret }: Account, id: string): Promise<TaskFileState[]> => {
    const { task } = await client.operation('Task', { id });
    const { tasks } = await client.operation('Tasks', { first: 100 });
    let last: TaskState | undefined;
    for await (const state of subscribeToTask({ url: server.url, token: secret }, id)) last = state;
    const listed = tasks!.edges.find(({ node }) => node.id === id)?.node;
    const unsigned = (files: readonly TaskFileState[] = []) =>
      files.map(({ url, ...file }) => ({ ...file, url: url?.split('?')[0] ?? null }));
    expect(unsigned(listed?.files)).toEqual(unsigned(task?.files));
    expect(unsigned(last?.files)).toEqual(unsigned(task?.files));
    return task?.files ?? [];
  };
  const mayRead = async (account: Account, taskId: string) => {
    const own = await server.operation('Task', { id: taskId });
    const flags = new Set<boolean>();
    for (const [index, file] of (await filesSeenBy(account, taskId)).entries()) {
      const url = own.task!.files[index]!.url!.split('?')[0]!;
      const response = await fetch(url, { headers: account.client.authorization });
      await response.arrayBuffer();
      const isShown = file.url !== null;
      expect(response.status).toBe(isShown ? 200 : 404);
      if (isShown) expect((await fetch(file.url!)).status).toBe(200);
      else expect([file.name, file.sha256]).toEqual([expect.stringMatching(/^an? .* that you may not read$/), null]);
      flags.add(isShown);
    }
    expect(flags.size).toBe(1);
    return flags.has(true);
  };

  it('of an export is for who made it, and for editors where it holds nothing that is not open to them', async () => {
    const id = await make('er_open');
    const task = await exportAs(viewer, [id]);
    const seen = [];
    for (const account of [viewer, owner, editor, manager]) seen.push(await mayRead(account, task.id));
    expect(seen).toEqual([true, true, true, true]);
    const ofEditor = await exportAs(editor, [id]);
    expect(await mayRead(viewer, ofEditor.id)).toBe(false);
    expect(await mayRead(owner, ofEditor.id)).toBe(true);
  });

  it('of an export with a restricted resource is for its owner, managers and readers', async () => {
    const id = await make('er_secret');
    await setReaders(id, [owner]);
    const task = await exportAs(owner, [id]);
    expect(await mayRead(owner, task.id)).toBe(true);
    expect(await mayRead(manager, task.id)).toBe(true);
    expect(await mayRead(editor, task.id)).toBe(false);
    await setReaders(id, [owner, editor]);
    expect(await mayRead(editor, task.id)).toBe(true);
    await setReaders(id, [editor]);
    // It was theirs to make.
    expect(await mayRead(owner, task.id)).toBe(true);
  });

  it('is closed when something in it is restricted afterwards, and so are addresses that were signed before', async () => {
    const id = await make('er_later');
    const task = await exportAs(owner, [id]);
    const [file] = await filesSeenBy(editor, task.id);
    expect((await fetch(file!.url!)).status).toBe(200);
    await setReaders(id, []);
    expect((await fetch(file!.url!)).status).toBe(404);
    expect(await mayRead(editor, task.id)).toBe(false);
    await setReaders(id, null);
    expect(await mayRead(editor, task.id)).toBe(true);
  });

  it('stays closed when what is restricted in it is deleted', async () => {
    const id = await make('er_gone');
    await setReaders(id, [owner]);
    const task = await exportAs(owner, [id]);
    await mutate(manager.client, 'deleteResource', { input: { id } });
    expect(await mayRead(editor, task.id)).toBe(false);
    expect(await mayRead(owner, task.id)).toBe(true);
  });

  it('that is denied to a viewer is in the audit log', async () => {
    const task = await exportAs(owner, [await make('er_denied')]);
    const [file] = await filesSeenBy(owner, task.id);
    const response = await fetch(file!.url!.split('?')[0]!, { headers: viewer.client.authorization });
    expect(response.status).toBe(404);
    const [event] = await auditEventsOf(server, { projectId: place.projectId, actions: ['DOWNLOAD'] });
    expect(event).toMatchObject({ outcome: 'DENIED', principal: { name: 'viewer' }, detail: { taskId: task.id } });
  });

  describe('of a private import', () => {
    const isSeen = async ({ client }: Account, id: string) =>
      (await client.operation('ImportPlan', { id, first: 1 })).importPlan !== null;

    it('is for who imports and for managers, before and after, until all of it is open to others', async () => {
      const content = await bundleText([makeErSchema('er_private', {})]);
      const { planId, taskId } = await stageAs(owner, content, { options: { isPrivate: true } });
      expect(await mayRead(editor, taskId)).toBe(false);
      expect(await isSeen(editor, planId)).toBe(false);
      expect(await mayRead(owner, taskId)).toBe(true);
      expect(await mayRead(manager, taskId)).toBe(true);
      const { executeImport } = await owner.client.operation('ExecuteImport', { input: { planId } });
      const executed = await server.waitForTask(executeImport.task!.id);
      expect(executed.status).toBe('COMPLETED');
      expect(await mayRead(owner, executed.id)).toBe(true);
      expect(await mayRead(editor, executed.id)).toBe(false);
      expect(await mayRead(editor, taskId)).toBe(false);
      expect([await isSeen(editor, planId), await isSeen(owner, planId), await isSeen(manager, planId)]).toEqual([
        false,
        true,
        true,
      ]);
      const { resources } = await server.operation('Resources', { ...place, filter: { search: 'er_private' } });
      await setReaders(resources!.edges[0]!.node.id, [owner, editor]);
      expect(await mayRead(editor, taskId)).toBe(true);
      expect(await mayRead(editor, executed.id)).toBe(true);
      expect(await isSeen(editor, planId)).toBe(true);
    });

    it('is not open to others while something of it did not become a resource', async () => {
      await make('er_taken');
      const content = await bundleText([makeErSchema('er_taken', { other: [] }), makeErSchema('er_part', {})]);
      const { planId, taskId } = await stageAs(owner, content, { options: { isPrivate: true } });
      const { executeImport } = await owner.client.operation('ExecuteImport', {
        input: { planId, importStrategy: 'ON_ERROR_CONTINUE' },
      });
      const executed = await server.waitForTask(executeImport.task!.id);
      expect(executed.status).toBe('COMPLETED_WITH_ERRORS');
      expect(executed.files.map(({ purpose }) => purpose)).toContain('REMAINDER');
      const { resources } = await server.operation('Resources', { ...place, filter: { search: 'er_part' } });
      await setReaders(resources!.edges[0]!.node.id, null);
      expect(await mayRead(editor, executed.id)).toBe(false);
      expect(await mayRead(editor, taskId)).toBe(false);
      expect(await mayRead(owner, executed.id)).toBe(true);
    });
  });

  it('of an import of something restricted is closed, with its plan', async () => {
    const id = await make('er_meant');
    await setReaders(id, [owner]);
    const { planId, taskId } = await stageAs(owner, await bundleText([makeErSchema('er_meant', {})]));
    expect(await mayRead(editor, taskId)).toBe(false);
    const { importPlan } = await editor.client.operation('ImportPlan', { id: planId, first: 1 });
    expect(importPlan).toBeNull();
    const refused = await editor.client.operation('SelectImportItems', { input: { planId, isSelected: false } });
    expect(refused.selectImportItems.problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    const other = await stageAs(owner, await bundleText([makeErSchema('er_new', {})]));
    expect(await mayRead(editor, other.taskId)).toBe(true);
    await executePlan(server, other.planId);
    const { resources } = await server.operation('Resources', { ...place, filter: { search: 'er_new' } });
    await setReaders(resources!.edges[0]!.node.id, [owner]);
    expect(await mayRead(editor, other.taskId)).toBe(false);
  });
});
