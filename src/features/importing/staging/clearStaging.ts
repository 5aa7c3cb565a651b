import type { SqlConnection } from '../../../database/index.js';

const windowSize = 2000;

/** Removes the items of a plan, with the contents that nothing else points to, in short transactions. */
export async function clearStaging(
  connection: SqlConnection,
  planId: string,
  checkpoint: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (;;) {
    const removed = await connection.transaction(() => clearWindow(connection, planId));
    if (removed < windowSize) return;
    await checkpoint();
  }
}

/** The same inside the caller's transaction. */
export async function clearStagingAtOnce(connection: SqlConnection, planId: string): Promise<void> {
  while ((await clearWindow(connection, planId)) === windowSize);
}

async function clearWindow(connection: SqlConnection, planId: string): Promise<number> {
  const rows = await connection.all<{ ordinal: number; contentId: number | null; effectiveContentId: number | null }>(
    `SELECT ordinal, content_id AS "contentId", effective_content_id AS "effectiveContentId" FROM import_item
     WHERE plan_id = :planId ORDER BY ordinal LIMIT :limit`,
    { planId, limit: windowSize },
  );
  const last = rows.at(-1);
  if (!last) return 0;
  await connection.run('DELETE FROM import_item WHERE plan_id = :planId AND ordinal <= :last', {
    planId,
    last: last.ordinal,
  });
  const contentIds = new Set(rows.flatMap(({ contentId, effectiveContentId }) => [contentId, effectiveContentId]));
  for (const id of contentIds) if (id !== null) await deleteUnusedContent(connection, id);
  return rows.length;
}

async function deleteUnusedContent(connection: SqlConnection, id: number): Promise<void> {
  const removed = await connection.run(
    `DELETE FROM content WHERE id = :id
       AND NOT EXISTS (SELECT 1 FROM resource WHERE content_id = :id)
       AND NOT EXISTS (SELECT 1 FROM resource_revision WHERE content_id = :id)`,
    { id },
  );
  if (removed > 0) await connection.run('DELETE FROM edge WHERE content_id = :id', { id });
}
