import { sql, type SqlConnection } from '../../database/worker.js';
import { cyclesAmong, GrowingInts } from '../dependencies/worker.js';
import { leadsTo } from '../resources/worker.js';
import type { WorkerContext } from '../workers/index.js';
import type { Counted } from './exportSelection.js';

export interface PreviewCycle {
  nodeCount: number;
  nodeIds: string[];
}

/** Edges are matched by name only, because all items are on one branch. */
const edgesBetweenItems = sql`SELECT x.place - 1 AS source, n.place - 1 AS target FROM export_item x
  JOIN edge e ON e.content_id = x.content_id
  JOIN edge_type y ON y.id = e.type_id
  JOIN export_item n ON n.name = e.target_name AND n.namespace = y.target_namespace
    AND ${leadsTo(sql`y.id`, sql`n.kind`)}
  UNION ALL
  SELECT x.place - 1, n.place - 1 FROM export_item x JOIN resource s ON s.id = x.id JOIN export_item n ON n.id = s.parent_id`;

/** Cycles among the items of an export, in the order of the file. Call it inside the snapshot that filled the table. */
export async function cyclesOfItems(
  { connection }: WorkerContext,
  { maxCycles, maxNodes }: { maxCycles: number; maxNodes: number },
): Promise<Counted<PreviewCycle>> {
  const [sources, targets] = [new GrowingInts(), new GrowingInts()];
  for await (const rows of connection.windows<{ source: number; target: number }>(edgesBetweenItems, 5000)) {
    for (const { source, target } of rows) {
      sources.push(source);
      targets.push(target);
    }
  }
  const counted = await connection.get<{ total: number }>(sql`SELECT count(*) AS total FROM export_item`);
  const cycles = cyclesAmong({
    nodeCount: counted?.total ?? 0,
    sources: sources.toArray(),
    targets: targets.toArray(),
  });
  const shown = cycles
    .slice(0, maxCycles)
    .map((nodes) => ({ nodeCount: nodes.length, nodes: nodes.slice(0, maxNodes) }));
  const idByPlace = await idsAt(
    connection,
    shown.flatMap(({ nodes }) => nodes),
  );
  return {
    total: cycles.length,
    first: shown.map(({ nodeCount, nodes }) => ({
      nodeCount,
      nodeIds: nodes.map((node) => idByPlace.get(node + 1) ?? ''),
    })),
  };
}

async function idsAt(connection: SqlConnection, nodes: readonly number[]): Promise<Map<number, string>> {
  const rows = await connection.all<{ place: number; id: string }>(
    sql`SELECT place, id FROM export_item WHERE place IN ${sql.numbers(nodes.map((node) => node + 1))}`,
  );
  return new Map(rows.map(({ place, id }) => [place, id]));
}
