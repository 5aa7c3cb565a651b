import { errorProblem, type Problem } from '../../shared/problem.js';
import type { ResourceMode } from '../kinds/worker.js';
import type { WorkerCall, WorkerContext } from '../workers/index.js';
import { findCycles } from './findCycles.js';
import type { Graph } from './graph.js';
import { walkGraph, type GraphWalk } from './walkGraph.js';

/** A node as the resource that it is; the columns of `Resource`, times as ISO 8601 text. */
export interface GraphNodeRow {
  id: string;
  branchId: string;
  kindName: string;
  namespace: string;
  name: string;
  externalReferenceCode: string | null;
  title: string | null;
  parentId: string | null;
  mode: ResourceMode;
  contentId: number;
  revision: number;
  provenanceId: string | null;
  sourceName: string | null;
  sourceId: string | null;
  originChain: string | null;
  createdAt: string;
  updatedAt: string;
  taskId: string | null;
  changedBy: string | null;
}

export interface GraphAnswer {
  graph: Graph;
  /** In the order of `graph.nodeIds`. */
  nodes: GraphNodeRow[];
  cycles: number[][];
  problems: Problem[];
}

export const dependencyGraphCall: WorkerCall<GraphWalk & { branchId: string }, GraphAnswer> = {
  name: 'dependencies.graph',
  isRead: true,
  run: (context, walk, signals) =>
    context.connection.snapshot(async () => {
      const graph = await walkGraph(
        context.connection,
        { ...walk, rootIds: await rootsOnBranch(context, walk) },
        signals,
      );
      const nodes = await readNodes(context, graph.nodeIds);
      return { graph, nodes, cycles: findCycles(graph), problems: await strangers(context, walk) };
    }),
};

async function rootsOnBranch(
  { connection }: WorkerContext,
  walk: { branchId: string; rootIds: readonly string[] },
): Promise<string[]> {
  const rows = await connection.all<{ id: string }>(
    `SELECT id FROM resource WHERE branch_id = :branchId AND id IN ${connection.textList(':ids')} ORDER BY lower(name), namespace, name`,
    { branchId: walk.branchId, ids: JSON.stringify(walk.rootIds) },
  );
  return rows.map(({ id }) => id);
}

async function strangers(
  context: WorkerContext,
  walk: { branchId: string; rootIds: readonly string[] },
): Promise<Problem[]> {
  const known = new Set(await rootsOnBranch(context, walk));
  return walk.rootIds
    .filter((id) => !known.has(id))
    .map((id) =>
      errorProblem('NOT_FOUND', `There is no resource "${id.slice(0, 80)}" on the branch.`, { path: ['rootIds'] }),
    );
}

const nodeColumns = `id, branch_id AS "branchId", kind AS "kindName", namespace, name, title, parent_id AS "parentId", mode,
  external_reference_code AS "externalReferenceCode", content_id AS "contentId", revision, provenance_id AS "provenanceId",
  source_name AS "sourceName", source_id AS "sourceId", origin_chain AS "originChain", created_at AS "createdAt",
  updated_at AS "updatedAt", task_id AS "taskId", changed_by AS "changedBy"`;

/** Reads resources by id, in the order of the ids. */
export async function readNodes({ connection }: WorkerContext, ids: readonly string[]): Promise<GraphNodeRow[]> {
  const rowById = new Map<string, GraphNodeRow>();
  for (let start = 0; start < ids.length; start += 1000) {
    const rows = await connection.all<GraphNodeRow>(
      `SELECT ${nodeColumns} FROM resource WHERE id IN ${connection.textList(':ids')}`,
      { ids: JSON.stringify(ids.slice(start, start + 1000)) },
    );
    for (const row of rows) rowById.set(row.id, row);
  }
  return ids.map((id) => rowById.get(id)).filter((row) => row !== undefined);
}
