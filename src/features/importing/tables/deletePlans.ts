import type { SqlConnection, SqlParams } from '../../../database/index.js';
import { noteContents } from '../../resources/worker.js';

/**
 * Deletes import plans with their items, inside the caller's transaction; `where` is an SQL condition on `import_plan`. Their
 * tasks are kept; contents are deleted by `sweepContents`.
 */
export async function deletePlans(connection: SqlConnection, where: string, params: SqlParams): Promise<void> {
  const nos = `SELECT no FROM import_plan WHERE ${where}`;
  await noteContents(
    connection,
    `SELECT content_id AS id FROM import_item WHERE plan_no IN (${nos})
     UNION ALL SELECT effective_content_id FROM import_item WHERE plan_no IN (${nos})`,
    params,
  );
  for (const table of ['import_text_conflict', 'import_remap', 'import_item']) {
    await connection.run(`DELETE FROM ${table} WHERE plan_no IN (${nos})`, params);
  }
  await connection.run(
    `DELETE FROM held_resource WHERE holder_id IN (SELECT id FROM import_plan WHERE ${where})`,
    params,
  );
  await connection.run(`DELETE FROM import_plan WHERE ${where}`, params);
}
