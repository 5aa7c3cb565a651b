/**
 * Deletes contents that are no longer used, set by set. Code that deletes users of contents notes the contents first, and
 * sweeps at the end of the same transaction.
 */
import { sql, type Sql, type SqlConnection } from '../../database/worker.js';

/** Starts with an empty set. */
export async function beginUnusedContents(connection: SqlConnection): Promise<void> {
  await connection.run(sql`CREATE TEMP TABLE IF NOT EXISTS unused_content (id BIGINT PRIMARY KEY)`);
  await connection.run(sql`DELETE FROM unused_content`);
}

/** Notes the contents that a query selects, as `id`. */
export async function noteContents(connection: SqlConnection, contents: Sql): Promise<void> {
  await connection.run(
    sql`INSERT INTO unused_content (id) SELECT DISTINCT s.id FROM (${contents}) AS s WHERE s.id IS NOT NULL ON CONFLICT DO NOTHING`,
  );
}

/** Deletes the noted contents that no resource, revision or plan item uses. */
export async function sweepContents(connection: SqlConnection): Promise<void> {
  await connection.run(
    sql`DELETE FROM unused_content WHERE EXISTS (SELECT 1 FROM resource r WHERE r.content_id = unused_content.id)
       OR EXISTS (SELECT 1 FROM resource_revision v WHERE v.content_id = unused_content.id)
       OR EXISTS (SELECT 1 FROM import_item i WHERE i.content_id = unused_content.id)
       OR EXISTS (SELECT 1 FROM import_item i
         WHERE i.effective_content_id = unused_content.id AND i.effective_content_id <> coalesce(i.content_id, -1))`,
  );
  await connection.run(sql`DELETE FROM edge WHERE content_id IN (SELECT id FROM unused_content)`);
  await connection.run(sql`DELETE FROM content_unique_text WHERE content_id IN (SELECT id FROM unused_content)`);
  await connection.run(sql`DELETE FROM content WHERE id IN (SELECT id FROM unused_content)`);
}
