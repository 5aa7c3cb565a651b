import type { SqlConnection } from '../../database/index.js';
import type { Importer } from './importRights.js';
import { updatePlan, type PlanRow } from './planRows.js';

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

/** Claims that not everything of a branch is open to all: who its readers are changes without the branch. */
export async function hasRestrictions(
  connection: SqlConnection,
  { branchId }: Pick<PlanRow, 'branchId'>,
): Promise<boolean> {
  const row = await connection.get(
    `SELECT 1 FROM resource_restriction x JOIN resource r ON r.id = x.resource_id WHERE r.branch_id = :branchId LIMIT 1`,
    { branchId },
  );
  return row !== undefined;
}
