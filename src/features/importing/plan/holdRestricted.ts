import { hasRestrictions } from './hasRestrictions.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';

/**
 * Records which restricted resources a plan and its files contain: the resources that its items match on the branch and, after
 * execution, the resources that they became. An empty id marks a private plan with items
 * that did not become resources: its files are restricted too.
 */
export async function holdRestricted({ connection }: Pick<WorkerContext, 'connection'>, plan: PlanRow): Promise<void> {
  const params = { planId: plan.id, planNo: plan.no };
  await connection.run('DELETE FROM held_resource WHERE holder_id = :planId', { planId: plan.id });
  if (await hasRestrictions(connection, plan)) {
    for (const id of ['i.existing_id', 'i.resource_id'])
      await connection.run(
        `INSERT INTO held_resource (holder_id, resource_id)
         SELECT DISTINCT :planId, x.resource_id FROM import_item i JOIN resource_restriction x ON x.resource_id = ${id}
         WHERE i.plan_no = :planNo ON CONFLICT DO NOTHING`,
        params,
      );
  }
  if (plan.options.isPrivate === true)
    await connection.run(
      `INSERT INTO held_resource (holder_id, resource_id)
       SELECT p.id, '' FROM import_plan p WHERE p.id = :planId AND (p.status NOT IN ('EXECUTING', 'EXECUTED') OR EXISTS (
         SELECT 1 FROM import_item i WHERE i.plan_no = :planNo AND i.action IN ('SKIPPED', 'COLLISION', 'BLOCKED')))`,
      params,
    );
}
