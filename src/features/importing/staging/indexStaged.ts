import { endingOf, sql, type SqlConnection } from '../../../database/worker.js';
import { indexEdges } from '../../resources/worker.js';

/**
 * Makes the items of a plan known by what SQLite keeps no index of while they are staged, inside the caller's transaction: by the names
 * that they refer to, and by the endings of their names. `firstContentId`: no content that was written for the plan has a lower id; null
 * if none was written.
 */
export async function indexStaged(
  connection: SqlConnection,
  planNo: number,
  firstContentId: number | null,
): Promise<void> {
  if (firstContentId !== null) {
    await indexEdges(
      connection,
      sql`import_item i JOIN edge e ON e.content_id = i.content_id
       WHERE i.plan_no = ${planNo} AND i.content_id >= ${firstContentId}`,
    );
  }
  if (connection.dialect !== 'sqlite') return;
  await connection.run(
    sql`INSERT INTO import_item_ending (plan_no, kind, ending, ordinal)
     SELECT i.plan_no, i.kind, ${endingOf(sql`i.name`)}, i.ordinal FROM import_item i WHERE i.plan_no = ${planNo} ORDER BY 1, 2, 3, 4`,
  );
}
