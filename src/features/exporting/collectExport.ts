/**
 * Computes the contents of an export: the selected resources and their exportable dependencies, breadth first. The ids are written to a
 * temporary table in the order of the file, so that the file can be streamed.
 */
import type { Problem } from '../../shared/problem.js';
import { childTypeId, edgeTraits, parentTypeId, walkGraph, type EdgeRow, type Graph } from '../dependencies/worker.js';
import type { WorkerContext, WorkSignals } from '../workers/index.js';
import { builtInIds } from './builtIns.js';
import { fillWithNodes } from './exportItems.js';
import type { ExportSelection, Inclusion } from './exportSelection.js';
import { nothingSelected } from './nothingSelected.js';
import { selectRoots } from './selectRoots.js';

export interface ExportCollection {
  graph: Graph;
  problems: Problem[];
}

/** Fills the temporary table `export_item`. Call it inside a snapshot. */
export async function collectExport(
  context: WorkerContext,
  selection: ExportSelection,
  signals: Pick<WorkSignals, 'checkpoint'>,
): Promise<ExportCollection> {
  const { rootIds, problems } = await selectRoots(context, selection);
  const builtIns = await builtInIds(context, selection.branchId);
  const excluded = new Set(selection.excludeIds);
  const isFollowed = (edge: EdgeRow) =>
    selection.includeDependencies &&
    edge.targetId !== null &&
    !excluded.has(edge.targetId) &&
    !builtIns.has(edge.targetId) &&
    edgeTraits(context, { ...edge, targetKind: edge.targetKind ?? undefined }).requirement === 'INCLUDED';
  const walk = { rootIds, direction: 'DEPENDENCIES', depth: null, isFollowed } as const;
  const graph = await walkGraph(context.connection, walk, signals);
  if (graph.nodeIds.length === 0 && problems.length === 0) problems.push(nothingSelected());
  const inclusions = inclusionsOf(context, graph);
  const nodes = graph.nodeIds.map((id, node) => ({
    ...{ id, depth: graph.depths[node] ?? 0 },
    inclusion: inclusions[node] ?? 'SELECTED',
  }));
  await fillWithNodes(context, nodes);
  return { graph, problems };
}

/** An item is SILENT if its shortest path ends with a silent edge, or with an edge to its container. */
function inclusionsOf(context: WorkerContext, graph: Graph): Inclusion[] {
  const inclusions = graph.nodeIds.map<Inclusion>((_, node) =>
    graph.depths[node] === 0 ? 'SELECTED' : 'NEEDS_CONFIRMATION',
  );
  for (const [edge, source] of graph.sources.entries()) {
    const target = graph.targets[edge] ?? 0;
    if (inclusions[target] === 'SELECTED' || graph.reachedFrom[target] !== source) continue;
    const typeId = graph.placeTable[graph.places[edge] ?? 0]?.typeId ?? childTypeId;
    if (typeId === parentTypeId || (typeId !== childTypeId && context.edgeTypes.get(typeId).isSilent)) {
      inclusions[target] = 'SILENT';
    }
  }
  return inclusions;
}
