import type { SqlConnection } from '../../../database/index.js';
import type { Importer } from '../tables/importRights.js';
import { updatePlan, type PlanRow } from '../tables/planRows.js';

/**
 * Sets the importing user of a plan, inside the caller's transaction. Returns true if the user or their rights differ from
 * before, so that the plan must be derived again.
 */
export async function actAs(
  connection: SqlConnection,
  plan: PlanRow,
  { principalId, rights }: Importer,
): Promise<boolean> {
  const text = JSON.stringify(rights);
  if (plan.principalId === principalId && JSON.stringify(plan.rights) === text) return false;
  await updatePlan(connection, plan.id, { principalId, rights });
  return true;
}
