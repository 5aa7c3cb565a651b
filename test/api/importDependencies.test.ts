import {
  aggregationOf,
  castFunction,
  crudCollection,
  erSchema,
  orchard,
  projection,
  singleView,
  systemOfRecord,
} from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { actionsOf, codesOf, ImportFlow, itemsByName, type PlanItem } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('what an item needs', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  it('blocks it when that is left out and the branch lacks it, and in turn what needs the item', async () => {
    const plan = await flow.stage(bundleOf(orchard()), await flow.makeProject());
    await flow.select(plan.id, false, { itemIds: [itemsByName(plan)['trimText']!.id] });
    const after = await flow.plan(plan.id);
    expect(after).toMatchObject({
      isExecutable: false,
      counts: { total: 6, selected: 5, skipped: 1, blocked: 3, create: 2 },
    });
    expect(actionsOf(after)).toEqual({
      trimText: 'SKIPPED',
      orchard: 'CREATE',
      trees: 'BLOCKED',
      harvests: 'CREATE',
      'orchard-er': 'BLOCKED',
      sv_trees: 'BLOCKED',
    });
    const items = itemsByName(after);
    expect(errorsOf(items['trees']!)).toEqual([
      [
        'DEPENDENCY_MISSING',
        '"trees" requires cast function "trimText", which is not imported and not on the branch.',
        ['fields', '1', 'castFunction'],
      ],
    ]);
    expect(errorsOf(items['orchard-er']!).map(([code]) => code)).toEqual(['DEPENDENCY_BLOCKED']);
    expect(errorsOf(items['sv_trees']!).map(([, message]) => message)).toEqual([
      '"sv_trees" requires ER schema "orchard-er", which is not imported and not on the branch.',
      '"sv_trees" requires projection or single view or CRUD collection "trees", which is not imported and not on the branch.',
    ]);
    await flow.select(plan.id, true);
    expect((await flow.plan(plan.id)).isExecutable).toBe(true);
  });

  it('is bound to what the branch has when it is left out', async () => {
    const place = await flow.makeProject();
    await flow.create(place, castFunction('trimText', 'ours()'));
    const plan = await flow.stage(bundleOf(orchard()), place);
    expect(plan.counts).toMatchObject({ collision: 1, blocked: 0, create: 5 });
    await flow.select(plan.id, false, { kinds: ['fast-data/CastFunction'] });
    expect(await flow.plan(plan.id)).toMatchObject({ isExecutable: true, counts: { skipped: 1, create: 5 } });
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 5, skippedCount: 1 });
    const cast = (await flow.resources(place)).find(({ name }) => name === 'trimText');
    expect(cast?.spec['casting']).toContain('ours()');
  });

  it('blocks it when it is a cast function that is nowhere, and says nothing when that is built in', async () => {
    const records = [
      systemOfRecord('erp'),
      projection('orders', { system: 'erp', fields: { state: 'nowhere' } }),
      projection('lines', { system: 'erp', fields: { day: 'defaultCastToDate' } }),
    ];
    const plan = await flow.stage(bundleOf(records), await flow.makeProject());
    expect(actionsOf(plan)).toEqual({ erp: 'CREATE', orders: 'BLOCKED', lines: 'CREATE' });
    const { orders, lines } = itemsByName(plan);
    expect(errorsOf(orders!)).toEqual([
      [
        'DEPENDENCY_MISSING',
        '"orders" requires cast function "nowhere", which is neither in the file nor on the branch.',
        ['fields', '1', 'castFunction'],
      ],
    ]);
    expect(lines!.problems.map(({ path }) => path.join('/'))).not.toContain('fields/1/castFunction');
  });

  it('only warns when it is a node that is nowhere, as the editor does', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf([erSchema('er', { ghosts: ['ghosts', 'spirits'] })]), place);
    expect(plan.isExecutable).toBe(true);
    const { er } = itemsByName(plan);
    expect(er!.problems.map(({ code, severity }) => [code, severity])).toEqual(
      Array.from({ length: er!.problems.length }, () => ['UNRESOLVED_NODE', 'WARNING']),
    );
    expect(er!.problems.length).toBeGreaterThanOrEqual(2);
    expect((await flow.execute(plan.id)).task?.status).toBe('COMPLETED');
  });

  it('blocks a projection when its system is left out', async () => {
    const records = [systemOfRecord('erp'), projection('orders', { system: 'erp' })];
    const plan = await flow.stage(bundleOf(records), await flow.makeProject());
    await flow.select(plan.id, false, { kinds: ['fast-data/SystemOfRecord'] });
    expect(actionsOf(await flow.plan(plan.id))).toEqual({ erp: 'SKIPPED', orders: 'BLOCKED' });
  });

  it('is met by what the branch has under the name of an item in collision', async () => {
    const place = await flow.makeProject();
    await flow.create(place, systemOfRecord('taken'));
    const plan = await flow.stage(bundleOf([systemOfRecord('erp'), projection('orders', { system: 'erp' })]), place);
    await flow.rename(itemsByName(plan)['erp']!.id, 'taken');
    expect(actionsOf(await flow.plan(plan.id))).toEqual({ erp: 'COLLISION', orders: 'CREATE' });
    await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    const orders = (await flow.resources(place)).find(({ name }) => name === 'orders');
    expect(orders?.parent?.name).toBe('taken');
  });

  it('blocks a projection whose system is nowhere', async () => {
    const plan = await flow.stage(bundleOf([projection('orders', { system: 'erp' })]), await flow.makeProject());
    const { orders } = itemsByName(plan);
    expect(orders!.action).toBe('BLOCKED');
    expect(errorsOf(orders!)).toEqual([
      [
        'DEPENDENCY_MISSING',
        '"orders" requires System of Record "erp", which is neither in the file nor on the branch.',
        [],
      ],
    ]);
  });

  it('ties a projection to the system of the branch when its own is left out', async () => {
    const place = await flow.makeProject();
    const erp = await flow.create(place, systemOfRecord('erp', 'basic'));
    const plan = await flow.stage(bundleOf([systemOfRecord('erp'), projection('orders', { system: 'erp' })]), place);
    await flow.select(plan.id, false, { kinds: ['fast-data/SystemOfRecord'] });
    expect((await flow.execute(plan.id)).task?.status).toBe('COMPLETED');
    const resources = await flow.resources(place);
    expect(resources.find(({ name }) => name === 'orders')?.parent?.name).toBe('erp');
    expect(resources.find(({ id }) => id === erp)?.spec).toEqual({ adapter: 'basic' });
  });

  it('is not met by a resource of the name whose kind does not fit', async () => {
    const place = await flow.makeProject();
    await flow.create(place, crudCollection('orders'));
    const strategies = [{ system: 'erp', projection: 'orders', type: 'low code' }];
    const records = [systemOfRecord('erp'), projection('orders', { system: 'erp' }), singleView('sv', { strategies })];
    const plan = await flow.stage(bundleOf(records), place);
    expect(actionsOf(plan)).toEqual({ erp: 'CREATE', orders: 'COLLISION', sv: 'BLOCKED' });
    await flow.select(plan.id, false, { itemIds: [itemsByName(plan)['orders']!.id] });
    expect(actionsOf(await flow.plan(plan.id))).toMatchObject({ orders: 'SKIPPED', sv: 'BLOCKED' });
    await flow.select(plan.id, true);
    await flow.rename(itemsByName(plan)['orders']!.id, 'erp_orders');
    expect((await flow.plan(plan.id)).isExecutable).toBe(true);
  });

  it('is not met by a resource of its old name when it is blocked under a new one', async () => {
    const place = await flow.makeProject();
    await flow.create(place, crudCollection('orders'));
    const records = [
      systemOfRecord('erp'),
      projection('orders', { system: 'erp', fields: { state: 'nowhere' } }),
      erSchema('er', { orders: [] }),
    ];
    const plan = await flow.stage(bundleOf(records), place);
    await flow.rename(itemsByName(plan)['orders']!.id, 'erp_orders');
    expect(actionsOf(await flow.plan(plan.id))).toEqual({ erp: 'CREATE', orders: 'BLOCKED', er: 'BLOCKED' });
  });

  it('names a CRUD collection of the branch, which never travels, in a warning', async () => {
    const place = await flow.makeProject();
    await flow.create(place, crudCollection('notes'));
    const plan = await flow.stage(bundleOf([erSchema('er', { notes: ['notes'] })]), place);
    expect(plan.isExecutable).toBe(true);
    expect(codesOf(itemsByName(plan)['er']!.problems)).toEqual(['CRUD_COLLECTION_NODE']);
  });

  it('may lie in a ring, which is imported whole or blocked whole', async () => {
    const ring = [
      singleView('sv_a', { aggregation: aggregationOf('sv_b'), erSchema: 'er' }),
      singleView('sv_b', { aggregation: aggregationOf('sv_c') }),
      singleView('sv_c', { aggregation: aggregationOf('sv_a') }),
      erSchema('er', { sv_a: ['sv_a', 'sv_b'] }),
    ];
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf(ring), place);
    expect(plan.counts).toMatchObject({ create: 4, blocked: 0 });
    await flow.select(plan.id, false, { itemIds: [itemsByName(plan)['er']!.id] });
    expect((await flow.plan(plan.id)).counts).toMatchObject({ skipped: 1, blocked: 3 });
    await flow.select(plan.id, true);
    expect((await flow.execute(plan.id)).task).toMatchObject({ createdCount: 4 });
  });

  it('blocks along a chain of any length', async () => {
    const views = Array.from({ length: 400 }, (_, index) =>
      singleView(`sv_${index}`, { aggregation: aggregationOf(`sv_${index + 1}`) }),
    );
    const last = singleView('sv_400', { erSchema: 'nowhere' });
    const plan = await flow.stage(bundleOf([...views, last]), await flow.makeProject());
    expect(plan.counts).toMatchObject({ total: 401, blocked: 401, create: 0 });
  });

  function errorsOf({ problems }: PlanItem): [string, string, string[]][] {
    return problems
      .filter(({ severity }) => severity === 'ERROR')
      .map(({ code, message, path }) => [code, message, path]);
  }
});
