import { sql, type SqlConnection } from '../../../database/worker.js';
import { beginUnusedContents, noteContents, sweepContents } from '../../resources/worker.js';
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
  await holdPlan(connection, planNo);
  await connection.run(sql`DELETE FROM import_record_hash WHERE plan_no = ${planNo}`);
  await connection.run(sql`DELETE FROM import_remap WHERE plan_no = ${planNo}`);
  const ofWindow = sql`plan_no = ${planNo} AND ordinal IN (
    SELECT ordinal FROM import_item WHERE plan_no = ${planNo} ORDER BY ordinal LIMIT ${windowSize})`;
  await beginUnusedContents(connection);
  await noteContents(
    connection,
    sql`SELECT content_id AS id FROM import_item WHERE ${ofWindow}
     UNION ALL SELECT effective_content_id FROM import_item WHERE ${ofWindow}`,
  );
  await connection.run(sql`DELETE FROM import_text_conflict WHERE ${ofWindow}`);
  const removed = await connection.run(sql`DELETE FROM import_item WHERE ${ofWindow}`);
  // Other plans may have items with the same contents.
  await sweepContents(connection);
  return removed;
}

/** Waits until items of the plan that are being copied can be seen: `copyKnown` holds it, too. */
async function holdPlan(connection: SqlConnection, planNo: number): Promise<void> {
  const forUpdate = sql.byDialect({ sqlite: sql.empty, postgres: sql`FOR UPDATE` });
  await connection.get(sql`SELECT 1 FROM import_plan WHERE no = ${planNo} ${forUpdate}`);
}
