import type { TaskContext } from '../../tasks/worker.js';
import type { PlanRow } from '../tables/planRows.js';

/** Makes the importing user the only reader of the created resources, inside the caller's transaction. */
export async function makePrivate({ connection, clock }: TaskContext, plan: PlanRow): Promise<void> {
  if (plan.options.isPrivate !== true || plan.principalId === null) return;
  const params = { planNo: plan.no, now: clock.now() };
  const made = `FROM import_item i WHERE i.plan_no = :planNo AND i.action = 'CREATE'`;
  await connection.run(
    `INSERT INTO resource_restriction (resource_id, created_at) SELECT i.resource_id, :now ${made}`,
    params,
  );
  await connection.run(
    `INSERT INTO resource_reader (resource_id, principal_id, tenants) SELECT i.resource_id, :principalId, NULL ${made}`,
    { planNo: plan.no, principalId: plan.principalId },
  );
}
