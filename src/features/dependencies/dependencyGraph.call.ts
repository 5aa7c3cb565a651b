import { errorProblem, type Problem } from '../../shared/problem.js';
import type { Reader } from '../../shared/session.js';
import type { ResourceMode } from '../kinds/worker.js';
import { hiddenIds } from '../resources/worker.js';
import type { HeavyRead, WorkerContext, WorkSignals } from '../workers/index.js';
import type { EdgeRow } from './edges.sql.js';
import { findCycles } from './findCycles.js';
import { GraphBuilder, type Graph } from './graph.js';
import { reachNodes } from './reachNodes.js';
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

/** What of a graph is wanted; the less, the faster. */
export interface GraphWish {
  /** False: the ids of the nodes are enough, and `nodes` is empty. */
  withNodes: boolean;
  /** False: edges, unresolved ones and cycles are left out, and `graph` knows the nodes alone. */
  withEdges: boolean;
}

export interface GraphAnswer {
  graph: Graph;
  /** In the order of `graph.nodeIds`; empty when they were not wanted. */
  nodes: GraphNodeRow[];
  cycles: number[][];
  problems: Problem[];
}

interface GraphQuestion extends GraphWalk, GraphWish {
  branchId: string;
  /** Who asks; null for somebody who sees everything. */
  reader: Reader | null;
}

export const dependencyGraphCall: HeavyRead<GraphQuestion, GraphAnswer> = {
  name: 'dependencies.graph',
  isRead: true,
  isHeavy: true,
  run: (context, question, signals) =>
    context.connection.snapshot(async () => {
      const hidden = new Set(await hiddenIds(context, question));
      const rootIds = (await rootsOnBranch(context, question)).filter((id) => !hidden.has(id));
      const walk = { ...question, rootIds, ...(hidden.size > 0 && { isFollowed: isShown(hidden) }) };
      // Nodes alone are found without looking at what they are.
      const graph =
        question.withEdges || hidden.size > 0
          ? await walkGraph(context.connection, walk, signals)
          : await nodesAlone(context, walk, signals);
      const nodes = question.withNodes ? await readNodes(context, graph.nodeIds) : [];
      return { graph, nodes, cycles: findCycles(graph), problems: strangers(question, rootIds) };
    }),
};

/** Leaves out edges from and to what may not be shown. */
function isShown(hidden: ReadonlySet<string>): (edge: EdgeRow) => boolean {
  return ({ sourceId, targetId }) => !hidden.has(sourceId) && (targetId === null || !hidden.has(targetId));
}

async function nodesAlone(
  { connection }: WorkerContext,
  walk: GraphWalk,
  signals: Pick<WorkSignals, 'checkpoint'>,
): Promise<Graph> {
  await reachNodes(connection, walk, signals);
  const rows = await connection.all<{ id: string; depth: number }>(
    'SELECT id, depth FROM reached_node ORDER BY depth, id',
  );
  const builder = new GraphBuilder();
  for (const { id, depth } of rows) builder.addNode(id, depth);
  return builder.build();
}

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

function strangers({ rootIds }: GraphWalk, knownIds: readonly string[]): Problem[] {
  const known = new Set(knownIds);
  return rootIds
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
