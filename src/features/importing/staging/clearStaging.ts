import { sql, type SqlConnection } from '../../../database/worker.js';
import { updatePlan } from '../tables/planRows.js';

const windowSize = 2000;

/** Deletes the items of a plan, and the contents that nothing else uses, in short transactions. */
export async function clearStaging(
  connection: SqlConnection,
  planNo: number,
  checkpoint: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (;;) {
    const removed = await connection.transaction(() => clearWindow(connection, planNo));
    if (removed < windowSize) return;
    await checkpoint();
  }
}

/** Deletes the provenance that an earlier reading of the file wrote. No resource uses it, because the plan was not executed. */
export async function clearProvenance(
  connection: SqlConnection,
  { id, provenanceId }: { id: string; provenanceId: string | null },
): Promise<void> {
  if (provenanceId === null) return;
  await connection.transaction(async () => {
    await updatePlan(connection, id, { provenanceId: null });
    await connection.run(sql`DELETE FROM provenance WHERE id = ${provenanceId}`);
  });
}

/** Deletes the items inside the caller's transaction. */
export async function clearStagingAtOnce(connection: SqlConnection, planNo: number): Promise<void> {
  while ((await clearWindow(connection, planNo)) === windowSize);
}

/** Deletes remaining items of failed and discarded plans. */
export async function clearGivenUp({ connection }: { connection: SqlConnection }): Promise<void> {
  const plans = await connection.all<{ no: number }>(
    sql`SELECT p.no FROM import_plan p WHERE p.status IN ('FAILED', 'DISCARDED')
       AND EXISTS (SELECT 1 FROM import_item i WHERE i.plan_no = p.no) ORDER BY p.no`,
  );
  for (const { no } of plans) await clearStaging(connection, no);
}

async function clearWindow(connection: SqlConnection, planNo: number): Promise<number> {
  const rows = await connection.all<{ ordinal: number; contentId: number | null; effectiveContentId: number | null }>(
    sql`SELECT ordinal, content_id, effective_content_id FROM import_item
     WHERE plan_no = ${planNo} ORDER BY ordinal LIMIT ${windowSize}`,
  );
  const last = rows.at(-1);
  await connection.run(sql`DELETE FROM import_record_hash WHERE plan_no = ${planNo}`);
  await connection.run(sql`DELETE FROM import_remap WHERE plan_no = ${planNo}`);
  if (!last) return 0;
  await connection.run(sql`DELETE FROM import_item WHERE plan_no = ${planNo} AND ordinal <= ${last.ordinal}`);
  const contentIds = new Set(
    rows.flatMap(({ contentId, effectiveContentId }) => [contentId, effectiveContentId].filter((id) => id !== null)),
  );
  for (const id of contentIds) await deleteUnusedContent(connection, id);
  await deleteLostRows(connection, planNo, { last: last.ordinal, contentIds: [...contentIds] });
  return rows.length;
}

/** Deletes conflicts of the items, and the unique texts of deleted contents; few kinds have any. */
async function deleteLostRows(
  connection: SqlConnection,
  planNo: number,
  { last, contentIds }: { last: number; contentIds: readonly number[] },
): Promise<void> {
  await connection.run(sql`DELETE FROM import_text_conflict WHERE plan_no = ${planNo} AND ordinal <= ${last}`);
  await connection.run(
    sql`DELETE FROM content_unique_text WHERE content_id IN ${sql.numbers(contentIds)}
       AND NOT EXISTS (SELECT 1 FROM content c WHERE c.id = content_unique_text.content_id)`,
  );
}

async function deleteUnusedContent(connection: SqlConnection, id: number): Promise<void> {
  const removed = await connection.run(
    sql`DELETE FROM content WHERE id = ${id}
       AND NOT EXISTS (SELECT 1 FROM resource WHERE content_id = ${id})
       AND NOT EXISTS (SELECT 1 FROM resource_revision WHERE content_id = ${id})`,
  );
  if (removed > 0) await connection.run(sql`DELETE FROM edge WHERE content_id = ${id}`);
}
