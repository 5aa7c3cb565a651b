import type { SqlConnection } from '../../database/index.js';
import type { WorkSignals } from '../workers/index.js';
import { childEdges, parentEdges, specEdges, specEdgesByTarget } from './edges.sql.js';
import type { GraphDirection, GraphWalk } from './walkGraph.js';

/** A closure, and the nodes that it must not enter because the caller cannot see them. */
interface ReachedFrom extends GraphWalk {
  hiddenIds: readonly string[];
}

/**
 * Fills the temporary table `reached_node` with the nodes of a closure, level by level, without reading rows. For a large graph this is
 * several times faster than `walkGraph`, which reads every edge; both follow the same edges. Call it inside a snapshot.
 */
export function reachNodes(
  connection: SqlConnection,
  walk: ReachedFrom,
  signals: Pick<WorkSignals, 'checkpoint'>,
): Promise<void> {
  return connection.byIndex(() => reachLevels(connection, walk, signals));
}

async function reachLevels(
  connection: SqlConnection,
  { rootIds, hiddenIds, direction, depth: maxDepth }: ReachedFrom,
  signals: Pick<WorkSignals, 'checkpoint'>,
): Promise<void> {
  await makeTable(connection);
  await connection.insertRows(
    'hidden_node',
    ['id'],
    [...new Set(hiddenIds)].map((id) => [id]),
  );
  const roots = [...new Set(rootIds)].map((id) => [id, 0]);
  await connection.insertRows('reached_node', ['id', 'depth'], roots);
  let reachedCount = roots.length;
  for (let depth = 0; reachedCount > 0 && (maxDepth === null || depth < maxDepth); depth += 1) {
    reachedCount = await connection.run(nextLevel(direction, depth === 0), { depth });
    // A long chain has one node per level; a checkpoint at each would cost more than the work.
    if (depth % 256 === 0) await signals.checkpoint();
  }
}

async function makeTable(connection: SqlConnection): Promise<void> {
  await connection.run('CREATE TEMP TABLE IF NOT EXISTS reached_node (id TEXT PRIMARY KEY, depth INTEGER NOT NULL)');
  await connection.run('CREATE INDEX IF NOT EXISTS reached_node_depth ON reached_node (depth, id)');
  await connection.run('DELETE FROM reached_node');
  await connection.run('CREATE TEMP TABLE IF NOT EXISTS hidden_node (id TEXT PRIMARY KEY)');
  await connection.run('DELETE FROM hidden_node');
}

function nextLevel(direction: GraphDirection, isRootLevel: boolean): string {
  const level = '(SELECT n.id FROM reached_node n WHERE n.depth = :depth)';
  const into = (edges: string, far: 'sourceId' | 'targetId') =>
    `SELECT "${far}" AS id FROM (${edges}) AS f WHERE "${far}" IS NOT NULL`;
  const selects =
    direction === 'DEPENDENTS'
      ? [specEdgesByTarget, parentEdges].map((edges) => into(`${edges} WHERE t.id IN ${level}`, 'sourceId'))
      : [specEdges, parentEdges, ...(isRootLevel ? [childEdges] : [])].map((edges) =>
          into(`${edges} WHERE s.id IN ${level}`, 'targetId'),
        );
  return `INSERT INTO reached_node (id, depth) SELECT f.id, :depth + 1 FROM (${selects.join(' UNION ALL ')}) AS f
    WHERE NOT EXISTS (SELECT 1 FROM hidden_node h WHERE h.id = f.id)
    ON CONFLICT DO NOTHING`;
}
