/** What a task tells of its undo, and of the undo of that. */
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

interface Told {
  isUndone: boolean;
  lastUndo: { id: string; status: string; createdBy: { name: string } } | null;
}

describe('a task that was undone', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  it('tells so, and which undo came last, as long as undos follow each other', async () => {
    const place = await flow.makeProject();
    const { id } = await flow.import(bundleOf([castFunction('one')]), place);
    expect(await told([id])).toEqual([{ isUndone: false, lastUndo: null }]);
    const first = await undo(id);
    expect(await told([id])).toMatchObject([{ isUndone: true, lastUndo: { id: first, createdBy: { name: 'admin' } } }]);
    const second = await undo(first);
    expect(await told([id, first, second])).toMatchObject([
      { isUndone: false, lastUndo: { id: second } },
      { isUndone: true, lastUndo: { id: second } },
      { isUndone: false, lastUndo: null },
    ]);
    const third = await undo(second);
    expect(await told([id, first])).toMatchObject([
      { isUndone: true, lastUndo: { id: third } },
      { isUndone: false, lastUndo: { id: third } },
    ]);
  });

  it('stays undone when the task of its undo is deleted, and can not be undone twice', async () => {
    const place = await flow.makeProject();
    const file = bundleOf([castFunction('one')]);
    const { id } = await flow.import(file, place);
    await remove(await undo(id));
    expect(await flow.resources(place)).toEqual([]);
    expect(await told([id])).toEqual([{ isUndone: true, lastUndo: null }]);
    const { undoImport } = await server.operation('UndoImport', { input: { taskId: id } });
    expect(undoImport).toMatchObject({
      task: null,
      problems: [{ code: 'TASK_NOT_UNDOABLE', message: expect.stringContaining('was deleted') as string }],
    });
    expect((await flow.import(file, place)).createdCount).toBe(1);
  });

  it('is applied and can be undone again when the undo of its undo is deleted', async () => {
    const place = await flow.makeProject();
    const { id } = await flow.import(bundleOf([castFunction('one')]), place);
    const first = await undo(id);
    const second = await undo(first);
    const early = await server.operation('DeleteTask', { input: { id: first } });
    expect(early.deleteTask).toMatchObject({
      deletedId: null,
      problems: [{ code: 'TASK_IN_USE', message: expect.stringContaining(second) as string }],
    });
    await remove(second);
    expect(await told([id, first])).toEqual([
      { isUndone: false, lastUndo: null },
      { isUndone: true, lastUndo: null },
    ]);
    await remove(first);
    expect(await told([id])).toEqual([{ isUndone: false, lastUndo: null }]);
    await undo(id, true);
    expect(await told([id])).toMatchObject([{ isUndone: true }]);
    expect(await flow.resources(place)).toEqual([]);
  });

  const remove = async (id: string): Promise<void> => {
    const { deleteTask } = await server.operation('DeleteTask', { input: { id } });
    expect(deleteTask).toEqual({ deletedId: id, problems: [] });
  };

  const undo = async (taskId: string, force = false): Promise<string> => {
    const { undoImport } = await server.operation('UndoImport', { input: { taskId, force } });
    expect(undoImport.problems).toEqual([]);
    return (await server.waitForTask(undoImport.task!.id)).id;
  };

  const told = (ids: readonly string[]): Promise<Told[]> =>
    Promise.all(
      ids.map(async (id) => {
        const document = 'query ($id: ID!) { task(id: $id) { isUndone lastUndo { id status createdBy { name } } } }';
        return (await flow.ask<{ task: Told }>(document, { id })).task;
      }),
    );
});
