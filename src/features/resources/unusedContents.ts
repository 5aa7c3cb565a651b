/**
 * Deletes contents that are no longer used, set by set. Code that deletes users of contents notes the contents first, and
 * sweeps at the end of the same transaction.
 */
import type { SqlConnection, SqlParams } from '../../database/index.js';

/** Starts with an empty set. */
export async function beginUnusedContents(connection: SqlConnection): Promise<void> {
  await connection.run('CREATE TEMP TABLE IF NOT EXISTS unused_content (id BIGINT PRIMARY KEY)');
  await connection.run('DELETE FROM unused_content');
}

/** Notes the contents that a statement selects, as `id`. */
export async function noteContents(connection: SqlConnection, select: string, params: SqlParams): Promise<void> {
  await connection.run(
    `INSERT INTO unused_content (id) SELECT DISTINCT s.id FROM (${select}) AS s WHERE s.id IS NOT NULL ON CONFLICT DO NOTHING`,
    params,
  );
}

/** Deletes the noted contents that no resource, revision or plan item uses. */
export async function sweepContents(connection: SqlConnection): Promise<void> {
  await connection.run(
    `DELETE FROM unused_content WHERE EXISTS (SELECT 1 FROM resource r WHERE r.content_id = unused_content.id)
       OR EXISTS (SELECT 1 FROM resource_revision v WHERE v.content_id = unused_content.id)
       OR EXISTS (SELECT 1 FROM import_item i WHERE i.content_id = unused_content.id)
       OR EXISTS (SELECT 1 FROM import_item i
         WHERE i.effective_content_id = unused_content.id AND i.effective_content_id <> coalesce(i.content_id, -1))`,
  );
  for (const [table, column] of [
    ['edge', 'content_id'],
    ['content_unique_text', 'content_id'],
    ['content', 'id'],
  ]) {
    await connection.run(`DELETE FROM ${table} WHERE ${column} IN (SELECT id FROM unused_content)`);
  }
}
