import { bundleText } from '../support/bundleFiles.js';
import { makeShop } from '../support/fastDataResources.js';
import { createProject, idOf, importFile, resourceOf } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

interface UndoPayload {
  task: { id: string } | null;
  problems: { code: string; message: string }[];
}

const undoDocument = `mutation ($input: UndoImportInput!) {
  undoImport(input: $input) { task { id } problems { code message } } }`;
const restoreDocument = `mutation ($input: RestoreRevisionInput!) {
  restoreRevision(input: $input) { resource { revision spec } problems { code } } }`;
const historyDocument = `query ($id: ID!, $first: Int, $after: String) { resource(id: $id) {
  history(first: $first, after: $after) { totalCount
    edges { node { revision spec digest changedAt changedBy { name } task { id type } } } pageInfo { hasNextPage endCursor } } } }`;

interface History {
  resource: {
    history: {
      totalCount: number;
      edges: { node: { revision: number; spec: object; task: { type: string } | null } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
}

describe('taking an import back', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const ask = async <Data>(document: string, variables: Record<string, unknown>) =>
    (await server.query(document, variables)).data as Data;
  const undo = async (taskId: string, force = false) =>
    (await ask<{ undoImport: UndoPayload }>(undoDocument, { input: { taskId, force } })).undoImport;
  const undone = async (taskId: string, force = false) => {
    const { task, problems } = await undo(taskId, force);
    expect(problems).toEqual([]);
    return server.waitForTask(task?.id ?? '');
  };
  const stateOf = async (branchId: string) => {
    const { resources } = await server.operation('Resources', { branchId, first: 500 });
    return resources!.edges.map(({ node }) => [node.name, node.mode, node.digest]);
  };
  const imported = async (branchId: string) => importFile(server, await bundleText(makeShop()), { branchId });
  const editCustomers = async (branchId: string) => {
    const { id, spec } = await resourceOf(server, branchId, 'customers');
    const input = { id, spec: { ...spec, description: 'edited since' } };
    return (await server.operation('UpdateResource', { input })).updateResource;
  };

  afterEach(async () => {
    const { verifyDatabase } = await ask<{ verifyDatabase: { isSound: boolean } }>(
      '{ verifyDatabase { isSound } }',
      {},
    );
    expect(verifyDatabase.isSound).toBe(true);
  });

  it('leaves the branch as it was, and undoing the undo brings everything back', async () => {
    const { branchId } = await createProject(server, 'there-and-back');
    const task = await imported(branchId);
    const after = await stateOf(branchId);
    const back = await undone(task.id);
    expect(back).toMatchObject({ type: 'UNDO_IMPORT', status: 'COMPLETED', createdCount: 0, updatedCount: 0 });
    expect(back.totalCount).toBe(after.length);
    expect(await stateOf(branchId)).toEqual([]);
    expect((await undone(back.id)).createdCount).toBe(after.length);
    expect(await stateOf(branchId)).toEqual(after);
  });

  it('is found by the filter of tasks, as long as it is undone', async () => {
    const { key, branchId } = await createProject(server, 'found-undone');
    const task = await imported(branchId);
    const found = async (isUndone: boolean) => {
      const document = `query ($key: String!, $isUndone: Boolean) { project(key: $key) { tasks(first: 50, filter: { isUndone: $isUndone }) {
        nodes { id isUndone } } } }`;
      const { project } = await ask<{ project: { tasks: { nodes: { id: string; isUndone: boolean }[] } } }>(document, {
        key,
        isUndone,
      });
      expect(project.tasks.nodes.every((node) => node.isUndone === isUndone)).toBe(true);
      return project.tasks.nodes.map(({ id }) => id);
    };
    expect(await found(true)).toEqual([]);
    const back = await undone(task.id);
    expect(await found(true)).toEqual([task.id]);
    expect(await found(false)).not.toContain(task.id);
    await undone(back.id);
    expect(await found(true)).toEqual([back.id]);
    expect(await found(false)).toContain(task.id);
  });

  it('can be done once: a second time it names the undo', async () => {
    const { branchId } = await createProject(server, 'only-once');
    const task = await imported(branchId);
    await undone(task.id);
    expect((await undo(task.id)).problems).toMatchObject([{ code: 'TASK_NOT_UNDOABLE' }]);
  });

  it('names what was changed since and changes nothing, unless it is forced', async () => {
    const { branchId } = await createProject(server, 'edited-since');
    const task = await imported(branchId);
    await editCustomers(branchId);
    const before = await stateOf(branchId);
    const { task: none, problems } = await undo(task.id);
    expect(none).toBeNull();
    expect(problems).toMatchObject([{ code: 'CHANGED_SINCE_IMPORT' }]);
    expect(problems[0]?.message).toContain('"customers"');
    expect(await stateOf(branchId)).toEqual(before);
    await undone(task.id, true);
    expect(await stateOf(branchId)).toEqual([]);
  });

  it('refuses what is no import, and what is no id', async () => {
    expect((await undo('not-an-id')).problems).toMatchObject([{ code: 'INVALID_ID' }]);
    expect((await undo('01a1fd9d-1312-77a3-bb16-361e07198cc3')).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('keeps every state of a resource with the task that made it, and restores one', async () => {
    const { branchId } = await createProject(server, 'history');
    await imported(branchId);
    const id = await idOf(server, branchId, 'customers');
    const original = (await resourceOf(server, branchId, 'customers')).spec;
    await editCustomers(branchId);
    const first = (await ask<History>(historyDocument, { id, first: 1 })).resource.history;
    expect(first).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      edges: [{ node: { revision: 2, task: null } }],
    });
    const second = (await ask<History>(historyDocument, { id, first: 1, after: first.pageInfo.endCursor })).resource
      .history;
    expect(second.edges).toMatchObject([{ node: { revision: 1, spec: original, task: { type: 'EXECUTE_IMPORT' } } }]);
    const restored = await ask<{ restoreRevision: { resource: object; problems: object[] } }>(restoreDocument, {
      input: { id, revision: 1 },
    });
    expect(restored.restoreRevision).toEqual({ resource: { revision: 3, spec: original }, problems: [] });
    const missing = await ask<{ restoreRevision: { problems: object[] } }>(restoreDocument, {
      input: { id, revision: 9 },
    });
    expect(missing.restoreRevision.problems).toEqual([{ code: 'NOT_FOUND' }]);
  });
});
