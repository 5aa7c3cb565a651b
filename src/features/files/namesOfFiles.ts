import type { SqlConnection } from '../../database/index.js';

/** Names of the source and result files of these tasks, oldest first. */
export async function namesOfFiles(connection: SqlConnection, taskIds: readonly string[]): Promise<string[]> {
  const rows = await connection.all<{ name: string }>(
    `SELECT name FROM stored_file WHERE task_id IN ${connection.textList(':taskIds')} AND purpose IN ('SOURCE', 'RESULT') ORDER BY id`,
    { taskIds: JSON.stringify(taskIds) },
  );
  return rows.map(({ name }) => name);
}
