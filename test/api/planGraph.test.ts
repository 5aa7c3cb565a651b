import { grantRole, makeAccount } from '../support/accessScene.js';
import {
  aggregationOf,
  castFunction,
  erSchema,
  orchard,
  projection,
  singleView,
  systemOfRecord,
} from '../support/fastDataRecords.js';
import type { GraphqlClient } from '../support/graphqlClient.js';
import { bundleOf, type BundleRecord } from '../support/importBundle.js';
import { ImportFlow, itemsByName, type Place, type PlanView } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

interface PlanGraph {
  nodeCount: number;
  edgeCount: number;
  missingCount: number;
  isTruncated: boolean;
  nodes: { id: string; name: string; newName: string | null; action: string; mode: string; kind: { name: string } }[];
  resources: { id: string; name: string }[];
  edges: { sourceId: string; targetId: string; at: string; requirement: string; isMet: boolean }[];
  missing: { sourceId: string; at: string; targetName: string; targetKinds: string[]; requirement: string }[];
  cycles: { itemIds: string[] }[];
  kindEdges: { source: { name: string }; target: { name: string } | null; isInFile: boolean; count: number }[];
}

const document = `query ($id: ID!, $maxNodes: Int, $kinds: [String!], $actions: [ImportAction!], $search: String) {
  importPlan(id: $id) { graph(maxNodes: $maxNodes, kinds: $kinds, actions: $actions, search: $search) {
    nodeCount edgeCount missingCount isTruncated
    nodes { id name newName action mode kind { name } }
    resources { id name }
    edges { sourceId targetId at requirement isMet }
    missing { sourceId at targetName targetKinds requirement }
    cycles { itemIds }
    kindEdges { source { name } target { name } isInFile count }
  } } }`;

