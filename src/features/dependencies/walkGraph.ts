/**
 * Computes the closure of resources, breadth first, so that the first path to a node is a shortest one. One statement per window of a
 * level; visited nodes are skipped, so cycles end. The contents of a resource belong to its closure only if it is a root: the closure of
 * a projection has its system of record, but no other projections of that system.
 */
import { sql, type SqlConnection } from '../../database/worker.js';
import type { WorkSignals } from '../workers/index.js';
import { edgesAt, type EdgeRow, type GraphDirection } from './edges.sql.js';
import { GraphBuilder, type Graph } from './graph.js';

export interface GraphWalk {
  rootIds: readonly string[];
  direction: GraphDirection;
  /** Maximum number of steps from a root; null for no limit. */
  depth: number | null;
}

export interface WalkOptions {
  /** Which edges to follow; all by default. Unresolved edges are never followed. */
  isFollowed?: (edge: EdgeRow) => boolean;
}

const windowSize = 500;

/** Call it inside a snapshot. */
export function walkGraph(
  connection: SqlConnection,
  walk: GraphWalk & WalkOptions,
  signals: Pick<WorkSignals, 'checkpoint'>,
): Promise<Graph> {
  return connection.byIndex(() => walkLevels(connection, walk, signals));
}

async function walkLevels(
  connection: SqlConnection,
  walk: GraphWalk & WalkOptions,
  signals: Pick<WorkSignals, 'checkpoint'>,
): Promise<Graph> {
  const builder = new GraphBuilder();
  let frontier = [...new Set(walk.rootIds)];
  for (const id of frontier) builder.addNode(id, 0);
  for (let depth = 0; frontier.length > 0 && (walk.depth === null || depth < walk.depth); depth += 1) {
    const next: string[] = [];
    for (let start = 0; start < frontier.length; start += windowSize) {
      const window = frontier.slice(start, start + windowSize);
      const edgesOfWindow = edgesAt(walk.direction, window, depth === 0 ? window : undefined);
      for await (const edges of connection.windows<EdgeRow>(sql.join(edgesOfWindow, ' UNION ALL '), 5000)) {
        addWindow({ builder, edges, next, depth, walk });
      }
    }
    // A long chain has one node per level; a checkpoint at each would cost more than the work.
    if (depth % 256 === 0) await signals.checkpoint();
    frontier = next;
  }
  return builder.build();
}

interface WindowStep {
  builder: GraphBuilder;
  edges: readonly EdgeRow[];
  next: string[];
  depth: number;
  walk: GraphWalk & WalkOptions;
}

function addWindow({ builder, edges, next, depth, walk: { direction, isFollowed } }: WindowStep): void {
  for (const edge of edges) {
    if (isFollowed && !isFollowed(edge)) continue;
    const [near, far] = direction === 'DEPENDENCIES' ? [edge.sourceId, edge.targetId] : [edge.targetId, edge.sourceId];
    if (far !== null && near !== null && builder.addNode(far, depth + 1, near)) next.push(far);
    builder.addEdge(edge);
  }
}
