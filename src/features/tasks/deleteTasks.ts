import { sql, type Sql, type SqlConnection } from '../../database/worker.js';
import { forgetFiles } from '../files/worker.js';

/**
 * Deletes ended tasks with their callbacks, inside the caller's transaction; `where` is a condition on `task`. Returns the ids of their
 * files, see `forgetFiles`.
 */
export async function deleteTasks(connection: SqlConnection, where: Sql): Promise<string[]> {
  const taskIds = sql`SELECT id FROM task WHERE ${where}`;
  const fileIds = await forgetFiles(connection, taskIds);
  await connection.run(sql`DELETE FROM task_callback WHERE task_id IN (${taskIds})`);
  await connection.run(sql`DELETE FROM held_resource WHERE holder_id IN (${taskIds})`);
  await connection.run(sql`DELETE FROM task WHERE ${where}`);
  return fileIds;
}

export interface UnendedTask {
  id: string;
  type: string;
  status: string;
}

/** Queued and running tasks that meet a condition on `task`, oldest first, up to a maximum to list. */
export function unendedTasks(connection: SqlConnection, where: Sql): Promise<UnendedTask[]> {
  return connection.all(
    sql`SELECT id, type, status FROM task WHERE status IN ('QUEUED', 'RUNNING') AND ${where} ORDER BY id LIMIT 20`,
  );
}
