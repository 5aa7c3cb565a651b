/**
 * Finds cycles as strongly connected components (Tarjan). The stack is explicit, because a chain of 100,000 resources would overflow the
 * call stack. Containment is not a dependency and makes no cycle.
 */
import { childTypeId } from './edges.sql.js';
import type { Graph } from './graph.js';

/** Dependencies between nodes, which are numbered from 0. */
export interface DependencyEdges {
  nodeCount: number;
  sources: Int32Array;
  targets: Int32Array;
}

/** Each cycle as indexes into `graph.nodeIds`, in the order of the nodes. */
export function findCycles(graph: Graph): number[][] {
  const isContainment = graph.placeTable.map(({ typeId }) => typeId === childTypeId);
  const counts = (_node: number, edge: number) => !(isContainment[graph.places[edge] ?? 0] ?? false);
  return cyclesAmong({
    nodeCount: graph.nodeIds.length,
    sources: graph.sources.filter(counts),
    targets: graph.targets.filter(counts),
  });
}

/** Each cycle as its nodes, in ascending order. */
export function cyclesAmong(edges: DependencyEdges): number[][] {
  return new CycleSearch(edges).run();
}

class CycleSearch {
  private readonly firstEdge: Int32Array;
  private readonly targets: Int32Array;
  private readonly order: Int32Array;
  private readonly low: Int32Array;
  private readonly cursor: Int32Array;
  private readonly isOpen: Uint8Array;
  private readonly hasSelfLoop: Uint8Array;
  private readonly open: number[] = [];
  private readonly cycles: number[][] = [];
  private visited = 0;

  constructor(edges: DependencyEdges) {
    const count = edges.nodeCount;
    this.hasSelfLoop = new Uint8Array(count);
    const { firstEdge, targets } = adjacency(edges, this.hasSelfLoop);
    this.firstEdge = firstEdge;
    this.targets = targets;
    this.order = new Int32Array(count).fill(-1);
    this.low = new Int32Array(count);
    this.cursor = firstEdge.slice(0, count);
    this.isOpen = new Uint8Array(count);
  }

  run(): number[][] {
    for (let node = 0; node < this.order.length; node += 1) {
      if (this.order[node] === -1) this.visitFrom(node);
    }
    return this.cycles;
  }

  private visitFrom(root: number): void {
    const path = [root];
    this.enter(root);
    while (path.length > 0) {
      const node = path.at(-1) ?? root;
      const next = this.step(node);
      if (next !== undefined) {
        this.enter(next);
        path.push(next);
        continue;
      }
      path.pop();
      this.leave(node, path.at(-1));
    }
  }

  private enter(node: number): void {
    this.order[node] = this.visited;
    this.low[node] = this.visited;
    this.visited += 1;
    this.open.push(node);
    this.isOpen[node] = 1;
  }

  /** Follows the edges of a node until one leads to a new node. */
  private step(node: number): number | undefined {
    const end = this.firstEdge[node + 1] ?? 0;
    for (let edge = this.cursor[node] ?? end; edge < end; edge += 1) {
      const target = this.targets[edge] ?? 0;
      if (this.order[target] === -1) {
        this.cursor[node] = edge + 1;
        return target;
      }
      if (this.isOpen[target] === 1) this.lower(node, this.order[target] ?? 0);
    }
    this.cursor[node] = end;
    return undefined;
  }

  private leave(node: number, parent: number | undefined): void {
    if (parent !== undefined) this.lower(parent, this.low[node] ?? 0);
    if (this.low[node] !== this.order[node]) return;
    const start = this.open.lastIndexOf(node);
    const component = this.open.splice(start);
    for (const member of component) this.isOpen[member] = 0;
    if (component.length > 1 || this.hasSelfLoop[node] === 1) this.cycles.push(component.sort((a, b) => a - b));
  }

  private lower(node: number, value: number): void {
    if (value < (this.low[node] ?? 0)) this.low[node] = value;
  }
}

/** Edges sorted by source: those of node n are `targets[firstEdge[n]] … targets[firstEdge[n + 1] - 1]`. */
function adjacency(
  { nodeCount, sources, targets: edgeTargets }: DependencyEdges,
  hasSelfLoop: Uint8Array,
): { firstEdge: Int32Array; targets: Int32Array } {
  const firstEdge = new Int32Array(nodeCount + 2);
  for (const source of sources) firstEdge[source + 2] = (firstEdge[source + 2] ?? 0) + 1;
  for (let node = 2; node < firstEdge.length; node += 1)
    firstEdge[node] = (firstEdge[node] ?? 0) + (firstEdge[node - 1] ?? 0);
  const targets = new Int32Array(sources.length);
  for (const [edge, source] of sources.entries()) {
    const target = edgeTargets[edge] ?? 0;
    if (target === source) hasSelfLoop[source] = 1;
    const place = firstEdge[source + 1] ?? 0;
    targets[place] = target;
    firstEdge[source + 1] = place + 1;
  }
  return { firstEdge: firstEdge.slice(0, -1), targets };
}
