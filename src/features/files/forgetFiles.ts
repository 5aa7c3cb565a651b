import type { SqlConnection, SqlParams } from '../../database/index.js';

/**
 * Forgets the files of some tasks, which `tasks` selects by their ids, inside the caller's transaction. Gives the ids of the files: what
 * is on the disk is removed once that is committed.
 */
export async function forgetFiles(connection: SqlConnection, tasks: string, params: SqlParams): Promise<string[]> {
  const files = await connection.all<{ id: string }>(`SELECT id FROM stored_file WHERE task_id IN (${tasks})`, params);
  await connection.run(`DELETE FROM stored_file WHERE task_id IN (${tasks})`, params);
  return files.map(({ id }) => id);
}
