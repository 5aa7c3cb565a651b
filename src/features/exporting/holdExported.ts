import { sql } from '../../database/worker.js';
import { edgesTo } from '../resources/worker.js';
import type { WorkerContext } from '../workers/index.js';
import type { ExportSelection } from './exportSelection.js';
import { unseenBy } from './leaveOutUnusable.js';

/**
 * Ids of the restricted resources that an exported file reveals: items, their containers, and prerequisites that the caller can see.
 * Call it inside the snapshot from which the file was written.
 */
export async function heldByExport(context: WorkerContext, selection: ExportSelection): Promise<string[]> {
  const { connection } = context;
  const unseenIds = await unseenBy(context, selection);
  const rows = await connection.all<{ id: string }>(
    sql`SELECT x.resource_id AS id FROM export_item n JOIN resource_restriction x ON x.resource_id = n.id
     UNION
     SELECT x.resource_id FROM export_item n JOIN resource r ON r.id = n.id
     JOIN resource_restriction x ON x.resource_id = r.parent_id
     UNION
     SELECT x.resource_id FROM resource_restriction x JOIN resource t ON t.id = x.resource_id
     JOIN ${edgesTo(sql`t.name`)}
     JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = t.namespace
     JOIN resource s ON s.content_id = e.content_id AND s.branch_id = t.branch_id
     JOIN export_item n ON n.id = s.id
     WHERE t.branch_id = ${selection.branchId} AND t.id NOT IN ${[...unseenIds]}`,
  );
  return rows.map(({ id }) => id);
}

/** Stores these ids, inside the caller's transaction. Some rows may exist: resources that were restricted while the file was written. */
export async function holdExported(
  { connection }: WorkerContext,
  { taskId, resourceIds }: { taskId: string; resourceIds: readonly string[] },
): Promise<void> {
  if (resourceIds.length === 0) return;
  await connection.run(
    sql`INSERT INTO held_resource (holder_id, resource_id)
     SELECT ${taskId}, x.resource_id FROM resource_restriction x WHERE x.resource_id IN ${resourceIds}
     ON CONFLICT DO NOTHING`,
  );
}
