import { sql, type SqlConnection } from '../../database/worker.js';
import { branchLock } from './locks.js';

/**
 * Locks a branch for a change of its resources, inside the caller's transaction, and increments its version, so that data
 * derived from its earlier state (`import_plan.branch_version`) is outdated.
 */
export async function changeBranch(connection: SqlConnection, branchId: string): Promise<void> {
  await connection.lock(branchLock(branchId));
  await connection.run(sql`UPDATE branch SET version = version + 1 WHERE id = ${branchId}`);
}
