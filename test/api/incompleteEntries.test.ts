import type { JsonObject } from '../../src/shared/json.js';
import { actionsOf, ImportFlow, itemsByName, type Place } from '../support/importFlow.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const partial = { createStrategy: 'UPSERT', updateStrategy: 'PARTIAL_UPDATE' } as const;
const whole = { createStrategy: 'UPSERT', updateStrategy: 'UPDATE' } as const;
const fields = [textField('title', { required: true }), textField('shelf')];

describe('entries that lack what their definition requires', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  /** A branch with a definition that requires a title, and one entry of it. */
  const makeLibrary = async (): Promise<Place> => {
    const place = await flow.makeProject();
    await flow.import(definitionFile([definitionSpec('BOOK', 'Book', fields)]), place);
    await flow.import(entryFile('Book', [{ externalReferenceCode: 'B1', title: 'One', shelf: 'A' }]), place);
    return place;
  };
  const changes: JsonObject[] = [
    { externalReferenceCode: 'B1', shelf: 'B' },
    { externalReferenceCode: 'B2', shelf: 'C' },
    { externalReferenceCode: 'B3', title: 'Three' },
  ];
  const partly = { 'Book/B1': 'UPDATE', 'Book/B2': 'BLOCKED', 'Book/B3': 'CREATE' };
  const wholly = { 'Book/B1': 'BLOCKED', 'Book/B2': 'BLOCKED', 'Book/B3': 'CREATE' };

  it('are fine where they are laid over one that has it, and nowhere else, whatever the file says first', async () => {
    const place = await makeLibrary();
    for (const stated of [partial, whole]) {
      const plan = await flow.stage(entryFile('Book', changes, stated), place);
      expect(actionsOf(plan)).toEqual(stated === partial ? partly : wholly);
      for (const chosen of [whole, partial, whole, partial]) {
        expect(await flow.setOptions(plan.id, { ...chosen })).toEqual([]);
        expect(actionsOf(await flow.plan(plan.id))).toEqual(chosen === partial ? partly : wholly);
      }
    }
  });

  it('are told with the member that lacks, the line, and the strategy that would keep what is there', async () => {
    const place = await makeLibrary();
    const plan = await flow.stage(entryFile('Book', changes, whole), place);
    const { 'Book/B1': onBranch, 'Book/B2': nowhere } = itemsByName(plan);
    expect(onBranch?.problems).toMatchObject([
      {
        code: 'SPEC_INVALID',
        severity: 'ERROR',
        message: 'The entry lacks the required field "title".',
        line: onBranch?.line,
        name: 'Book/B1',
        fix: 'Give "title" a value. Or import it with UPSERT and PARTIAL_UPDATE to keep the members that the branch has.',
      },
    ]);
    expect(nowhere?.problems).toMatchObject([{ code: 'SPEC_INVALID', fix: 'Give "title" a value.' }]);
  });

  it('keep what the branch has, once they are imported as parts', async () => {
    const place = await makeLibrary();
    const plan = await flow.stage(entryFile('Book', changes, whole), place);
    await flow.setOptions(plan.id, { ...partial });
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    expect(task).toMatchObject({ createdCount: 1, updatedCount: 1, failedCount: 1 });
    const entries = (await flow.resources(place)).filter(({ parent }) => parent !== null);
    expect(entries.map(({ name, spec }) => [name, spec['title'], spec['shelf'] ?? null])).toEqual([
      ['Book/B1', 'One', 'B'],
      ['Book/B3', 'Three', null],
    ]);
  });

  it('are judged by what they would be: a part may not take a required member away', async () => {
    const place = await makeLibrary();
    const emptied = [{ externalReferenceCode: 'B1', title: null, shelf: 'B' }];
    const plan = await flow.stage(entryFile('Book', emptied, partial), place);
    expect(actionsOf(plan)).toEqual({ 'Book/B1': 'BLOCKED' });
    expect(itemsByName(plan)['Book/B1']?.problems).toMatchObject([{ fix: 'Give "title" a value.' }]);
  });

  it('are judged again when the entry under them goes', async () => {
    const place = await makeLibrary();
    const plan = await flow.stage(entryFile('Book', changes.slice(0, 1), partial), place);
    expect(actionsOf(plan)).toEqual({ 'Book/B1': 'UPDATE' });
    const entry = (await flow.resources(place)).find(({ name }) => name === 'Book/B1');
    await flow.ask('mutation ($input: DeleteResourceInput!) { deleteResource(input: $input) { deletedId } }', {
      input: { id: entry?.id },
    });
    expect((await flow.execute(plan.id)).problems).toMatchObject([{ code: 'TARGET_CHANGED' }]);
    expect(actionsOf(await flow.plan(plan.id))).toEqual({ 'Book/B1': 'BLOCKED' });
  });

  it('are in the error report of the staging, as long as the strategy makes them faulty', async () => {
    const place = await makeLibrary();
    const plan = await flow.stage(entryFile('Book', changes, whole), place);
    const { importPlan } = await flow.ask<{ importPlan: { task: { id: string } } }>(
      'query ($id: ID!) { importPlan(id: $id) { task { id } } }',
      { id: plan.id },
    );
    const task = await flow.task(importPlan.task.id);
    expect(task).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', failedCount: 2 });
    const report = task.files.find(({ purpose, name }) => purpose === 'ERROR_REPORT' && name.endsWith('.json'));
    expect(JSON.parse(await flow.download(report!))).toMatchObject([{ name: 'Book/B1' }, { name: 'Book/B2' }]);
  });
});
