import { sql, type SqlConnection } from '../../database/worker.js';

/** Names of the source and result files of these tasks, oldest first. */
export async function namesOfFiles(connection: SqlConnection, taskIds: readonly string[]): Promise<string[]> {
  const rows = await connection.all<{ name: string }>(
    sql`SELECT name FROM stored_file WHERE task_id IN ${taskIds} AND purpose IN ('SOURCE', 'RESULT') ORDER BY id`,
  );
  return rows.map(({ name }) => name);
}