describe('the graph of an import plan', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const graphOf = async (id: string, choice: object = {}, client: GraphqlClient = server) => {
    const { importPlan } = await new ImportFlow(client).ask<{ importPlan: { graph: PlanGraph } }>(document, {
      id,
      ...choice,
    });
    const { graph } = importPlan;
    const nameById = new Map([
      ...graph.nodes.map(({ id: nodeId, name, newName }) => [nodeId, newName ?? name] as const),
      ...graph.resources.map(({ id: nodeId, name }) => [nodeId, `${name} of the branch`] as const),
    ]);
    const nameOf = (nodeId: string) => nameById.get(nodeId) ?? `nowhere ${nodeId}`;
    return {
      ...graph,
      rings: graph.cycles.map(({ itemIds }) => itemIds.map(nameOf).toSorted().join(' ')).toSorted(),
      actions: Object.fromEntries(graph.nodes.map(({ name, action }) => [name, action])),
      lines: [
        ...new Set(
          graph.edges.map(
            ({ sourceId, targetId, isMet }) => `${nameOf(sourceId)}>${nameOf(targetId)}${isMet ? '' : ' (not met)'}`,
          ),
        ),
      ].toSorted(),
      gaps: [
        ...new Set(graph.missing.map(({ sourceId, targetName }) => `${nameOf(sourceId)}>${targetName}`)),
      ].toSorted(),
    };
  };

  const stage = async (
    records: readonly BundleRecord[],
    { before = [], place, options = {} }: { before?: BundleRecord[]; place?: Place; options?: object } = {},
  ): Promise<PlanView> => {
    const target = place ?? (await flow.makeProject());
    if (before.length > 0) await flow.import(bundleOf(before), target);
    return flow.stage(bundleOf(records), target, { options: { ...options } });
  };

  it('has the items with what happens to them, and the totals', async () => {
    const changed = [
      castFunction('trimText', 'return changed'),
      systemOfRecord('orchard'),
      projection('trees', { system: 'orchard', fields: { species: 'trimText' } }),
    ];
    const plan = await stage(changed, {
      before: [castFunction('trimText'), systemOfRecord('orchard')],
      options: { createStrategy: 'UPSERT' },
    });
    const graph = await graphOf(plan.id);
    expect(graph.actions).toEqual({ trimText: 'UPDATE', orchard: 'UNCHANGED', trees: 'CREATE' });
    expect(graph.lines).toEqual(['trees>orchard', 'trees>trimText']);
    expect(graph).toMatchObject({ nodeCount: 3, edgeCount: 2, missingCount: 0, isTruncated: false, resources: [] });
    expect(graph.edges.find(({ at }) => at === '')).toMatchObject({ requirement: 'INCLUDED', isMet: true });
    expect(
      graph.kindEdges.map(({ source, target, isInFile, count }) => [source.name, target?.name, isInFile, count]),
    ).toEqual([
      ['fast-data/Projection', 'fast-data/CastFunction', true, 1],
      ['fast-data/Projection', 'fast-data/SystemOfRecord', true, 1],
    ]);
  });

  it('shows that a colliding item is met by what the branch has, and an item that is left out is not', async () => {
    const records = [
      castFunction('trimText', 'return other'),
      systemOfRecord('orchard'),
      projection('trees', { system: 'orchard', fields: { species: 'trimText' } }),
    ];
    const plan = await stage(records, { before: [castFunction('trimText')], options: { createStrategy: 'INSERT' } });
    const graph = await graphOf(plan.id);
    expect(graph.actions).toEqual({ trimText: 'COLLISION', orchard: 'CREATE', trees: 'CREATE' });
    expect(graph.nodes[0]).toMatchObject({ name: 'trimText' });
    expect(graph.lines).toEqual(['trees>orchard', 'trees>trimText']);

    await flow.select(plan.id, false, { itemIds: [itemsByName(plan)['orchard']!.id] });
    const after = await graphOf(plan.id);
    expect(after.actions).toMatchObject({ orchard: 'SKIPPED', trees: 'BLOCKED' });
    expect(after.lines).toEqual(['trees>orchard (not met)', 'trees>trimText']);
  });

  it('names what is missing, and counts it', async () => {
    const plan = await stage([
      systemOfRecord('erp'),
      projection('orders', { system: 'erp', fields: { state: 'nowhere', day: 'nowhere' } }),
    ]);
    const graph = await graphOf(plan.id);
    expect(graph.actions).toEqual({ erp: 'CREATE', orders: 'BLOCKED' });
    expect(graph.gaps).toEqual(['orders>nowhere']);
    expect(graph).toMatchObject({ edgeCount: 1, missingCount: 2 });
    expect(graph.missing[0]).toMatchObject({ targetKinds: ['fast-data/CastFunction'], at: '/fields/1/castFunction' });
    expect(graph.kindEdges.find(({ target }) => target === null)).toMatchObject({
      source: { name: 'fast-data/Projection' },
      isInFile: false,
      count: 2,
    });
  });

  it('follows renames and replacements, and leads to resources of the branch', async () => {
    const records = [
      systemOfRecord('erp'),
      castFunction('here'),
      projection('orders', { system: 'erp', fields: { a: 'here', b: 'there', c: 'gone' } }),
    ];
    const before = [castFunction('there'), castFunction('instead')];
    const plan = await stage(records, { before });
    await flow.rename(itemsByName(plan)['here']!.id, 'hereNow');
    await flow.remap(plan.id, { kind: 'fast-data/CastFunction', name: 'gone', toName: 'instead' });
    const graph = await graphOf(plan.id);
    expect(graph.lines).toEqual([
      'orders>erp',
      'orders>hereNow',
      'orders>instead of the branch',
      'orders>there of the branch',
    ]);
    expect(graph.resources.map(({ name }) => name).toSorted()).toEqual(['instead', 'there']);
    expect(graph.missing).toEqual([]);
    expect(graph.edges.every(({ isMet }) => isMet)).toBe(true);
  });

  it('tells cycles', async () => {
    const view = (name: string, ...others: string[]) => singleView(name, { aggregation: aggregationOf(...others) });
    const plan = await stage([view('a', 'b'), view('b', 'c'), view('c', 'b'), view('d', 'd')]);
    const { rings, lines } = await graphOf(plan.id);
    expect(rings).toEqual(['b c', 'd']);
    expect(lines).toEqual(['a>b', 'b>c', 'c>b', 'd>d']);
  });

  it('is cut at a limit, with as many items of each kind, and counts all', async () => {
    const casts = Array.from({ length: 30 }, (_, at) => castFunction(`cast_${at}`));
    const plan = await stage([...casts, ...orchard()]);
    const whole = await graphOf(plan.id);
    expect(whole).toMatchObject({ nodeCount: 36, isTruncated: false });
    const part = await graphOf(plan.id, { maxNodes: 7 });
    expect(part).toMatchObject({
      ...{ nodeCount: 36, isTruncated: true },
      ...{ edgeCount: whole.edgeCount, missingCount: whole.missingCount, kindEdges: whole.kindEdges },
    });
    expect(part.nodes).toHaveLength(7);
    expect(new Set(part.nodes.map(({ kind }) => kind.name)).size).toBe(5);
    const names = new Set(part.nodes.map(({ id }) => id));
    expect(part.edges.length).toBeGreaterThan(0);
    for (const { sourceId, targetId } of part.edges) expect(names.has(sourceId) && names.has(targetId)).toBe(true);
    for (const maxNodes of [0, 10_001]) {
      const { errors } = await server.query(document, { id: plan.id, maxNodes });
      expect(errors?.[0]?.message).toBe(`maxNodes must be from 1 to 10000; it is ${maxNodes}.`);
    }
  });

  it('is cut at ten edges for each item that was asked for', async () => {
    const fields = Object.fromEntries(Array.from({ length: 15 }, (_, at) => [`f${at}`, 'trimText']));
    const plan = await stage([castFunction('trimText'), projection('wide', { system: 'erp', fields })]);
    const graph = await graphOf(plan.id, { maxNodes: 1, kinds: ['fast-data/Projection'] });
    expect(graph).toMatchObject({ nodeCount: 1, isTruncated: false, edgeCount: 0, missingCount: 1 });
    const gone = await stage([
      systemOfRecord('erp'),
      projection('wide', { system: 'erp', fields: { ...fields, ...Object.fromEntries([['g', 'trimText']]) } }),
    ]);
    const cut = await graphOf(gone.id, { maxNodes: 1, kinds: ['fast-data/Projection'] });
    expect(cut).toMatchObject({ nodeCount: 1, isTruncated: true, missingCount: 16 });
    expect(cut.missing).toHaveLength(10);
  });

  it('can be that of some kinds, of some actions, or of what contains a text', async () => {
    const plan = await stage(orchard(), { before: [castFunction('trimText')] });
    const views = await graphOf(plan.id, { kinds: ['fast-data/Projection', 'fast-data/SystemOfRecord'] });
    expect(Object.keys(views.actions).toSorted()).toEqual(['harvests', 'orchard', 'trees']);
    expect(views.lines).toEqual(['harvests>orchard', 'trees>orchard']);
    expect(views).toMatchObject({ nodeCount: 3, edgeCount: 2 });
    const same = await graphOf(plan.id, { actions: ['UNCHANGED'] });
    expect(same).toMatchObject({ actions: { trimText: 'UNCHANGED' }, nodeCount: 1, edgeCount: 0 });
    const found = await graphOf(plan.id, { search: 'TRE' });
    expect(Object.keys(found.actions).toSorted()).toEqual(['sv_trees', 'trees']);
    expect(found).toMatchObject({ nodeCount: 2, lines: ['sv_trees>trees'] });
    expect(await graphOf(plan.id, { search: 'nothing like it' })).toMatchObject({ nodeCount: 0, nodes: [] });
    const { errors } = await server.query(document, { id: plan.id, kinds: ['no/Kind'] });
    expect(errors?.[0]?.message).toContain('no/Kind');
  });

  it('leaves out what a person may not see, with the dependencies on it', async () => {
    const place = await flow.makeProject();
    const hidden = await flow.create(place, castFunction('secretCast'));
    await flow.create(place, castFunction('openCast'));
    const plan = await stage(
      [
        systemOfRecord('erp'),
        projection('orders', { system: 'erp', fields: { a: 'secretCast', b: 'openCast' } }),
        erSchema('er', { orders: [] }),
      ],
      { place },
    );
    const readers = `mutation ($id: ID!) { setResourceReaders(input: { resourceId: $id, readers: [] }) { problems { message } } }`;
    await flow.ask(readers, { id: hidden });
    const viewer = await makeAccount(server, 'viewer of graphs');
    await grantRole(server, viewer, { projectId: place.projectId, role: 'VIEWER' });
    expect((await graphOf(plan.id)).lines).toContain('orders>secretCast of the branch');
    const seen = await graphOf(plan.id, {}, viewer.client);
    expect(JSON.stringify(seen)).not.toContain('secretCast');
    expect(JSON.stringify(seen)).not.toContain(hidden);
    expect(seen.lines).toEqual(['er>orders', 'orders>erp', 'orders>openCast of the branch']);
    expect(seen).toMatchObject({ edgeCount: 3, missingCount: 0, missing: [] });
  });

  it('is empty once the plan was discarded, and has items of unknown kinds', async () => {
    const plan = await stage(orchard());
    await flow.discard(plan.id);
    expect(await graphOf(plan.id)).toMatchObject({ nodeCount: 0, nodes: [], edges: [], kindEdges: [] });
    const odd = await stage([{ kind: 'elsewhere/Thing', name: 'thing', spec: {} }, castFunction('trimText')]);
    const graph = await graphOf(odd.id);
    expect(graph.actions).toEqual({ thing: 'BLOCKED', trimText: 'CREATE' });
    expect((await graphOf(odd.id, { kinds: ['elsewhere/Thing'] })).nodeCount).toBe(1);
  });
});
