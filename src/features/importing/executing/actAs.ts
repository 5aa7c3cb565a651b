import type { SqlConnection } from '../../../database/index.js';
import type { Importer } from '../tables/importRights.js';
import { updatePlan, type PlanRow } from '../tables/planRows.js';

/** Makes a plan that of somebody else, inside the caller's transaction; true when it has to be derived anew under their rights. */
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
