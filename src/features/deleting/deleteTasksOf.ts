import { sql, type Sql, type SqlConnection } from '../../database/worker.js';
import { forgetChanges } from '../bindings/worker.js';
import { deleteTasks } from '../tasks/worker.js';

/** Deletes tasks with what is known of their changes of bindings, inside the caller's transaction; see `deleteTasks`. */
export async function deleteTasksOf(connection: SqlConnection, where: Sql): Promise<string[]> {
  await forgetChanges(connection, sql`SELECT id FROM task WHERE ${where}`);
  return deleteTasks(connection, where);
}
