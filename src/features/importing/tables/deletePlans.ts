import { sql, type Sql, type SqlConnection } from '../../../database/worker.js';
import { noteContents } from '../../resources/worker.js';

/**
 * Deletes import plans with their items, inside the caller's transaction; `where` is a condition on `import_plan`. Their
 * tasks are kept; contents are deleted by `sweepContents`.
 */
export async function deletePlans(connection: SqlConnection, where: Sql): Promise<void> {
  const ofPlans = sql`plan_no IN (SELECT no FROM import_plan WHERE ${where})`;
  await noteContents(
    connection,
    sql`SELECT content_id AS id FROM import_item WHERE ${ofPlans}
     UNION ALL SELECT effective_content_id FROM import_item WHERE ${ofPlans}`,
  );
  for (const table of [sql`import_text_conflict`, sql`import_remap`, sql`import_record_hash`, sql`import_item`])
    await connection.run(sql`DELETE FROM ${table} WHERE ${ofPlans}`);
  await connection.run(sql`DELETE FROM held_resource WHERE holder_id IN (SELECT id FROM import_plan WHERE ${where})`);
  await connection.run(sql`DELETE FROM import_plan WHERE ${where}`);
}
