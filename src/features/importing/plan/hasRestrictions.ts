import type { SqlConnection } from '../../../database/index.js';
import type { PlanRow } from '../tables/planRows.js';

/** Whether some resources of a branch have readers of their own. Who these are changes without the branch. */
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
