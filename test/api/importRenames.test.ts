import {
  aggregationOf,
  castFunction,
  erSchema,
  orchard,
  projection,
  singleView,
  systemOfRecord,
} from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { actionsOf, codesOf, ImportFlow, itemsByName, type BranchResource } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

interface RenamePayload {
  collidingItems: { name: string; newName: string | null; action: string }[];
  problems: { message: string }[];
}

describe('renaming an item of a plan', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  it('renames it in every other item: fields, nodes, conditions, aggregations, strategies, paths, updates', async () => {
    const view = singleView('sv_trees', {
      erSchema: 'orchard-er',
      strategies: [{ system: 'orchard', projection: 'trees', type: 'low code' }],
      aggregation: {
        version: '1.1.0',
        config: {
          SV_CONFIG: {
            dependencies: {
              trees: { type: 'projection', on: '_identifier' },
              ELDERS: { type: 'projection', aliasOf: 'trees', on: 'trees_to_harvests' },
              harvests: { type: 'projection', on: 'trees_to_harvests' },
            },
            mapping: { kind: 'trees.species', elder: 'ELDERS.id', fixed: '__string__[trees.species]' },
          },
        },
      },
      projectionChangesSchema: {
        version: '1.0.0',
        config: { sv_trees: { paths: [{ path: ['harvests', 'trees'], identifier: { id: 'id' } }] } },
      },
      kafkaProjectionUpdates: { trees: { strategy: '__automatic__' } },
    });
    const records = [...orchard().filter(({ name }) => name !== 'sv_trees'), view];
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf(records), place);
    const items = itemsByName(plan);
    const newNames = {
      trimText: 'trim',
      orchard: 'grove',
      trees: 'apple_trees',
      'orchard-er': 'grove-er',
      sv_trees: 'sv_apples',
    };
    for (const [name, newName] of Object.entries(newNames)) {
      expect(await flow.rename(items[name]!.id, newName)).toEqual([]);
    }
    const after = await flow.plan(plan.id);
    expect(after.isExecutable).toBe(true);
    expect(after.items.edges.map(({ node }) => [node.name, node.newName])).toEqual([
      ...Object.entries(newNames).slice(0, 3),
      ['harvests', null],
      ...Object.entries(newNames).slice(3),
    ]);
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 6 });
    const resources = byName(await flow.resources(place));
    expect(resources['apple_trees']).toMatchObject({
      parent: { name: 'grove' },
      spec: { fields: [{ name: 'id' }, { name: 'species', castFunction: 'trim' }] },
      origin: { sourceName: 'trees' },
    });
    expect(resources['grove-er']?.spec['config']).toEqual({
      apple_trees: { outgoing: { harvests: expect.anything() as object } },
      harvests: { outgoing: { apple_trees: expect.anything() as object } },
    });
    expect(JSON.stringify(resources['grove-er']?.spec)).toContain('trees_to_harvests');
    expect(resources['sv_apples']?.spec).toMatchObject({
      erSchema: 'grove-er',
      strategies: [{ system: 'grove', projection: 'apple_trees', type: 'low code' }],
      aggregation: {
        config: {
          SV_CONFIG: {
            dependencies: {
              apple_trees: { on: '_identifier' },
              ELDERS: { aliasOf: 'apple_trees', on: 'trees_to_harvests' },
              harvests: { on: 'trees_to_harvests' },
            },
            mapping: { kind: 'apple_trees.species', elder: 'ELDERS.id', fixed: '__string__[trees.species]' },
          },
        },
      },
      projectionChangesSchema: { config: { sv_apples: { paths: [{ path: ['harvests', 'apple_trees'] }] } } },
      kafkaProjectionUpdates: { apple_trees: { strategy: '__automatic__' } },
    });
  });

  it('says which items collide because of it, and which no longer do', async () => {
    const files = ['one', 'two', 'three', 'four'].map((name) => castFunction(name));
    const plan = await flow.stage(bundleOf(files), await flow.makeProject());
    const items = itemsByName(plan);
    const collide = async (name: string, newName: string) => {
      const { data } = await server.query(
        `mutation ($input: RenameImportItemInput!) { renameImportItem(input: $input) {
           collidingItems { name newName action } problems { message } } }`,
        { input: { itemId: items[name]!.id, name: newName } },
      );
      const { renameImportItem: payload } = data as unknown as { renameImportItem: RenamePayload };
      expect(payload.problems).toEqual([]);
      return payload.collidingItems.map((item) => [item.name, item.newName, item.action]);
    };
    expect(await collide('one', 'ten')).toEqual([]);
    expect(await collide('two', 'ten')).toEqual([
      ['two', 'ten', 'COLLISION'],
      ['one', 'ten', 'COLLISION'],
    ]);
    expect(await collide('three', 'ten')).toEqual([['three', 'ten', 'COLLISION']]);
    expect(await collide('three', 'three')).toEqual([]);
    expect(await collide('two', 'four')).toEqual([['two', 'four', 'COLLISION']]);
    expect(await collide('two', 'two')).toEqual([]);
    expect((await flow.plan(plan.id)).isExecutable).toBe(true);
  });

  it('is taken back by its name in the file', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf(orchard()), place);
    const { id } = itemsByName(plan)['trees']!;
    await flow.rename(id, 'apple_trees');
    await flow.rename(id, 'pear_trees');
    await flow.rename(id, 'trees');
    expect(await flow.plan(plan.id)).toEqual(plan);
    await flow.execute(plan.id);
    const original = byName(await flow.resources(place));
    const second = await flow.makeProject();
    await flow.import(bundleOf(orchard()), second);
    const untouched = byName(await flow.resources(second));
    expect(original['orchard-er']?.digest).toBe(untouched['orchard-er']?.digest);
  });

  it('puts the projections of a renamed system into it', async () => {
    const place = await flow.makeProject();
    await flow.create(place, systemOfRecord('erp'));
    const plan = await flow.stage(bundleOf([systemOfRecord('erp'), projection('orders', { system: 'erp' })]), place);
    expect(actionsOf(plan)).toEqual({ erp: 'COLLISION', orders: 'CREATE' });
    await flow.rename(itemsByName(plan)['erp']!.id, 'second-erp');
    expect((await flow.execute(plan.id)).task?.status).toBe('COMPLETED');
    expect(byName(await flow.resources(place))['orders']?.parent?.name).toBe('second-erp');
  });

  it('does not touch what is left out, nor what only looks like a reference', async () => {
    const place = await flow.makeProject();
    const cast = castFunction('trees', 'trees()');
    const records = [
      systemOfRecord('trees'),
      cast,
      projection('trees', { system: 'trees', fields: { trees: 'trees' } }),
      erSchema('trees', { trees: [] }),
    ];
    const plan = await flow.stage(bundleOf(records), place);
    const item = plan.items.edges.find(({ node }) => node.kind.name === 'fast-data/Projection')!.node;
    await flow.rename(item.id, 'apple_trees');
    await flow.execute(plan.id);
    const resources = await flow.resources(place);
    const projections = resources.find(({ kind }) => kind.name === 'fast-data/Projection');
    expect(projections).toMatchObject({
      name: 'apple_trees',
      parent: { name: 'trees' },
      spec: { fields: [{ name: 'id' }, { name: 'trees', castFunction: 'trees' }] },
    });
    const schema = resources.find(({ kind }) => kind.name === 'fast-data/ErSchema');
    expect(Object.keys(schema?.spec['config'] as object)).toEqual(['apple_trees']);
  });

  it('makes room beside a resource of the branch, and others of the file follow the item and not the resource', async () => {
    const place = await flow.makeProject();
    await flow.create(place, singleView('clients'));
    const records = [
      singleView('clients', { tags: ['theirs'] }),
      singleView('sv', { aggregation: aggregationOf('clients') }),
    ];
    const plan = await flow.stage(bundleOf(records), place);
    await flow.rename(itemsByName(plan)['clients']!.id, 'their_clients');
    await flow.execute(plan.id);
    const { sv, clients, their_clients: theirs } = byName(await flow.resources(place));
    expect(sv?.spec['aggregation']).toEqual(aggregationOf('their_clients'));
    expect([clients?.spec, theirs?.spec]).toEqual([{}, { tags: ['theirs'] }]);
  });

  it('refuses ids that are none, items that are none, and plans that were carried out', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf([castFunction('trimText')]), place);
    const { id } = itemsByName(plan)['trimText']!;
    expect(codesOf(await flow.rename('not-an-id', 'x'))).toEqual(['INVALID_ID']);
    expect(codesOf(await flow.rename(`${plan.id}.99`, 'x'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await flow.rename(id.replace(/^\w{8}/, '00000000'), 'x'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await flow.select(plan.id, false, { itemIds: ['x', `${plan.id}.7`] }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await flow.select(plan.id, false, { kinds: ['fast-data/Nothing'] }))).toEqual(['UNKNOWN_KIND']);
    expect(codesOf(await flow.setMode('x', 'COPY'))).toEqual(['INVALID_ID']);
    expect(await flow.plan(plan.id)).toEqual(plan);
    await flow.execute(plan.id);
    expect(codesOf(await flow.rename(id, 'x'))).toEqual(['PLAN_NOT_READY']);
    expect(codesOf(await flow.select(plan.id, false))).toEqual(['PLAN_NOT_READY']);
  });

  function byName(resources: readonly BranchResource[]): Record<string, BranchResource> {
    return Object.fromEntries(resources.map((resource) => [resource.name, resource]));
  }
});
