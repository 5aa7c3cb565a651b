/**
 * Reads the returned part of a closure: the nearest nodes, and the edges between them. It uses the table of `reachNodes`, which holds
 * the whole closure, so that memory holds only this part.
 */
import { sql, type Sql, textColumn } from '../../database/worker.js';
import type { WorkerContext } from '../workers/index.js';
import { edgesAt, type EdgeRow } from './edges.sql.js';
import { edgeTraits } from './edgeTraits.js';
import { GraphBuilder, type Graph } from './graph.js';
import type { GraphWalk } from './walkGraph.js';

type Walked = Pick<GraphWalk, 'direction' | 'depth'>;

/** Maximum number of edges among which cycles are searched. */
const maxEdges = 2_500_000;
/** Larger than the depth of any closure. */
const noDepth = 2_147_483_647;

/** Reads the nearest nodes, and their edges if requested. Call it inside a snapshot. */
export async function readShownGraph(
  context: WorkerContext,
  walk: Walked,
  { maxNodes, withEdges }: { maxNodes: number; withEdges: boolean },
): Promise<Graph> {
  const { connection } = context;
  const builder = new GraphBuilder();
  await connection.run(
    sql`CREATE TEMP TABLE IF NOT EXISTS shown_node (id ${textColumn} PRIMARY KEY, depth INTEGER NOT NULL)`,
  );
  await connection.run(sql`DELETE FROM shown_node`);
  await connection.run(
    sql`INSERT INTO shown_node (id, depth) SELECT id, depth FROM reached_node ORDER BY depth, id LIMIT ${maxNodes}`,
  );
  const nodes = await connection.all<{ id: string; depth: number }>(
    sql`SELECT id, depth FROM shown_node ORDER BY depth, id`,
  );
  for (const { id, depth } of nodes) builder.addNode(id, depth);
  if (withEdges) await connection.byIndex(() => addEdges(context, walk, { builder, maxNodes }));
  return builder.build();
}

/** Number of nodes in the closure, and of edges between them. */
export async function countClosure(
  { connection }: WorkerContext,
  walk: Walked,
  withEdges: boolean,
): Promise<{ nodeCount: number; edgeCount: number }> {
  const nodes = await connection.get<{ total: number }>(sql`SELECT count(*) AS total FROM reached_node`);
  const edges = withEdges
    ? await connection.byIndex(() =>
        connection.get<{ total: number }>(
          sql`SELECT count(*) AS total FROM (${edgesIn('reached_node', walk)}) AS f
           WHERE f.target_id IS NOT NULL AND ${leadsInto('reached_node', walk)}`,
        ),
      )
    : undefined;
  return { nodeCount: nodes?.total ?? 0, edgeCount: edges?.total ?? 0 };
}

async function addEdges(
  context: WorkerContext,
  walk: Walked,
  { builder, maxNodes }: { builder: GraphBuilder; maxNodes: number },
): Promise<void> {
  const shownEdges = sql`SELECT * FROM (${edgesIn('shown_node', walk)}) AS f WHERE ${leadsInto('shown_node', walk)}`;
  let unresolvedCount = 0;
  for await (const edges of context.connection.windows<EdgeRow>(shownEdges, 5000)) {
    for (const edge of edges) {
      if (edge.targetId !== null) builder.addEdge(edge);
      else if (unresolvedCount < maxNodes && !edgeTraits(context, { ...edge, targetKind: undefined }).isExternal) {
        unresolvedCount += 1;
        builder.addEdge(edge);
      }
    }
    if (builder.edgeCount >= maxEdges) return;
  }
}

type NodeTable = 'reached_node' | 'shown_node';

/** Edges of those nodes in a table from which the closure continued. */
function edgesIn(table: NodeTable, { direction, depth }: Walked): Sql {
  const near = sql`SELECT n.id FROM ${sql.raw(table)} n WHERE n.depth < ${depth ?? noDepth}`;
  return sql.join(edgesAt(direction, sql`(${near})`, sql`(${near} AND n.depth = 0)`), ' UNION ALL ');
}

/**
 * Whether the far end of an edge `f` is in a table, as its near end is; a target may be unresolved. With OR it is a condition of each edge:
 * alone, PostgreSQL would make it a join, which compares each edge with each node, since temporary tables have no statistics.
 */
function leadsInto(table: NodeTable, { direction }: Walked): Sql {
  const far = direction === 'DEPENDENTS' ? sql`f.source_id` : sql`f.target_id`;
  return sql`(${far} IS NULL OR EXISTS (SELECT 1 FROM ${sql.raw(table)} n WHERE n.id = ${far}))`;
}
