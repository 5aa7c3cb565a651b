import { castFunction, singleView } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { actionsOf, codesOf, ImportFlow, itemsByName } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('how copies meet what the branch has', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const specOf = async (place: { branchId: string }, wanted: string) =>
    (await flow.resources(place)).find(({ name }) => name === wanted)?.spec;

  it('INSERT, which holds when nothing is said: what has the name is a collision', async () => {
    const place = await flow.makeProject();
    await flow.create(place, castFunction('trimText'));
    for (const options of [undefined, { createStrategy: 'INSERT', updateStrategy: 'UPDATE' }]) {
      const plan = await flow.stage(bundleOf([castFunction('trimText', 'other()')]), place, options ? { options } : {});
      expect(actionsOf(plan)).toEqual({ trimText: 'COLLISION' });
    }
  });

  it('UPSERT with UPDATE: new ones are made, others get all that the file says, equal ones stay', async () => {
    const place = await flow.makeProject();
    await flow.create(place, castFunction('same'));
    await flow.create(place, singleView('customers', { description: 'old', fields: [] }));
    const records = [castFunction('same'), castFunction('added'), singleView('customers', { description: 'new' })];
    const plan = await flow.stage(bundleOf(records), place, { options: { createStrategy: 'UPSERT' } });
    expect(actionsOf(plan)).toEqual({ same: 'UNCHANGED', added: 'CREATE', customers: 'UPDATE' });
    expect(itemsByName(plan)['customers']?.diff).toEqual([
      { path: '/description', before: 'old', after: 'new' },
      { path: '/fields', before: [], after: null },
    ]);
    const { task } = await flow.execute(plan.id);
    expect(task).toMatchObject({ status: 'COMPLETED', createdCount: 1, updatedCount: 1, unchangedCount: 1 });
    expect(await specOf(place, 'customers')).toEqual({ description: 'new' });
  });

  it('UPSERT with PARTIAL_UPDATE: what the file does not hold stays as it is', async () => {
    const place = await flow.makeProject();
    await flow.create(place, singleView('customers', { description: 'old', fields: [] }));
    const plan = await flow.stage(bundleOf([singleView('customers', { description: 'new' })]), place, {
      options: { createStrategy: 'UPSERT', updateStrategy: 'PARTIAL_UPDATE' },
    });
    expect(itemsByName(plan)['customers']?.diff).toEqual([{ path: '/description', before: 'old', after: 'new' }]);
    await flow.execute(plan.id);
    expect(await specOf(place, 'customers')).toEqual({ description: 'new', fields: [] });
    const again = await flow.stage(bundleOf([singleView('customers', { description: 'new' })]), place, {
      options: { createStrategy: 'UPSERT', updateStrategy: 'PARTIAL_UPDATE' },
    });
    expect(actionsOf(again)).toEqual({ customers: 'UNCHANGED' });
  });

  it('can be chosen on the plan, and taken back, as often as one likes', async () => {
    const place = await flow.makeProject();
    await flow.create(place, singleView('customers', { description: 'old', fields: [] }));
    const plan = await flow.stage(bundleOf([singleView('customers', { description: 'new' })]), place);
    const before = itemsByName(plan)['customers'];
    expect(await flow.setOptions(plan.id, { createStrategy: 'UPSERT', updateStrategy: 'PARTIAL_UPDATE' })).toEqual([]);
    expect(itemsByName(await flow.plan(plan.id))['customers']?.diff).toHaveLength(1);
    await flow.setOptions(plan.id, { updateStrategy: 'UPDATE' });
    expect(itemsByName(await flow.plan(plan.id))['customers']?.diff).toHaveLength(2);
    await flow.setOptions(plan.id, { createStrategy: 'INSERT' });
    expect(itemsByName(await flow.plan(plan.id))['customers']).toEqual(before);
  });

  it('never overwrites a read-only reference by a copy', async () => {
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('shared')]), place, { mode: 'REFERENCE' });
    const plan = await flow.stage(bundleOf([castFunction('shared', 'other()')]), place, {
      options: { createStrategy: 'UPSERT' },
    });
    expect(actionsOf(plan)).toEqual({ shared: 'COLLISION' });
    expect(codesOf(itemsByName(plan)['shared']?.problems ?? [])).toContain('NAME_COLLISION');
  });

  it('is undone like any import', async () => {
    const place = await flow.makeProject();
    await flow.create(place, singleView('customers', { description: 'old' }));
    const digests = async () => (await flow.resources(place)).map(({ name, digest }) => [name, digest]);
    const before = await digests();
    const task = await flow.import(
      bundleOf([singleView('customers', { description: 'new' }), castFunction('added')]),
      place,
      {
        options: { createStrategy: 'UPSERT' },
      },
    );
    expect(await digests()).not.toEqual(before);
    const undo = await flow.ask<{ undoImport: { task: { id: string } | null } }>(
      'mutation ($input: UndoImportInput!) { undoImport(input: $input) { task { id } problems { code } } }',
      { input: { taskId: task.id } },
    );
    expect(await flow.ended(undo.undoImport.task?.id ?? '')).toMatchObject({ status: 'COMPLETED' });
    expect(await digests()).toEqual(before);
  });
});
