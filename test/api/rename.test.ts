import { bundleText } from '../support/bundleFiles.js';
import {
  makeAggregation,
  makeCrudCollection,
  makeErSchema,
  makeProjection,
  makeShop,
  makeSingleView,
  makeSystem,
} from '../support/fastDataResources.js';
import { createProject, createResources, idOf, importFile, namesOn, resourceOf } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('renaming a resource', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const rename = async (id: string, name: string) =>
    (await server.operation('RenameResource', { input: { id, name } })).renameResource;
  const specOf = async (branchId: string, name: string) => (await resourceOf(server, branchId, name)).spec;

  it('renames it in every place of every kind that names it', async () => {
    const { branchId } = await createProject(server, 'places');
    await createResources(server, branchId, [
      makeSystem('erp'),
      makeProjection('orders', { parent: 'erp' }),
      makeErSchema('relations', { orders: ['lines'], lines: ['orders'] }),
      makeSingleView('sv_all', {
        strategies: [{ system: 'erp', projection: 'orders', type: 'low-code' }],
        aggregation: makeAggregation(
          {
            orders: { type: 'projection', on: '_identifier' },
            LAST: { type: 'projection', aliasOf: 'orders', on: 'orders_to_lines' },
          },
          { id: 'orders.id', last: 'LAST.id', note: '__string__[orders.id]', deep: { total: 'orders.total' } },
        ),
        projectionChangesSchema: {
          version: '1.0.0',
          config: { sv_all: { paths: [{ path: ['lines', 'orders'], identifier: { orders: 'orders' } }] } },
        },
        kafkaProjectionUpdates: { orders: { updatesTopic: 'erp.orders', strategy: '__automatic__' } },
      }),
    ]);
    const { resource, rewritten, problems } = await rename(await idOf(server, branchId, 'orders'), 'purchases');
    expect(problems).toEqual([]);
    expect(resource).toMatchObject({ name: 'purchases', revision: 2 });
    expect(rewritten.map(({ name }) => name).toSorted()).toEqual(['relations', 'sv_all']);

    expect(await specOf(branchId, 'relations')).toEqual({
      version: '1.0.0',
      config: {
        purchases: {
          outgoing: { lines: { conditions: { orders_to_lines: { condition: { id: 'id' }, oneToMany: false } } } },
        },
        lines: {
          outgoing: { purchases: { conditions: { lines_to_orders: { condition: { id: 'id' }, oneToMany: false } } } },
        },
      },
    });
    const view = await specOf(branchId, 'sv_all');
    expect(view['strategies']).toEqual([{ system: 'erp', projection: 'purchases', type: 'low-code' }]);
    expect(view['projectionChangesSchema']).toEqual({
      version: '1.0.0',
      config: { sv_all: { paths: [{ path: ['lines', 'purchases'], identifier: { orders: 'orders' } }] } },
    });
    expect(view['kafkaProjectionUpdates']).toEqual({
      purchases: { updatesTopic: 'erp.orders', strategy: '__automatic__' },
    });
    expect(view['aggregation']).toMatchObject({
      config: { SV_CONFIG: { mapping: { last: 'LAST.id', note: '__string__[orders.id]' } } },
    });
    expect(JSON.stringify(view['aggregation'])).toContain('"aliasOf":"purchases"');
  });

  it('leaves no dependency unresolved that was resolved before', async () => {
    const { branchId } = await createProject(server, 'resolved');
    const made = await createResources(server, branchId, makeShop());
    for (const [oldName, newName] of [
      ['customers', 'clients'],
      ['toUpperCase', 'upper'],
      ['shop', 'store'],
      ['shop_relations', 'relations'],
    ] as const) {
      expect((await rename(made.get(oldName)!.id, newName)).problems).toEqual([]);
    }
    for (const name of await namesOn(server, branchId)) {
      const { resource } = await server.operation('Dependencies', { id: await idOf(server, branchId, name) });
      expect(resource?.dependencies.nodes.filter(({ isResolved }) => !isResolved)).toEqual([]);
    }
    expect(await specOf(branchId, 'clients')).toMatchObject({ fields: [{ name: 'id' }, { castFunction: 'upper' }] });
    expect(await specOf(branchId, 'sv_customers')).toMatchObject({
      erSchema: 'relations',
      strategies: [{ system: 'store', projection: 'clients' }],
    });
  });

  it('raises the revision of what was rewritten, once', async () => {
    const { branchId } = await createProject(server, 'revisions');
    const made = await createResources(server, branchId, makeShop());
    await rename(made.get('orders')!.id, 'purchases');
    expect((await resourceOf(server, branchId, 'shop_relations')).revision).toBe(2);
    expect((await resourceOf(server, branchId, 'toUpperCase')).revision).toBe(1);
  });

  it('follows inside a resource that names itself', async () => {
    const { branchId } = await createProject(server, 'self');
    const self = makeSingleView('sv_self', {
      aggregation: makeAggregation({ sv_self: { type: 'projection', on: '_identifier' } }),
      projectionChangesSchema: { version: '1.0.0', config: { sv_self: { paths: [{ path: ['x', 'sv_self'] }] } } },
    });
    const { id } = (await createResources(server, branchId, [self])).get('sv_self')!;
    const { resource, rewritten } = await rename(id, 'sv_me');
    expect(resource).toEqual({ id, name: 'sv_me', revision: 2 });
    expect(rewritten).toEqual([]);
    expect((await specOf(branchId, 'sv_me'))['projectionChangesSchema']).toEqual({
      version: '1.0.0',
      config: { sv_me: { paths: [{ path: ['x', 'sv_me'] }] } },
    });
    const { resource: after } = await server.operation('Dependencies', { id });
    const own = after?.dependencies.nodes.filter(({ target }) => target?.id === id);
    expect(own?.map(({ targetName }) => targetName)).toEqual(['sv_me', 'sv_me']);
  });

  it('leaves alone what has the same name in another namespace', async () => {
    const { branchId } = await createProject(server, 'namesakes');
    await createResources(server, branchId, [makeCrudCollection('thing')]);
    const made = await createResources(server, branchId, [makeErSchema('thing', { thing: [] })]);
    const { rewritten } = await rename(made.get('thing')!.id, 'map');
    expect(rewritten).toEqual([]);
    expect(await specOf(branchId, 'map')).toMatchObject({ config: { thing: {} } });
  });

  it('changes nothing when the name stays the same', async () => {
    const { branchId } = await createProject(server, 'same');
    const { id } = (await createResources(server, branchId, [makeSystem('erp')])).get('erp')!;
    const { resource, rewritten, problems } = await rename(id, 'erp');
    expect({ resource, rewritten, problems }).toEqual({
      resource: { id, name: 'erp', revision: 1 },
      rewritten: [],
      problems: [],
    });
  });

  it('may change nothing but the case', async () => {
    const { branchId } = await createProject(server, 'case');
    const { id } = (await createResources(server, branchId, [makeSystem('erp')])).get('erp')!;
    expect((await rename(id, 'ERP')).resource).toMatchObject({ name: 'ERP', revision: 2 });
  });

  it('is refused when the name is taken, and changes nothing', async () => {
    const { branchId } = await createProject(server, 'taken');
    const made = await createResources(server, branchId, makeShop());
    const { resource, rewritten, problems } = await rename(made.get('orders')!.id, 'sv_customers');
    expect({ resource, rewritten }).toEqual({ resource: null, rewritten: [] });
    expect(problems).toMatchObject([{ code: 'NAME_TAKEN', path: ['input', 'name'] }]);
    expect((await resourceOf(server, branchId, 'shop_relations')).revision).toBe(1);
  });

  it('is refused for names and ids that are none', async () => {
    const { branchId } = await createProject(server, 'faulty');
    const { id } = (await createResources(server, branchId, [makeCrudCollection('fine')])).get('fine')!;
    expect((await rename(id, '')).problems).toMatchObject([{ code: 'NAME_INVALID', path: ['input', 'name'] }]);
    expect((await rename(id, 'not fine')).problems).toMatchObject([{ code: 'NAME_INVALID' }]);
    expect((await rename('nope', 'fine2')).problems).toMatchObject([{ code: 'INVALID_ID', path: ['input', 'id'] }]);
    expect((await rename('01890a5d-ac96-774b-bcce-b302099a8057', 'fine2')).problems).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'id'] },
    ]);
  });

  it('is refused for a reference, which its source project owns', async () => {
    const { branchId } = await createProject(server, 'borrower');
    await importFile(server, await bundleText([makeErSchema('borrowed', {})]), { branchId, mode: 'REFERENCE' });
    const id = await idOf(server, branchId, 'borrowed');
    const { resource, problems } = await rename(id, 'mine');
    expect(resource).toBeNull();
    expect(problems).toMatchObject([{ code: 'READ_ONLY_REFERENCE', path: ['input', 'id'] }]);
    const update = await server.operation('UpdateResource', { input: { id, spec: { version: '1.0.0', config: {} } } });
    expect(update.updateResource.problems).toMatchObject([{ code: 'READ_ONLY_REFERENCE' }]);
  });

  it('is refused while a reference names it, until that is detached', async () => {
    const { branchId } = await createProject(server, 'followed');
    const made = await createResources(server, branchId, [makeCrudCollection('stock')]);
    const bundle = await bundleText([makeErSchema('stock_map', { stock: [] })]);
    await importFile(server, bundle, { branchId, mode: 'REFERENCE' });
    const { id } = made.get('stock')!;
    const { problems } = await rename(id, 'goods');
    expect(problems).toMatchObject([{ code: 'READ_ONLY_REFERENCE' }]);
    expect(problems[0]?.message).toContain('"stock_map"');
    const detached = await server.operation('DetachReference', {
      input: { id: await idOf(server, branchId, 'stock_map') },
    });
    expect(detached.detachReference.resource).toMatchObject({ mode: 'EDITABLE', revision: 2 });
    expect(detached.detachReference.resource?.origin).toMatchObject({ sourceName: 'stock_map' });
    expect((await rename(id, 'goods')).rewritten.map(({ name }) => name)).toEqual(['stock_map']);
    const again = await server.operation('DetachReference', { input: { id: detached.detachReference.resource!.id } });
    expect(again.detachReference.problems).toMatchObject([{ code: 'NOT_A_REFERENCE' }]);
  });
});
