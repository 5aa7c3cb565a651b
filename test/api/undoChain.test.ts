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

  const undo = async (taskId: string): Promise<string> => {
    const { undoImport } = await server.operation('UndoImport', { input: { taskId } });
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
