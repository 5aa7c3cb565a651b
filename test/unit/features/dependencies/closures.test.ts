import { sql } from '../../../../src/database/worker.js';
import fc from 'fast-check';
import { reachNodes } from '../../../../src/features/dependencies/reachNodes.js';
import { walkGraph, type GraphWalk } from '../../../../src/features/dependencies/walkGraph.js';
import type { EdgeRow } from '../../../../src/features/dependencies/worker.js';
import { BranchScene } from '../../../support/branchScene.js';

const definitionKind = 'objects/ObjectDefinition';
const entryKind = 'objects/ObjectEntry';

/** Definitions by the definitions that they lead to, by name, and the entries that each contains. */
interface Net {
  leads: Record<string, readonly string[]>;
  contains?: Record<string, readonly string[]>;
}

describe('the closure of some resources', () => {
  let scene: BranchScene;
  beforeAll(async () => {
    scene = await BranchScene.open();
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  const signals = { checkpoint: () => Promise.resolve() };
  const idOf = (name: string) => `${name.includes('/') ? entryKind : definitionKind}/${name}`;
  const nameOf = (id: string) => id.slice((id.startsWith(`${entryKind}/`) ? entryKind : definitionKind).length + 1);

  async function make({ leads, contains = {} }: Net): Promise<void> {
    for (const [name, targets] of Object.entries(leads)) {
      const objectRelationships = targets.map((target) => ({ objectDefinitionExternalReferenceCode2: target }));
      await scene.put({ kind: definitionKind, name, spec: { objectRelationships } });
    }
    for (const [parent, entries] of Object.entries(contains))
      for (const name of entries) await scene.put({ kind: entryKind, name, spec: {}, parentId: idOf(parent) });
  }

  const walkOf = (roots: readonly string[], more: Partial<GraphWalk> = {}): GraphWalk => ({
    ...{ rootIds: roots.map(idOf), direction: 'DEPENDENCIES', depth: null },
    ...more,
  });

  /** How far each resource is, in the order of names, by reading every edge. */
  async function walked(walk: GraphWalk, hidden: readonly string[] = []): Promise<[string, number][]> {
    const hiddenIds = new Set<string | null>(hidden.map(idOf));
    const isFollowed = ({ sourceId, targetId }: EdgeRow) =>
      !hiddenIds.has(walk.direction === 'DEPENDENTS' ? sourceId : targetId);
    const graph = await walkGraph(scene.connection, { ...walk, isFollowed }, signals);
    return byName(graph.nodeIds.map((id, index) => [nameOf(id), graph.depths[index] ?? -1]));
  }

  /** The same, by the database alone. */
  async function reached(walk: GraphWalk, hidden: readonly string[] = []): Promise<[string, number][]> {
    await reachNodes(scene.connection, { ...walk, hiddenIds: hidden.map(idOf) }, signals);
    const rows = await scene.connection.all<{ id: string; depth: number }>(sql`SELECT id, depth FROM reached_node`);
    return byName(rows.map(({ id, depth }) => [nameOf(id), depth]));
  }

  const cycle: Net = { leads: { A: ['B'], B: ['C'], C: ['A', 'gone'], D: ['A'] } };
  const chain: Net = { leads: { A: ['B'], B: ['C'], C: [] }, contains: { A: ['A/1'], B: ['B/1'] } };

  describe.each([
    ['read edge by edge', walked],
    ['found by the database alone', reached],
  ])('%s', (_how, find) => {
    const closure = (roots: readonly string[], more?: Partial<GraphWalk>) => find(walkOf(roots, more));

    it('goes once round a cycle, and no name that is nowhere is part of it', async () => {
      await make(cycle);
      expect(await closure(['A'])).toEqual([['A', 0], ['B', 1], ['C', 2]]); // prettier-ignore
    });

    it('in the other direction is what leads there', async () => {
      await make(cycle);
      expect(await closure(['A'], { direction: 'DEPENDENTS' })).toEqual([['A', 0], ['B', 2], ['C', 1], ['D', 1]]); // prettier-ignore
    });

    it.each([[0, ['A']], [1, ['A', 'B']], [2, ['A', 'B', 'C']]])('of %i steps ends there', async (depth, names) => {
      await make(cycle);
      expect((await closure(['A'], { depth })).map(([name]) => name)).toEqual(names);
    }); // prettier-ignore

    it('of what names itself is itself', async () => {
      await make({ leads: { A: ['A'] } });
      expect(await closure(['A'])).toEqual([['A', 0]]);
      expect(await closure(['A'], { direction: 'DEPENDENTS' })).toEqual([['A', 0]]);
    });

    it('of several roots has the shortest way to each, and a root once', async () => {
      await make(cycle);
      expect(await closure(['D', 'B', 'B'])).toEqual([['A', 1], ['B', 0], ['C', 1], ['D', 0]]); // prettier-ignore
    });

    it('takes what a root contains, and not what others contain', async () => {
      await make(chain);
      expect((await closure(['A'])).map(([name]) => name)).toEqual(['A', 'A/1', 'B', 'C']);
    });

    it('takes the container of what is contained, and all else that leads there from the other side', async () => {
      await make(chain);
      expect(await closure(['B/1'])).toEqual([['B', 1], ['B/1', 0], ['C', 2]]); // prettier-ignore
      expect(await closure(['B'], { direction: 'DEPENDENTS' })).toEqual([['A', 1], ['A/1', 2], ['B', 0], ['B/1', 1]]); // prettier-ignore
    });

    it('does not lead to what is hidden, nor to what only that leads to', async () => {
      await make(cycle);
      expect(await find(walkOf(['A']), ['B'])).toEqual([['A', 0]]);
      expect(await find(walkOf(['A'], { direction: 'DEPENDENTS' }), ['C'])).toEqual([['A', 0], ['D', 1]]); // prettier-ignore
    });

    it('of nothing is nothing', async () => {
      await make(chain);
      expect(await closure([])).toEqual([]);
    });
  });

  it('keeps edges that close a cycle, and separately those without a target', async () => {
    await make(cycle);
    const graph = await walkGraph(scene.connection, walkOf(['A']), signals);
    const name = (index: number | undefined) => nameOf(graph.nodeIds[index ?? -1] ?? '');
    expect([...graph.sources].map((source, edge) => `${name(source)}>${name(graph.targets[edge])}`).sort()).toEqual([
      'A>B',
      'B>C',
      'C>A',
    ]);
    expect(graph.unresolved).toMatchObject([{ source: graph.nodeIds.indexOf(idOf('C')), targetName: 'gone' }]);
    expect(graph.reachedFrom.map(name)).toEqual(['A', 'A', 'B']);
  });

  it('leaves out edges that are not to be followed, and what only these lead to', async () => {
    await make(cycle);
    const isFollowed = ({ targetName }: EdgeRow) => targetName !== 'C';
    const graph = await walkGraph(scene.connection, { ...walkOf(['A']), isFollowed }, signals);
    expect([graph.nodeIds.map(nameOf), graph.sources.length]).toEqual([['A', 'B'], 1]);
  });

  it('is the same however it is found, whatever leads where', async () => {
    const names = ['A', 'B', 'C', 'D', 'E'];
    const targets = fc.subarray([...names, 'a', 'gone']);
    const net = fc.record({
      leads: fc.dictionary(fc.constantFrom(...names), targets, { minKeys: 1 }),
      entryCounts: fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
      picks: fc.array(fc.nat(20), { maxLength: 3 }),
      direction: fc.constantFrom('DEPENDENCIES' as const, 'DEPENDENTS' as const),
      depth: fc.option(fc.nat(4)),
      hidden: fc.subarray(names, { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(net, async ({ leads, entryCounts, picks, hidden, ...way }) => {
        await scene.clear();
        const contains = Object.fromEntries(
          Object.keys(leads).map((name, place) => [
            name,
            Array.from({ length: entryCounts[place] ?? 0 }, (_, index) => `${name}/${index}`),
          ]),
        );
        await make({ leads, contains });
        const all = [...Object.keys(leads), ...Object.values(contains).flat()];
        const roots = picks.map((pick) => all[pick % all.length]!);
        const walk = walkOf(roots, way);
        const expected = byName(expectedDepths({ leads, contains }, { roots, hidden, ...way }));
        expect(await walked(walk, hidden)).toEqual(expected);
        expect(await reached(walk, hidden)).toEqual(expected);
      }),
      { seed: 42, numRuns: 60 },
    );
  });
});

function byName(depths: [string, number][]): [string, number][] {
  return depths.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The closure as its definition says it, step by step over all edges. */
function expectedDepths(
  { leads, contains = {} }: Net,
  {
    roots,
    hidden,
    direction,
    depth,
  }: Omit<GraphWalk, 'rootIds'> & { roots: readonly string[]; hidden: readonly string[] },
): [string, number][] {
  const named = Object.entries(leads).flatMap(([source, targets]) =>
    targets.filter((target) => Object.hasOwn(leads, target)).map((target) => [source, target] as const),
  );
  const inside = Object.entries(contains).flatMap(([parent, entries]) =>
    entries.map((entry) => [entry, parent] as const),
  );
  const edges = [...named, ...inside];
  const found = new Map(roots.map((root) => [root, 0]));
  for (let step = 0; depth === null ? step < 50 : step < depth; step += 1) {
    for (const [name] of [...found].filter(([, at]) => at === step)) {
      const next =
        direction === 'DEPENDENTS'
          ? edges.filter(([, target]) => target === name).map(([source]) => source)
          : [
              ...edges.filter(([source]) => source === name).map(([, target]) => target),
              ...(step === 0 ? inside.filter(([, parent]) => parent === name).map(([entry]) => entry) : []),
            ];
      for (const other of next) if (!found.has(other) && !hidden.includes(other)) found.set(other, step + 1);
    }
  }
  return [...found];
}
