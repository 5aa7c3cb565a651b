import type { SqlConnection } from '../../database/index.js';
import { deletePlans } from '../importing/worker.js';
import { beginUnusedContents, deleteBranchResources, sweepContents } from '../resources/worker.js';
import { deleteTasks } from '../tasks/worker.js';

/**
 * Deletes branches with all that hangs on them: resources with their history, plans, tasks with their files, and contents that nothing
 * else points to. Inside the caller's transaction, which holds their locks. Gives the ids of the files.
 */
export async function deleteBranchRows(connection: SqlConnection, branchIds: readonly string[]): Promise<string[]> {
  const fileIds: string[] = [];
  await beginUnusedContents(connection);
  for (const branchId of branchIds) {
    const params = { branchId };
    await deletePlans(connection, 'branch_id = :branchId', params);
    await deleteBranchResources(connection, branchId);
    fileIds.push(...(await deleteTasks(connection, 'branch_id = :branchId', params)));
    await connection.run('DELETE FROM branch WHERE id = :branchId', params);
  }
  await sweepContents(connection);
  return fileIds;
}
