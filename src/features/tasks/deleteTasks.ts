import type { SqlConnection, SqlParams } from '../../database/index.js';
import { forgetFiles } from '../files/worker.js';

/**
 * Deletes ended tasks with their callbacks, inside the caller's transaction; `where` is an SQL condition on `task`. Returns the
 * ids of their files, see `forgetFiles`.
 */
export async function deleteTasks(connection: SqlConnection, where: string, params: SqlParams): Promise<string[]> {
  const tasks = `SELECT id FROM task WHERE ${where}`;
  const fileIds = await forgetFiles(connection, tasks, params);
  await connection.run(`DELETE FROM task_callback WHERE task_id IN (${tasks})`, params);
  await connection.run(`DELETE FROM held_resource WHERE holder_id IN (${tasks})`, params);
  await connection.run(`DELETE FROM task WHERE ${where}`, params);
  return fileIds;
}

export interface UnendedTask {
  id: string;
  type: string;
  status: string;
}

/** Queued and running tasks, oldest first, up to a maximum to list. */
export function unendedTasks(connection: SqlConnection, where: string, params: SqlParams): Promise<UnendedTask[]> {
  return connection.all(
    `SELECT id, type, status FROM task WHERE status IN ('QUEUED', 'RUNNING') AND ${where} ORDER BY id LIMIT 20`,
    params,
  );
}
