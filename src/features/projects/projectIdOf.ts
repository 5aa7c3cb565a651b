import { sql, type SqlConnection } from '../../database/worker.js';

/** The project of a branch; undefined if the branch does not exist. */
export async function projectIdOf(connection: SqlConnection, branchId: string): Promise<string | undefined> {
  const row = await connection.get<{ projectId: string }>(sql`SELECT project_id FROM branch WHERE id = ${branchId}`);
  return row?.projectId;
}
