import fc from 'fast-check';
import { childTypeId, parentTypeId } from '../../../../src/features/dependencies/edges.sql.js';
import { findCycles } from '../../../../src/features/dependencies/findCycles.js';
import { GraphBuilder } from '../../../../src/features/dependencies/graph.js';

type Edge = readonly [source: number, target: number];

function graphOf(nodeCount: number, edges: readonly Edge[], typeId = 1) {
  const builder = new GraphBuilder();
  for (let node = 0; node < nodeCount; node += 1) builder.addNode(String(node), 0);
  for (const [source, target] of edges) builder.addEdge(edgeRow(String(source), String(target), typeId));
  return builder.build();
}

function edgeRow(sourceId: string, targetId: string, typeId: number) {
  return { sourceId, targetId, typeId, at: '', targetName: targetId, targetKind: 'k', sourceKind: 'k' };
}

/** By definition: two nodes are in one cycle when each can be reached from the other. */
function naiveCycles(nodeCount: number, edges: readonly Edge[]): number[][] {
  const nodes = Array.from({ length: nodeCount }, (_, node) => node);
  const isReachable = nodes.map(() => nodes.map(() => false));
  for (const [source, target] of edges) isReachable[source]![target] = true;
  for (const via of nodes) {
    for (const from of nodes) {
      for (const to of nodes) {
        if (isReachable[from]![via]! && isReachable[via]![to]!) isReachable[from]![to] = true;
      }
    }
  }
  const cycles = new Map<number, number[]>();
  for (const node of nodes) {
    if (!isReachable[node]![node]!) continue;
    const members = nodes.filter((other) => isReachable[node]![other]! && isReachable[other]![node]!);
    cycles.set(members[0]!, members);
  }
  return [...cycles.values()];
}

const byFirst = (a: number[], b: number[]) => (a[0] ?? 0) - (b[0] ?? 0);

describe('findCycles', () => {
  it('finds what the definition of a cycle says, on any graph', () => {
    const graphs = fc
      .integer({ min: 1, max: 12 })
      .chain((nodeCount) =>
        fc.tuple(
          fc.constant(nodeCount),
          fc.array(fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1)), { maxLength: 30 }),
        ),
      );
    fc.assert(
      fc.property(graphs, ([nodeCount, edges]) => {
        const found = findCycles(graphOf(nodeCount, edges)).toSorted(byFirst);
        expect(found).toEqual(naiveCycles(nodeCount, edges).toSorted(byFirst));
      }),
    );
  });

  it('finds none where there are no nodes, and none in a chain', () => {
    expect(findCycles(graphOf(0, []))).toEqual([]);
    expect(
      findCycles(
        graphOf(3, [
          [0, 1],
          [1, 2],
        ]),
      ),
    ).toEqual([]);
  });

  it('finds a node that depends on itself', () => {
    expect(findCycles(graphOf(2, [[1, 1]]))).toEqual([[1]]);
  });

  it('gives the members in the order in which they were reached', () => {
    const edges: Edge[] = [
      [2, 0],
      [0, 3],
      [3, 2],
    ];
    expect(findCycles(graphOf(4, edges))).toEqual([[0, 2, 3]]);
  });

  it('takes what a resource contains for no dependency', () => {
    const builder = new GraphBuilder();
    for (const id of ['system', 'projection']) builder.addNode(id, 0);
    builder.addEdge(edgeRow('system', 'projection', childTypeId));
    builder.addEdge(edgeRow('projection', 'system', parentTypeId));
    expect(findCycles(builder.build())).toEqual([]);
  });

  it('goes through a chain and a ring of 100,000 without deep recursion', () => {
    const count = 100_000;
    const chain = Array.from({ length: count - 1 }, (_, node): Edge => [node, node + 1]);
    expect(findCycles(graphOf(count, chain))).toEqual([]);
    const [ring, ...others] = findCycles(graphOf(count, [...chain, [count - 1, 0]]));
    expect(ring).toHaveLength(count);
    expect(others).toEqual([]);
  });
});
