import { AppError } from '../../shared/appError.js';
import type { Resource } from '../resources/index.js';
import type { GraphAnswer, GraphNodeRow } from './dependencyGraph.call.js';
import type { GraphEdge, DependencyGraph } from './dependency.type.js';
import { edgeTraits, severityIfMissing, type EdgeMeanings } from './edgeTraits.js';

/** Converts the compact graph of a worker into the types of the schema. Edges are converted only if requested. */
export function describeGraph(
  meanings: EdgeMeanings,
  { nodeCount, edgeCount, isTruncated, graph, nodes: rows, cycles }: GraphAnswer,
): DependencyGraph {
  // If only ids were requested, rows were not read.
  const nodes = rows.length > 0 ? rows.map(toResource) : graph.nodeIds.map((id) => ({ id }) as Resource);
  const nodeAt = (index: number) => {
    const node = nodes[index];
    if (!node) throw AppError.internal('A node of the graph was deleted while the graph was read.');
    return node;
  };
  return {
    ...{ nodeCount, edgeCount, isTruncated },
    nodes,
    edges: () => describeEdges(meanings, graph, nodeAt),
    unresolved: graph.unresolved.map(({ source, typeId, at, targetName }) => {
      const { kindName } = nodeAt(source);
      const traits = edgeTraits(meanings, { typeId, sourceKind: kindName, targetKind: undefined });
      const { targetKinds, requirement } = traits;
      const severity = severityIfMissing(traits);
      return { source: nodeAt(source), at, targetKinds, targetName, requirement, severityIfMissing: severity };
    }),
    cycles: cycles.map((members) => ({ nodes: members.map(nodeAt), nodeCount: members.length })),
  };
}

function describeEdges(
  meanings: EdgeMeanings,
  graph: GraphAnswer['graph'],
  nodeAt: (index: number) => Resource,
): GraphEdge[] {
  return Array.from(graph.sources, (source, edge) => {
    const target = nodeAt(graph.targets[edge] ?? 0);
    const { typeId, at } = graph.placeTable[graph.places[edge] ?? 0] ?? { typeId: 0, at: '' };
    const from = nodeAt(source);
    const { requirement } = edgeTraits(meanings, { typeId, sourceKind: from.kindName, targetKind: target.kindName });
    return { sourceId: from.id, targetId: target.id, at, requirement };
  });
}

/** Converts a row of a worker, whose times are text. */
export function toResource(row: GraphNodeRow): Resource {
  return { ...row, createdAt: new Date(row.createdAt), updatedAt: new Date(row.updatedAt) };
}
