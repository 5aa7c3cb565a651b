import type { SqlConnection, SqlParams } from '../../database/index.js';

/**
 * Deletes the file rows of tasks, inside the caller's transaction. `tasks` is SQL that selects their ids. Returns the ids of the files;
 * remove them from disk after the commit.
 */
export async function forgetFiles(connection: SqlConnection, tasks: string, params: SqlParams): Promise<string[]> {
  const files = await connection.all<{ id: string }>(`SELECT id FROM stored_file WHERE task_id IN (${tasks})`, params);
  await connection.run(`DELETE FROM stored_file WHERE task_id IN (${tasks})`, params);
  return files.map(({ id }) => id);
}
