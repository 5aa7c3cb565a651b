import { sql, type SqlConnection } from '../../database/worker.js';
import { noteContents } from './unusedContents.js';

/** Deletes all resources of a branch with their revisions and readers, inside the caller's transaction; see `unusedContents`. */
export async function deleteBranchResources(connection: SqlConnection, branchId: string): Promise<void> {
  for (const table of [sql`resource`, sql`resource_revision`])
    await noteContents(connection, sql`SELECT content_id AS id FROM ${table} WHERE branch_id = ${branchId}`);
  for (const table of [sql`resource_reader`, sql`resource_restriction`]) {
    await connection.run(
      sql`DELETE FROM ${table} WHERE resource_id IN (
         SELECT x.resource_id FROM resource_restriction x JOIN resource r ON r.id = x.resource_id WHERE r.branch_id = ${branchId})`,
    );
  }
  await connection.run(sql`DELETE FROM resource WHERE branch_id = ${branchId}`);
  await connection.run(sql`DELETE FROM resource_revision WHERE branch_id = ${branchId}`);
  await connection.run(sql`DELETE FROM resource_count WHERE branch_id = ${branchId}`);
}
