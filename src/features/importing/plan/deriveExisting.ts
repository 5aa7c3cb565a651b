import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../planRows.js';

/** Columns of what stands on the branch under an item's name, for items `i`; also the test whether that has changed since. */
export const existingJoin = `LEFT JOIN resource r ON r.branch_id = :branchId AND lower(r.name) = lower(i.effective_name)
  AND r.namespace = i.namespace AND r.name = i.effective_name`;

/** Notes what has each item's name on the branch, and in which revision: what the plan rests on. */
export async function deriveExisting({ connection }: WorkerContext, plan: PlanRow): Promise<void> {
  await connection.run(
    `UPDATE import_item AS o SET existing_id = d.id, existing_revision = d.revision
     FROM (
       SELECT i.ordinal, r.id, r.revision FROM import_item i ${existingJoin} WHERE i.plan_id = :planId) AS d
     WHERE o.plan_id = :planId AND o.ordinal = d.ordinal
       AND (o.existing_id IS DISTINCT FROM d.id OR o.existing_revision IS DISTINCT FROM d.revision)`,
    { planId: plan.id, branchId: plan.branchId },
  );
}
