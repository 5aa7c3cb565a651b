import type { SqlConnection } from '../../database/index.js';
import { noteContents } from './unusedContents.js';

/** Deletes all resources of a branch with their revisions and readers, inside the caller's transaction; see `unusedContents`. */
export async function deleteBranchResources(connection: SqlConnection, branchId: string): Promise<void> {
  const params = { branchId };
  for (const table of ['resource', 'resource_revision']) {
    await noteContents(connection, `SELECT content_id AS id FROM ${table} WHERE branch_id = :branchId`, params);
  }
  for (const table of ['resource_reader', 'resource_restriction']) {
    await connection.run(
      `DELETE FROM ${table} WHERE resource_id IN (
         SELECT x.resource_id FROM resource_restriction x JOIN resource r ON r.id = x.resource_id WHERE r.branch_id = :branchId)`,
      params,
    );
  }
  await connection.run('DELETE FROM resource WHERE branch_id = :branchId', params);
  await connection.run('DELETE FROM resource_revision WHERE branch_id = :branchId', params);
  await connection.run('DELETE FROM resource_count WHERE branch_id = :branchId', params);
}
