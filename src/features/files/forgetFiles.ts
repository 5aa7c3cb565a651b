import { sql, type Sql, type SqlConnection } from '../../database/worker.js';

/**
 * Deletes the file rows of tasks, inside the caller's transaction. `taskIds` selects their ids. Returns the ids of the files; remove them
 * from disk after the commit.
 */
export async function forgetFiles(connection: SqlConnection, taskIds: Sql): Promise<string[]> {
  const files = await connection.all<{ id: string }>(sql`SELECT id FROM stored_file WHERE task_id IN (${taskIds})`);
  await connection.run(sql`DELETE FROM stored_file WHERE task_id IN (${taskIds})`);
  return files.map(({ id }) => id);
}
