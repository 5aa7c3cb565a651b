/** Ways through the dependencies of a resource. */
import type { DependencyGraphQuery, GraphDirection } from '../../../client/operations.generated.js';

export type Graph = NonNullable<DependencyGraphQuery['dependencyGraph']>;
export type GraphNode = Graph['nodes'][number];

/** A step from a resource to one that it needs. */
interface Step {
  from: GraphNode;
  to: GraphNode;
  at: string;
}

/** A resource with its distance, and the nearest one that leads to it. */
interface Reached {
  node: GraphNode;
  steps: number;
  via: GraphNode;
}

interface Found extends Reached {
  step: Step;
}

/** What is reached from a resource, nearest first, without the resource itself. */
export function treeOf(graph: Graph, start: { rootId: string; direction: GraphDirection }): Reached[] {
  return [...search(graph, start).values()].map(({ node, steps, via }) => ({ node, steps, via }));
}

/** The shortest way between a resource and one of a name, in the direction of needs; undefined if there is none. */
export function pathBetween(
  graph: Graph,
  { rootId, name, direction }: { rootId: string; name: string; direction: GraphDirection },
): Step[] | undefined {
  const found = search(graph, { rootId, direction });
  let at = [...found.values()].find(({ node }) => node.name === name);
  if (!at) return undefined;
  const path: Step[] = [];
  while (at) {
    path.push(at.step);
    at = found.get(at.via.id);
  }
  // What is needed by others is followed from the needed one upwards: the way already begins with who needs.
  return direction === 'DEPENDENCIES' ? path.reverse() : path;
}

function search(
  graph: Graph,
  { rootId, direction }: { rootId: string; direction: GraphDirection },
): Map<string, Found> {
  const nodeById = new Map(graph.nodes.map((node) => [node.id, node]));
  const stepsFrom = new Map<string, { next: GraphNode; step: Step }[]>();
  for (const { sourceId, targetId, at } of graph.edges) {
    const [from, to] = [nodeById.get(sourceId), nodeById.get(targetId)];
    if (!from || !to) continue;
    const [start, next] = direction === 'DEPENDENCIES' ? [from, to] : [to, from];
    const steps = stepsFrom.get(start.id) ?? [];
    steps.push({ next, step: { from, to, at } });
    stepsFrom.set(start.id, steps);
  }
  const found = new Map<string, Found>();
  let front = [nodeById.get(rootId)].filter((node) => node !== undefined);
  for (let steps = 1; front.length > 0; steps++) {
    const reached: GraphNode[] = [];
    for (const via of front)
      for (const { next, step } of stepsFrom.get(via.id) ?? []) {
        if (next.id === rootId || found.has(next.id)) continue;
        found.set(next.id, { node: next, steps, via, step });
        reached.push(next);
      }
    front = reached;
  }
  return found;
}
