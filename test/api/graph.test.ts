import {
  makeAggregation,
  makeCastFunction,
  makeCrudCollection,
  makeErSchema,
  makeProjection,
  makeShop,
  makeSingleView,
  makeSystem,
} from '../support/fastDataResources.js';
import { createProject, createResources } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

/** A single view that reads others. */
function viewOf(name: string, ...others: string[]) {
  const dependencies = Object.fromEntries(others.map((other) => [other, { type: 'projection' }]));
  return makeSingleView(name, { aggregation: makeAggregation(dependencies) });
}

describe('the dependency graph', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  /** Makes a project of its own and gives a way to ask for graphs by name. */
  const scene = async (key: string, resources: Parameters<typeof createResources>[2]) => {
    const { branchId } = await createProject(server, key);
    const made = await createResources(server, branchId, resources);
    const idsOf = (names: string[]) => names.map((name) => made.get(name)!.id);
    const nameOf = new Map([...made].map(([name, { id }]) => [id, name]));
    const ask = async (
      roots: string[],
      direction: 'DEPENDENCIES' | 'DEPENDENTS' = 'DEPENDENCIES',
      depth: number | null = null,
    ) => {
      const variables = { branchId, rootIds: idsOf(roots), direction, depth };
      const graph = (await server.operation('DependencyGraph', variables)).dependencyGraph!;
      return {
        ...graph,
        names: graph.nodes.map(({ name }) => name),
        lines: graph.edges.map(
          ({ sourceId, targetId }) => `${nameOf.get(sourceId) ?? ''}>${nameOf.get(targetId) ?? ''}`,
        ),
        rings: graph.cycles.map(({ nodes }) => nodes.map(({ name }) => name).toSorted()),
      };
    };
    return { branchId, ask, made };
  };

  it('holds all that the roots need, nearer ones first', async () => {
    const { ask } = await scene('needs', makeShop());
    const { names, edges } = await ask(['sv_customers']);
    expect(names[0]).toBe('sv_customers');
    expect(names.slice(1, 5).toSorted()).toEqual(['customers', 'orders', 'shop', 'shop_relations']);
    expect(names.slice(5)).toEqual(['toUpperCase']);
    expect(edges.find(({ at }) => at === '/erSchema')).toMatchObject({ requirement: 'INCLUDED' });
  });

  it('holds all that needs the roots, the other way round', async () => {
    const { ask } = await scene('needed', makeShop());
    const { names, lines } = await ask(['toUpperCase'], 'DEPENDENTS');
    expect(names.slice(0, 2)).toEqual(['toUpperCase', 'customers']);
    expect(names.slice(2).toSorted()).toEqual(['shop_relations', 'sv_customers']);
    expect(lines).toContain('customers>toUpperCase');
  });

  it('ends after as many steps as were asked for', async () => {
    const { ask } = await scene('depth', [viewOf('a', 'b'), viewOf('b', 'c'), viewOf('c', 'd'), viewOf('d')]);
    expect((await ask(['a'], 'DEPENDENCIES', 0)).names).toEqual(['a']);
    expect((await ask(['a'], 'DEPENDENCIES', 1)).names).toEqual(['a', 'b']);
    expect((await ask(['a'], 'DEPENDENCIES', 2)).names).toEqual(['a', 'b', 'c']);
    expect((await ask(['a'])).names).toEqual(['a', 'b', 'c', 'd']);
    expect((await ask(['d'], 'DEPENDENTS', 2)).names).toEqual(['d', 'c', 'b']);
  });

  it('reaches the same nodes when only their ids are asked for', async () => {
    const { branchId, made } = await scene('ids', [
      ...makeShop(),
      viewOf('a', 'b'),
      viewOf('b', 'c'),
      viewOf('c', 'a'),
    ]);
    const idsOf = async (selection: string, variables: object) => {
      const query = `query ($branchId: ID!, $rootIds: [ID!]!, $direction: GraphDirection!, $depth: Int) {
        dependencyGraph(branchId: $branchId, rootIds: $rootIds, direction: $direction, depth: $depth) { ${selection} } }`;
      const { data } = await server.query(query, { branchId, ...variables });
      return (data as unknown as { dependencyGraph: { nodes: { id: string }[] } }).dependencyGraph.nodes.map(
        ({ id }) => id,
      );
    };
    for (const root of ['sv_customers', 'shop', 'toUpperCase', 'a']) {
      for (const direction of ['DEPENDENCIES', 'DEPENDENTS']) {
        for (const depth of [null, 0, 1, 2]) {
          const variables = { rootIds: [made.get(root)?.id], direction, depth };
          const ids = await idsOf('nodes { id }', variables);
          const viaEdges = await idsOf('nodes { id } edges { at }', variables);
          const viaFragment = await idsOf(
            '...Nodes } } fragment Nodes on DependencyGraph { nodes { ... on Resource { id name }',
            variables,
          );
          expect(ids[0]).toBe(made.get(root)?.id);
          expect(ids.toSorted()).toEqual(viaEdges.toSorted());
          expect(viaFragment).toEqual(ids);
        }
      }
    }
  });

  it('holds a node of a diamond once, and each of its edges', async () => {
    const { ask } = await scene('diamond', [viewOf('a', 'b', 'c'), viewOf('b', 'd'), viewOf('c', 'd'), viewOf('d')]);
    const { names, lines, rings } = await ask(['a']);
    expect(names).toEqual(['a', 'b', 'c', 'd']);
    expect(lines.toSorted()).toEqual(['a>b', 'a>c', 'b>d', 'c>d']);
    expect(rings).toEqual([]);
  });

  it('tells rings, of one resource too, and goes on', async () => {
    const { ask } = await scene('rings', [
      viewOf('self', 'self', 'x'),
      viewOf('x', 'y'),
      viewOf('y', 'z'),
      viewOf('z', 'x', 'end'),
      viewOf('end'),
    ]);
    const { names, rings } = await ask(['self']);
    expect(names.toSorted()).toEqual(['end', 'self', 'x', 'y', 'z']);
    expect(rings.toSorted()).toEqual([['self'], ['x', 'y', 'z']]);
    expect((await ask(['end'], 'DEPENDENTS')).rings.toSorted()).toEqual([['self'], ['x', 'y', 'z']]);
  });

  it('is shown in part where it is larger than was asked for, the nearest first, and counted whole', async () => {
    const { branchId, made } = await scene('part', [
      viewOf('a', 'b', 'c'),
      viewOf('b', 'd', 'lost'),
      viewOf('c', 'd', 'a'),
      viewOf('d', 'e'),
      viewOf('e'),
    ]);
    const variables = { branchId, rootIds: [made.get('a')!.id], direction: 'DEPENDENCIES' as const };
    const part = async (maxNodes: number) =>
      (await server.operation('DependencyGraph', { ...variables, maxNodes })).dependencyGraph!;
    const three = await part(3);
    expect(three.nodes.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(three.edges).toHaveLength(3);
    expect(three.unresolved.map(({ targetName }) => targetName)).toEqual(['lost']);
    expect(three.cycles.map(({ nodes }) => nodes.map(({ name }) => name))).toEqual([['a', 'c']]);
    expect(three).toMatchObject({ nodeCount: 5, edgeCount: 6, isTruncated: true });
    expect(await part(5)).toMatchObject({ nodeCount: 5, edgeCount: 6, isTruncated: false });
    for (const maxNodes of [0, 10_001]) {
      expect(await server.operationErrors('DependencyGraph', { ...variables, maxNodes })).toMatchObject([
        { message: expect.stringMatching(/maxNodes must be from 1 to 10000/) as string },
      ]);
    }
  });

  it('removes no cycle of a system and its projections', async () => {
    const { ask } = await scene('family', [makeSystem('erp'), makeProjection('p', { parent: 'erp' })]);
    expect((await ask(['erp'])).rings).toEqual([]);
    expect((await ask(['p'])).rings).toEqual([]);
  });

  it('holds what a root system contains, but not the siblings of a root projection', async () => {
    const { ask } = await scene('siblings', [
      makeSystem('erp'),
      makeProjection('p', { parent: 'erp' }),
      makeProjection('q', { parent: 'erp' }),
    ]);
    expect((await ask(['erp'])).names).toEqual(['erp', 'p', 'q']);
    expect((await ask(['p'])).names).toEqual(['p', 'erp']);
  });

  it('removes a cycle of a single view and the ER schema that it is a node of', async () => {
    const { ask } = await scene('mutual', [makeErSchema('map', { sv: [] }), makeSingleView('sv', { erSchema: 'map' })]);
    expect((await ask(['sv'])).rings).toEqual([['map', 'sv']]);
  });

  it('tells what is nowhere on the branch, with the place that names it', async () => {
    const { ask } = await scene('missing', [
      viewOf('sv', 'ghost'),
      makeSystem('erp'),
      makeProjection('p', { parent: 'erp', castFunctions: { a: 'lost', b: 'defaultCastToDate' } }),
    ]);
    const { unresolved } = await ask(['sv', 'p']);
    const collections = ['fast-data/Projection', 'fast-data/SingleView', 'fast-data/CrudCollection'];
    const functions = ['fast-data/CastFunction'];
    const place = '/aggregation/config/SV_CONFIG/dependencies/ghost';
    expect(unresolved.map(({ source, ...rest }) => ({ ...rest, source: source.name }))).toEqual(
      expect.arrayContaining([
        { source: 'sv', at: place, targetName: 'ghost', targetKinds: collections, requirement: 'INCLUDED' },
        {
          source: 'p',
          at: '/fields/1/castFunction',
          targetName: 'lost',
          targetKinds: functions,
          requirement: 'INCLUDED',
        },
      ]),
    );
    expect(unresolved).toHaveLength(2);
  });

  it('asks for a CRUD collection as something that must be there already', async () => {
    const { ask } = await scene('crud', [makeCrudCollection('stock'), makeErSchema('map', { stock: [] })]);
    expect((await ask(['map'])).edges).toMatchObject([{ at: '/config/stock', requirement: 'REQUIRED' }]);
  });

  it('visits each root once, and none when none is given', async () => {
    const { ask } = await scene('roots', [makeCastFunction('one'), makeCastFunction('two')]);
    expect((await ask(['two', 'one', 'two'])).names.toSorted()).toEqual(['one', 'two']);
    expect((await ask([])).nodes).toEqual([]);
  });

  it('is refused for a root that is not on the branch, and for a negative depth', async () => {
    const { branchId } = await scene('refused', []);
    const { made } = await scene('other', [makeCastFunction('one')]);
    for (const rootId of [made.get('one')?.id, 'nope']) {
      const errors = await server.operationErrors('DependencyGraph', {
        branchId,
        rootIds: [rootId],
        direction: 'DEPENDENCIES',
      });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    const negative = { branchId, rootIds: [], direction: 'DEPENDENCIES', depth: -1 };
    expect(await server.operationErrors('DependencyGraph', negative)).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
