import { sql, type SqlConnection } from '../../database/worker.js';
import { deletePlans } from '../importing/worker.js';
import { beginUnusedContents, deleteBranchResources, sweepContents } from '../resources/worker.js';
import { deleteTasksOf } from './deleteTasksOf.js';

/**
 * Deletes branches and everything that belongs to them: resources with their history, plans, tasks with their files, and contents that
 * are not used elsewhere. Runs inside the caller's transaction, which must hold their locks. Returns the ids of the files.
 */
export async function deleteBranchRows(connection: SqlConnection, branchIds: readonly string[]): Promise<string[]> {
  const fileIds: string[] = [];
  await beginUnusedContents(connection);
  for (const branchId of branchIds) {
    const ofBranch = sql`branch_id = ${branchId}`;
    await deletePlans(connection, ofBranch);
    await deleteBranchResources(connection, branchId);
    fileIds.push(...(await deleteTasksOf(connection, ofBranch)));
    await connection.run(sql`DELETE FROM branch WHERE id = ${branchId}`);
  }
  await sweepContents(connection);
  return fileIds;
}
