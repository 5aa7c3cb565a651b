import type { SqlConnection } from '../../../database/index.js';
import type { PlanRow } from '../tables/planRows.js';

/** Whether any resource of a branch is restricted to readers. Its readers can change without a change of the branch. */
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
