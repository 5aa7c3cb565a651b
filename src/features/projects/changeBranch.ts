import type { SqlConnection } from '../../database/index.js';
import { branchLock } from './locks.js';

/**
 * Begins a change of a branch's resources, inside the caller's transaction: nobody else changes it until that ends, and what was
 * derived from its state before (`import_plan.branch_version`) is known to be old.
 */
export async function changeBranch(connection: SqlConnection, branchId: string): Promise<void> {
  await connection.lock(branchLock(branchId));
  await connection.run('UPDATE branch SET version = version + 1 WHERE id = :branchId', { branchId });
}
