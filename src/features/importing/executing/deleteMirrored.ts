import { sql } from '../../../database/worker.js';
import { forgetLostTargets, keepRevisions } from '../../resources/worker.js';
import type { TaskContext } from '../../tasks/worker.js';
import { isDeletion } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';

/** Resources per statement, as in `mergeItems`. */
const windowSize = 5000;

/** Deletes the resources of the planned deletions, inside the caller's transaction. Their states become revisions, so that an undo restores them. */
export async function deleteMirrored(context: TaskContext, plan: PlanRow): Promise<number> {
  const { connection, task } = context;
  const now = context.clock.now();
  let deleted = 0;
  for (;;) {
    // Those that are deleted are no longer found.
    const rows = await connection.all<{ id: string }>(
      sql`SELECT r.id FROM import_item i JOIN resource r ON r.id = i.existing_id
       WHERE i.plan_no = ${plan.no} AND ${isDeletion(sql`i`)} AND i.action = 'DELETE' ORDER BY i.ordinal LIMIT ${windowSize}`,
    );
    if (rows.length === 0) return deleted;
    const ids = rows.map(({ id }) => id);
    await keepRevisions(connection, sql`r.id IN ${ids}`, { now, taskId: task.id });
    await forgetLostTargets(connection, { projectId: plan.targetProjectId, goingIds: ids, taskId: task.id });
    deleted += await connection.run(sql`DELETE FROM resource WHERE id IN ${ids}`);
    context.count({ deletedCount: deleted });
    await context.checkpoint();
  }
}
