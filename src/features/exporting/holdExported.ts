import type { WorkerContext } from '../workers/index.js';
import type { ExportSelection } from './exportSelection.js';
import { unseenBy } from './leaveOutUnusable.js';

/**
 * Writes down which resources that are not open to all the file of an export tells of, inside the caller's transaction: those of
 * `export_item`, and those that it names as requirements or containers, because who exports may see them.
 */
export async function holdExported(
  context: WorkerContext,
  { taskId, selection }: { taskId: string; selection: ExportSelection },
): Promise<void> {
  const { connection } = context;
  const unseenIds = await unseenBy(context, selection);
  await connection.run(
    `INSERT INTO held_resource (holder_id, resource_id)
     SELECT :taskId, n.id FROM export_item n JOIN resource_restriction x ON x.resource_id = n.id
     UNION
     SELECT :taskId, x.resource_id FROM export_item n JOIN resource r ON r.id = n.id
     JOIN resource_restriction x ON x.resource_id = r.parent_id
     UNION
     SELECT :taskId, t.id FROM resource_restriction x JOIN resource t ON t.id = x.resource_id
     JOIN edge e ON e.target_name = t.name
     JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = t.namespace
     JOIN resource s ON s.content_id = e.content_id AND s.branch_id = t.branch_id
     JOIN export_item n ON n.id = s.id
     WHERE t.branch_id = :branchId AND t.id NOT IN ${connection.textList(':unseen')}
     ON CONFLICT DO NOTHING`,
    { taskId, branchId: selection.branchId, unseen: JSON.stringify([...unseenIds]) },
  );
}
