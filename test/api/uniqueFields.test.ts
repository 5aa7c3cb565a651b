import { actionsOf, ImportFlow, itemsByName, type Place } from '../support/importFlow.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const unique = { objectFieldSettings: [{ name: 'uniqueValues', value: 'true' }] };
const partial = { createStrategy: 'UPSERT', updateStrategy: 'PARTIAL_UPDATE' } as const;

describe('fields whose values no two entries of a definition may share', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const define = (isUnique: boolean, name = 'Book') =>
    definitionFile([
      definitionSpec(name.toUpperCase(), name, [textField('title'), textField('isbn', isUnique ? unique : {})]),
    ]);
  const makeLibrary = async (): Promise<Place> => {
    const place = await flow.makeProject();
    await flow.import(define(true), place);
    await flow.import(entryFile('Book', [{ externalReferenceCode: 'B1', title: 'One', isbn: 'x-1' }]), place);
    return place;
  };
  const expectSound = async () => {
    const { verifyDatabase } = await flow.ask<{ verifyDatabase: object }>(
      '{ verifyDatabase { isSound problems { message } } }',
      {},
    );
    expect(verifyDatabase).toMatchObject({ isSound: true });
  };

  it('are compared between file and branch, and within the file; what has no value is not', async () => {
    const place = await makeLibrary();
    const plan = await flow.stage(
      entryFile('Book', [
        { externalReferenceCode: 'B2', title: 'One', isbn: 'X-1' },
        { externalReferenceCode: 'B3', isbn: 'x-3' },
        { externalReferenceCode: 'B4', isbn: 'x-3' },
        { externalReferenceCode: 'B5', isbn: null },
        { externalReferenceCode: 'B6', isbn: '' },
        { externalReferenceCode: 'B7' },
        { externalReferenceCode: 'B8', isbn: 'x-8' },
      ]),
      place,
    );
    const fine = { 'Book/B5': 'CREATE', 'Book/B6': 'CREATE', 'Book/B7': 'CREATE', 'Book/B8': 'CREATE' };
    const taken = { 'Book/B2': 'COLLISION', 'Book/B3': 'COLLISION', 'Book/B4': 'COLLISION' };
    expect(actionsOf(plan)).toEqual({ ...fine, ...taken });
    const { 'Book/B2': two, 'Book/B3': three, 'Book/B4': four } = itemsByName(plan);
    expect(two?.problems).toMatchObject([
      {
        code: 'UNIQUE_TEXT_TAKEN',
        message:
          '"Book/B2" has "X-1" at /isbn, and so has the object entry "Book/B1" of the branch; it must be unique.',
        path: ['isbn'],
        line: two?.line,
      },
    ]);
    expect(three?.problems).toMatchObject([
      {
        message: `"Book/B3" has "x-3" at /isbn, and so has "Book/B4" on line ${four!.line} of the file; it must be unique.`,
      },
    ]);
    expect((await flow.execute(plan.id, 'ON_ERROR_CONTINUE')).task).toMatchObject({ createdCount: 4, failedCount: 3 });
    await expectSound();
  });

  it('are compared among entries of one definition only', async () => {
    const place = await makeLibrary();
    await flow.import(define(true, 'Film'), place);
    await flow.import(entryFile('Film', [{ externalReferenceCode: 'F1', isbn: 'x-1' }]), place);
    expect(await flow.resources(place)).toHaveLength(4);
  });

  it('of parts are judged by what they would be', async () => {
    const place = await makeLibrary();
    await flow.import(entryFile('Book', [{ externalReferenceCode: 'B2', isbn: 'x-2' }]), place);
    const renamed = entryFile('Book', [{ externalReferenceCode: 'B1', title: 'New' }], partial);
    expect(actionsOf(await flow.stage(renamed, place))).toEqual({ 'Book/B1': 'UPDATE' });
    const third = { externalReferenceCode: 'B3', isbn: 'x-1' };
    const both = await flow.stage(
      entryFile('Book', [{ externalReferenceCode: 'B1', title: 'New' }, third], partial),
      place,
    );
    expect(actionsOf(both)).toEqual({ 'Book/B1': 'COLLISION', 'Book/B3': 'COLLISION' });
    await flow.setOptions(both.id, { updateStrategy: 'UPDATE' });
    expect(actionsOf(await flow.plan(both.id))).toEqual({ 'Book/B1': 'UPDATE', 'Book/B3': 'CREATE' });
    const passed = [
      { externalReferenceCode: 'B1', isbn: 'x-2' },
      { externalReferenceCode: 'B2', isbn: 'x-1' },
    ];
    await flow.import(entryFile('Book', passed, partial), place);
    await expectSound();
  });

  it('keep an import from being undone when they would come back twice', async () => {
    const place = await makeLibrary();
    const { id: taskId } = await flow.import(
      entryFile('Book', [{ externalReferenceCode: 'B1', title: 'One', isbn: 'x-9' }]),
      place,
    );
    await flow.import(entryFile('Book', [{ externalReferenceCode: 'B2', title: 'One', isbn: 'x-1' }]), place);
    const undo = async () => {
      const document =
        'mutation ($input: UndoImportInput!) { undoImport(input: $input) { problems { code message } } }';
      return flow.ask<{ undoImport: { problems: object[] } }>(document, { input: { taskId, force: true } });
    };
    expect((await undo()).undoImport.problems).toEqual([
      {
        code: 'UNIQUE_TEXT_TAKEN',
        message:
          '"Book/B1" cannot be restored: its value at /isbn must be unique, and is now used by object entry "Book/B2".',
      },
    ]);
    await flow.import(define(false), place);
    expect((await undo()).undoImport.problems).toEqual([]);
  });

  it('count from when the definition says so: entries of before are compared too', async () => {
    const place = await flow.makeProject();
    await flow.import(define(false), place);
    const same = (codes: string[]) =>
      entryFile(
        'Book',
        codes.map((code) => ({ externalReferenceCode: code, isbn: 'same' })),
      );
    await flow.import(same(['B1', 'B2']), place);
    const plan = await flow.stage(same(['B3']), place);
    expect(actionsOf(plan)).toEqual({ 'Book/B3': 'CREATE' });
    await flow.import(define(true), place);
    expect((await flow.execute(plan.id)).problems).toMatchObject([{ code: 'PLAN_NOT_EXECUTABLE', name: 'Book/B3' }]);
    expect(actionsOf(await flow.plan(plan.id))).toEqual({ 'Book/B3': 'COLLISION' });
    const { verifyDatabase } = await flow.ask<{ verifyDatabase: object }>(
      '{ verifyDatabase { isSound problems { severity message } } }',
      {},
    );
    expect(verifyDatabase).toEqual({
      isSound: true,
      // Beside what other tests left on the server.
      problems: expect.arrayContaining([
        { severity: 'WARNING', message: 'Two records of "BOOK" share the unique value /isbn "same".' },
      ]) as unknown,
    });
    await flow.import(define(false), place);
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 1 });
  });
});
