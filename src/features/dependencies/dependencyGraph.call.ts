import { sql } from '../../database/worker.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { Reader } from '../../shared/session.js';
import type { ResourceMode } from '../kinds/worker.js';
import { hiddenIds } from '../resources/worker.js';
import type { HeavyRead, WorkerContext } from '../workers/index.js';
import { findCycles } from './findCycles.js';
import type { Graph } from './graph.js';
import { reachNodes } from './reachNodes.js';
import { countClosure, readShownGraph } from './shownGraph.js';
import type { GraphWalk } from './walkGraph.js';

/** A node with the columns of `Resource`; times are ISO 8601 text. */
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

/** Requested parts of a graph. Fewer parts are faster. */
export interface GraphParts {
  /** False: `nodes` is empty, and only the ids are returned. */
  withNodes: boolean;
  /** False: edges, unresolved edges and cycles are not returned. */
  withEdges: boolean;
  /** False: edges are not counted. */
  withEdgeCount: boolean;
}

export interface GraphAnswer {
  /** Number of nodes of the whole closure. */
  nodeCount: number;
  edgeCount: number;
  /** The returned part. */
  graph: Graph;
  /** Whether there are more nodes, edges or places than returned. */
  isTruncated: boolean;
  /** In the order of `graph.nodeIds`; empty if not requested. */
  nodes: GraphNodeRow[];
  cycles: number[][];
  problems: Problem[];
}

/** Maximum number of edges, per allowed node. */
const edgesPerNode = 10;

interface GraphInput extends GraphWalk, GraphParts {
  branchId: string;
  /** Maximum number of nodes to return. */
  maxNodes: number;
  /** The caller; null if the caller can see every resource. */
  reader: Reader | null;
}

export const dependencyGraphCall: HeavyRead<GraphInput, GraphAnswer> = {
  name: 'dependencies.graph',
  isRead: true,
  isHeavy: true,
  run: (context, question, signals) =>
    context.connection.snapshot(async () => {
      const hidden = await hiddenIds(context, question);
      const known = await rootsOnBranch(context, question);
      const hiddenSet = new Set(hidden);
      const rootIds = known.filter((id) => !hiddenSet.has(id));
      await reachNodes(context.connection, { ...question, rootIds, hiddenIds: hidden }, signals);
      const graph = await readShownGraph(context, question, question);
      const { nodeCount, edgeCount } = await countClosure(context, question, question.withEdgeCount);
      const maxEdges = question.maxNodes * edgesPerNode;
      return {
        ...{ nodeCount, edgeCount },
        isTruncated: nodeCount > graph.nodeIds.length || graph.sources.length > maxEdges,
        cycles: findCycles(graph),
        graph: withFirstEdges(graph, maxEdges),
        nodes: question.withNodes ? await readNodes(context, graph.nodeIds) : [],
        problems: strangers(question, rootIds),
      };
    }),
};

function withFirstEdges(graph: Graph, count: number): Graph {
  const { sources, targets, places } = graph;
  return {
    ...graph,
    sources: sources.slice(0, count),
    targets: targets.slice(0, count),
    places: places.slice(0, count),
  };
}

async function rootsOnBranch(
  { connection }: WorkerContext,
  walk: { branchId: string; rootIds: readonly string[] },
): Promise<string[]> {
  const rows = await connection.all<{ id: string }>(
    sql`SELECT id FROM resource WHERE branch_id = ${walk.branchId} AND id IN ${walk.rootIds} ORDER BY lower(name), namespace, name`,
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

const nodeColumns = sql`id, branch_id, kind AS kind_name, namespace, name, title, parent_id, mode, external_reference_code, content_id,
  revision, provenance_id, source_name, source_id, origin_chain, created_at, updated_at, task_id, changed_by`;

/** Reads resources by id, in the order of the ids. */
export async function readNodes({ connection }: WorkerContext, ids: readonly string[]): Promise<GraphNodeRow[]> {
  const rowById = new Map<string, GraphNodeRow>();
  for (let start = 0; start < ids.length; start += 1000) {
    const rows = await connection.all<GraphNodeRow>(
      sql`SELECT ${nodeColumns} FROM resource WHERE id IN ${ids.slice(start, start + 1000)}`,
    );
    for (const row of rows) rowById.set(row.id, row);
  }
  return ids.map((id) => rowById.get(id)).filter((row) => row !== undefined);
}
