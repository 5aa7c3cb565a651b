import { sql } from '../../../database/worker.js';
import { hasRestrictions } from '../tables/unseenBy.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { restrictedIds } from '../../resources/worker.js';
import { changeItemsWhere } from '../tables/changeItems.js';

/** Blocks items whose name belongs to a restricted resource that the importing user may not see. */
export async function blockForbidden(context: WorkerContext, plan: PlanRow): Promise<void> {
  const { connection } = context;
  if (!(await hasRestrictions(connection, plan))) return;
  const ids = await restrictedIds(context, plan);
  const isForbidden = sql`is_selected AND is_valid AND action <> 'BLOCKED' AND existing_id IN ${ids}`;
  await changeItemsWhere({ connection, planNo: plan.no }, isForbidden, { action: 'BLOCKED', reason: 'FORBIDDEN' });
}

/**
 * Records which restricted resources a plan and its files contain: the resources that its items match on the branch and, after
 * execution, the resources that they became. An empty id marks a plan that is being read, or a
 * private plan with items that did not become resources: its files are restricted too.
 */
export async function holdRestricted({ connection }: Pick<WorkerContext, 'connection'>, plan: PlanRow): Promise<void> {
  await connection.run(sql`DELETE FROM held_resource WHERE holder_id = ${plan.id}`);
  if (await hasRestrictions(connection, plan)) {
    for (const id of [sql`i.existing_id`, sql`i.resource_id`])
      await connection.run(
        sql`INSERT INTO held_resource (holder_id, resource_id)
         SELECT DISTINCT ${plan.id}, x.resource_id FROM import_item i JOIN resource_restriction x ON x.resource_id = ${id}
         WHERE i.plan_no = ${plan.no} ON CONFLICT DO NOTHING`,
      );
  }
  if (plan.options.isPrivate === true)
    await connection.run(
      sql`INSERT INTO held_resource (holder_id, resource_id)
       SELECT p.id, '' FROM import_plan p WHERE p.id = ${plan.id} AND (p.status NOT IN ('EXECUTING', 'EXECUTED') OR EXISTS (
         SELECT 1 FROM import_item i WHERE i.plan_no = ${plan.no} AND i.action IN ('SKIPPED', 'COLLISION', 'BLOCKED')))`,
    );
}
