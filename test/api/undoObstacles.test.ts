/** An undo does nothing that could not be done by hand, and says what is in its way. */
import { grantRole, makeAccount } from '../support/accessScene.js';
import { mutate } from '../support/auditEvents.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeCastFunction, makeErSchema, makeProjection, makeSystem } from '../support/fastDataResources.js';
import type { GraphqlClient } from '../support/graphqlClient.js';
import { ImportFlow } from '../support/importFlow.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';
import type { NewResource } from '../support/fastDataResources.js';
import type { TaskState } from '../support/operationResults.js';
import { createProject, createResources, idOf, importFile, namesOn, resourceOf } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

interface UndoProblem {
  code: string;
  message: string;
  fix: string | null;
  name?: string;
}

const undoDocument = `mutation ($input: UndoImportInput!) { undoImport(input: $input) {
  task { id } problems { code message fix ... on ResourceProblem { name } } } }`;

describe('the obstacles of an undo', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const undo = async (taskId: string, force = false, client: GraphqlClient = server) => {
    const { data } = await client.query(undoDocument, { input: { taskId, force } });
    return (data as { undoImport: { task: { id: string } | null; problems: UndoProblem[] } }).undoImport;
  };
  const undone = async (taskId: string, force = false): Promise<TaskState> => {
    const { task, problems } = await undo(taskId, force);
    expect(problems).toEqual([]);
    return server.waitForTask(task!.id);
  };
  const importThese = async (branchId: string, resources: NewResource[], upsert = false) =>
    importFile(server, await bundleText(resources), {
      branchId,
      ...(upsert && { options: { createStrategy: 'UPSERT' } }),
    });
  const deleteByHand = async (branchId: string, name: string) => {
    const input = { id: await idOf(server, branchId, name) };
    expect((await server.operation('DeleteResource', { input })).deleteResource.problems).toEqual([]);
  };
  const rename = async (branchId: string, from: string, to: string) => {
    const input = { id: await idOf(server, branchId, from), name: to };
    expect((await server.operation('RenameResource', { input })).renameResource.problems).toEqual([]);
  };

  afterEach(async () => {
    const { data } = await server.query('{ verifyDatabase { isSound problems { message severity } } }', {});
    expect(data).toMatchObject({ verifyDatabase: { isSound: true } });
  });

  it('a container that is gone, until one of its name is there and takes in what comes back', async () => {
    const { branchId } = await createProject(server, 'no-parent');
    await importThese(branchId, [makeSystem('shop')]);
    const task = await importThese(branchId, [makeProjection('orders', { parent: 'shop' })]);
    const back = await undone(task.id);
    await deleteByHand(branchId, 'shop');
    for (const force of [false, true]) {
      expect(await undo(back.id, force)).toMatchObject({
        task: null,
        problems: [
          {
            code: 'PARENT_MISSING',
            name: 'orders',
            message:
              'Projection "orders" cannot be restored into System of Record "shop", which no longer exists on the branch.',
            fix: 'Create System of Record "shop" on the branch, and try again.',
          },
        ],
      });
    }
    await createResources(server, branchId, [makeSystem('shop')]);
    expect((await undone(back.id)).createdCount).toBe(1);
    const flow = new ImportFlow(server);
    expect(await flow.resources({ branchId })).toMatchObject([{ name: 'orders', parent: { name: 'shop' } }, {}]);
  });

  it('what was put into a resource that would go, with force too', async () => {
    const { branchId } = await createProject(server, 'new-child');
    const task = await importThese(branchId, [makeSystem('shop')]);
    await createResources(server, branchId, [makeProjection('orders', { parent: 'shop' })]);
    expect((await undo(task.id, true)).problems).toMatchObject([{ code: 'HAS_DEPENDENTS', name: 'orders' }]);
    await deleteByHand(branchId, 'orders');
    expect((await undone(task.id)).processedCount).toBe(1);
  });

  it('a name that was taken since, until what has it is renamed', async () => {
    const { branchId } = await createProject(server, 'name-taken');
    const task = await importThese(branchId, [makeSystem('shop')]);
    const back = await undone(task.id);
    await createResources(server, branchId, [makeSystem('shop')]);
    expect((await undo(back.id, true)).problems).toMatchObject([
      { code: 'NAME_TAKEN', name: 'shop', fix: 'Rename that resource, and try again.' },
    ]);
    await rename(branchId, 'shop', 'other');
    expect((await undone(back.id)).createdCount).toBe(1);
  });

  it('an external reference code that was taken since', async () => {
    const { branchId } = await createProject(server, 'code-taken');
    const task = await importFile(server, definitionFile([definitionSpec('BOOK', 'Book')]), { branchId });
    const back = await undone(task.id);
    const other = { kind: 'objects/ObjectDefinition', name: 'TOME', externalReferenceCode: 'BOOK' };
    await createResources(server, branchId, [{ ...other, spec: definitionSpec('BOOK', 'Tome') }]);
    const { problems } = await undo(back.id, true);
    expect(problems).toMatchObject([{ code: 'NAME_TAKEN', name: 'TOME' }]);
    expect(problems[0]?.message).toContain('its external reference code "BOOK" is now used');
    await deleteByHand(branchId, 'TOME');
    expect((await undone(back.id)).createdCount).toBe(1);
  });

  it('a value that two records would share, by what their definition has come to say', async () => {
    const flow = new ImportFlow(server);
    const place = await flow.makeProject();
    const unique = { objectFieldSettings: [{ name: 'uniqueValues', value: 'true' }] };
    const define = (more = {}) => definitionSpec('BOOK', 'Book', [textField('isbn', more)]);
    await flow.import(definitionFile([define()]), place);
    const record = (code: string) => entryFile('Book', [{ externalReferenceCode: code, isbn: 'x-1' }]);
    const back = await undone((await flow.import(record('B1'), place)).id);
    await flow.import(record('B2'), place);
    const { id } = await resourceOf(server, place.branchId, 'BOOK');
    const { updateResource } = await server.operation('UpdateResource', { input: { id, spec: define(unique) } });
    expect(updateResource.problems).toEqual([]);
    expect((await undo(back.id, true)).problems).toMatchObject([{ code: 'UNIQUE_TEXT_TAKEN', name: 'Book/B2' }]);
  });

  it('a pack that was switched off, for restored resources', async () => {
    const { branchId, projectId } = await createProject(server, 'pack-off');
    const back = await undone((await importThese(branchId, [makeSystem('shop')])).id);
    const setPack = async (isEnabled: boolean) => {
      const input = { projectId, pack: 'fast-data', isEnabled };
      expect((await server.operation('SetPackEnabled', { input })).setPackEnabled.problems).toEqual([]);
    };
    await setPack(false);
    const { problems } = await undo(back.id);
    expect(problems).toMatchObject([{ code: 'PACK_OFF', name: 'shop' }]);
    expect(problems[0]?.fix).toContain('setPackEnabled');
    await setPack(true);
    expect((await undone(back.id)).createdCount).toBe(1);
  });

  it('is not that resources have changed names among themselves: with force each gets its own back', async () => {
    const { branchId } = await createProject(server, 'names-swapped');
    await createResources(server, branchId, [makeCastFunction('one'), makeCastFunction('two')]);
    const changed = [makeCastFunction('one', { description: '1' }), makeCastFunction('two', { description: '2' })];
    const task = await importThese(branchId, [...changed, makeCastFunction('three')], true);
    const ids = [await idOf(server, branchId, 'one'), await idOf(server, branchId, 'two')];
    await rename(branchId, 'one', 'aside');
    await rename(branchId, 'two', 'one');
    await rename(branchId, 'three', 'two');
    expect(await undone(task.id, true)).toMatchObject({ status: 'COMPLETED', updatedCount: 2, processedCount: 3 });
    expect([await idOf(server, branchId, 'one'), await idOf(server, branchId, 'two')]).toEqual(ids);
    expect(await namesOn(server, branchId)).toEqual(['one', 'two']);
  });

  it('another undo of the same task: of twelve at once one is accepted, and the others name it', async () => {
    const { branchId } = await createProject(server, 'all-at-once');
    const task = await importThese(branchId, [makeSystem('shop')]);
    const answers = await Promise.all(Array.from({ length: 12 }, () => undo(task.id)));
    const accepted = answers.flatMap(({ task: begun }) => begun ?? []);
    expect(accepted).toHaveLength(1);
    const told = answers.flatMap(({ problems }) => problems);
    expect(told).toHaveLength(11);
    for (const { code, fix } of told) {
      expect(code).toBe('TASK_NOT_UNDOABLE');
      expect(fix).toContain(accepted[0]!.id);
    }
    expect((await server.waitForTask(accepted[0]!.id)).status).toBe('COMPLETED');
  });

  describe('of an editor', () => {
    const setting = async (key: string, resources: NewResource[]) => {
      const { branchId, projectId } = await createProject(server, key);
      const editor = await makeAccount(server, server.keyFor(`editor-of-${key}`));
      await grantRole(server, editor, { projectId, role: 'EDITOR' });
      const { client } = editor;
      const { id: taskId } = await new ImportFlow(client).import(await bundleText(resources), { branchId });
      const keepToReaders = async (name: string) => {
        const input = { resourceId: await idOf(server, branchId, name), readers: [] };
        expect((await mutate(server, 'setResourceReaders', { input })).problems).toEqual([]);
      };
      return { branchId, client, taskId, keepToReaders };
    };

    it('a resource that is kept from them, and that is not named', async () => {
      const resources = [makeErSchema('er_secret', {}), makeErSchema('er_open', {})];
      const { branchId, client, taskId, keepToReaders } = await setting('kept-from', resources);
      await keepToReaders('er_secret');
      const refused = await undo(taskId, true, client);
      expect(refused).toMatchObject({ task: null, problems: [{ code: 'FORBIDDEN' }] });
      expect(refused.problems[0]?.message).toContain('a resource that you may not see');
      expect(JSON.stringify(refused)).not.toContain('er_secret');
      expect(await namesOn(server, branchId)).toEqual(['er_open', 'er_secret']);
      expect((await undone(taskId, true)).processedCount).toBe(2);
    });

    it('a resource that stays and is kept from them: they learn that there is one, and no more', async () => {
      const { branchId, client, taskId, keepToReaders } = await setting('hidden-child', [makeSystem('shop')]);
      await createResources(server, branchId, [makeProjection('secret_orders', { parent: 'shop' })]);
      await keepToReaders('secret_orders');
      const { problems } = await undo(taskId, true, client);
      expect(problems).toMatchObject([{ code: 'HAS_DEPENDENTS' }]);
      expect(problems[0]?.message).toMatch(/^A resource that you may not see is inside "shop"/);
      expect(JSON.stringify(problems)).not.toContain('secret_orders');
    });
  });
});
