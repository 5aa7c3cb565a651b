/**
 * The state of the branch after an undo, as a temporary table with one row per affected resource: its state and its fate. Resources
 * without a row do not change; comparing them with the rows shows what prevents the undo. Use it in the transaction or snapshot that
 * filled it.
 */
import { sql, type Sql, type SqlConnection, textColumn } from '../../database/worker.js';
import { isNamed } from '../resources/worker.js';
import { createdIds, isReturning } from './affected.sql.js';

const statements = [
  sql`CREATE TEMP TABLE IF NOT EXISTS undo_outcome (
     resource_id ${textColumn} PRIMARY KEY, fate ${textColumn} NOT NULL, branch_id ${textColumn} NOT NULL, kind ${textColumn} NOT NULL, namespace ${textColumn} NOT NULL,
     name ${textColumn} NOT NULL, folded_name ${textColumn} NOT NULL, code ${textColumn}, parent_id ${textColumn}, content_id BIGINT NOT NULL, revision BIGINT NOT NULL)`,
  sql`CREATE INDEX IF NOT EXISTS undo_outcome_parent ON undo_outcome (parent_id)`,
  sql`DELETE FROM undo_outcome`,
];

/** Whether a resource has no row, so that it does not change. */
export const stays = (id: Sql): Sql => sql`NOT EXISTS (SELECT 1 FROM undo_outcome x WHERE x.resource_id = ${id})`;

/** Whether a resource with this id will exist. */
const willBe = (id: Sql) => sql`(EXISTS (SELECT 1 FROM undo_outcome x WHERE x.resource_id = ${id} AND x.fate <> 'GOES')
  OR EXISTS (SELECT 1 FROM resource p WHERE p.id = ${id}) AND ${stays(id)})`;

/** Whether the container of row `o` will not exist. */
export const isOrphan = sql`o.fate <> 'GOES' AND o.parent_id IS NOT NULL AND NOT ${willBe(sql`o.parent_id`)}`;

const columns = sql`resource_id, fate, branch_id, kind, namespace, name, folded_name, code, parent_id, content_id, revision`;

/** Fills the table for a task. */
export async function deriveOutcome(connection: SqlConnection, taskId: string): Promise<void> {
  for (const statement of statements) await connection.run(statement);
  await connection.run(
    sql`INSERT INTO undo_outcome (${columns})
     SELECT r.id, 'GOES', r.branch_id, r.kind, r.namespace, r.name, lower(r.name), r.external_reference_code, r.parent_id, r.content_id,
       r.revision
     FROM resource r WHERE r.id IN (${createdIds(taskId)})
     UNION ALL
     SELECT b.resource_id, CASE WHEN EXISTS (SELECT 1 FROM resource p WHERE p.id = b.resource_id) THEN 'RESTORED' ELSE 'RETURNS' END,
       b.branch_id, b.kind, b.namespace, b.name, lower(b.name), b.external_reference_code, b.parent_id, b.content_id, b.revision
     FROM resource_revision b WHERE ${isReturning(taskId)}`,
  );
  await connection.run(adoption);
  await connection.analyze(['undo_outcome']);
}

/**
 * A resource whose container was deleted goes into the resource that has the container's name and kind now: imports also find containers
 * by name.
 */
const adoption = sql`UPDATE undo_outcome SET parent_id = coalesce((
    SELECT n.id FROM resource_revision w
    JOIN resource n ON n.branch_id = w.branch_id AND ${isNamed('n', sql`w.name`)} AND n.namespace = w.namespace
      AND n.kind = w.kind
    WHERE w.resource_id = undo_outcome.parent_id AND ${stays(sql`n.id`)}
      AND NOT EXISTS (SELECT 1 FROM resource_revision l WHERE l.resource_id = w.resource_id AND l.revision > w.revision)), parent_id)
  WHERE resource_id IN (SELECT o.resource_id FROM undo_outcome o WHERE ${isOrphan})`;
