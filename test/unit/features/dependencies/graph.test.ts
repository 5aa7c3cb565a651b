import { GraphBuilder } from '../../../../src/features/dependencies/graph.js';

function edge(sourceId: string, targetId: string | null, { at = '/at', typeId = 7 } = {}) {
  return { sourceId, targetId, typeId, at, targetName: targetId ?? 'ghost', targetKind: null, sourceKind: 'k' };
}

describe('GraphBuilder', () => {
  it('keeps a node once, with its first depth and where it was reached from', () => {
    const builder = new GraphBuilder();
    expect(builder.addNode('root', 0)).toBe(true);
    expect(builder.addNode('child', 1, 'root')).toBe(true);
    expect(builder.addNode('child', 2, 'child')).toBe(false);
    const { nodeIds, depths, reachedFrom } = builder.build();
    expect({ nodeIds, depths, reachedFrom }).toEqual({
      nodeIds: ['root', 'child'],
      depths: [0, 1],
      reachedFrom: [0, 0],
    });
  });

  it('keeps edges as indexes, and each place once', () => {
    const builder = new GraphBuilder();
    for (const id of ['a', 'b', 'c']) builder.addNode(id, 0);
    builder.addEdge(edge('a', 'b'));
    builder.addEdge(edge('c', 'a'));
    builder.addEdge(edge('b', 'c', { at: '/other' }));
    builder.addEdge(edge('b', 'c', { typeId: 8 }));
    const graph = builder.build();
    expect([...graph.sources]).toEqual([0, 2, 1, 1]);
    expect([...graph.targets]).toEqual([1, 0, 2, 2]);
    expect([...graph.places]).toEqual([0, 0, 1, 2]);
    expect(graph.placeTable).toEqual([
      { typeId: 7, at: '/at' },
      { typeId: 7, at: '/other' },
      { typeId: 8, at: '/at' },
    ]);
  });

  it('keeps an edge without a target apart', () => {
    const builder = new GraphBuilder();
    builder.addNode('a', 0);
    builder.addEdge(edge('a', null));
    const { sources, unresolved } = builder.build();
    expect(sources).toHaveLength(0);
    expect(unresolved).toEqual([{ source: 0, typeId: 7, at: '/at', targetName: 'ghost' }]);
  });

  it('grows beyond its first size without losing an edge', () => {
    const builder = new GraphBuilder();
    const count = 5000;
    for (let node = 0; node < count; node += 1) builder.addNode(String(node), 0);
    for (let node = 0; node < count; node += 1) builder.addEdge(edge(String(node), String((node + 1) % count)));
    const { sources, targets } = builder.build();
    expect([sources.length, sources.at(-1), targets.at(-1)]).toEqual([count, count - 1, 0]);
  });

  it('refuses an edge whose source it does not know, which would be a fault of the walk', () => {
    expect(() => {
      new GraphBuilder().addEdge(edge('a', 'b'));
    }).toThrow('Node a was not added');
  });
});
