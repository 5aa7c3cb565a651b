/**
 * Completes the index of unique texts of records. The parent defines which fields must be unique, and it may change, or differ between
 * branches that share contents. So the texts are indexed with the contents if the parent is known, and completed here before they are
 * compared: records are read once for each new unique field.
 */
import { sql, type Sql, type SqlConnection } from '../../database/worker.js';
import type { JsonObject } from '../../shared/json.js';
import { placeOfField, recordTexts } from './recordTexts.js';

/** The current contents of all records of a parent. */
export function recordsOf(parentId: string): Sql {
  return sql`SELECT r.content_id AS id FROM resource r WHERE r.parent_id = ${parentId}`;
}

const windowSize = 500;

/**
 * Whether the index is incomplete: any of the contents has no row for one of the fields. A row without a text has NULL.
 * @param contents Selects the ids of contents of records, as `id`.
 */
export async function lacksRecordTexts(
  connection: SqlConnection,
  contents: Sql,
  fields: readonly string[],
): Promise<boolean> {
  return (await connection.get(sql`SELECT 1 ${lacking(contents, fields)} LIMIT 1`)) !== undefined;
}

function lacking(contents: Sql, fields: readonly string[]): Sql {
  return sql`FROM (${contents}) AS n WHERE (
    SELECT count(*) FROM content_unique_text u WHERE u.content_id = n.id AND u.at IN ${fields.map(placeOfField)}) < ${fields.length}`;
}

/** Ensures that each of the contents has an index row for each of the fields, inside the caller's transaction. */
export async function ensureRecordTexts(
  connection: SqlConnection,
  contents: Sql,
  fields: readonly string[],
): Promise<void> {
  if (!(await lacksRecordTexts(connection, contents, fields))) return;
  // Another branch may share the contents.
  await connection.lock('texts of records');
  await connection.run(sql`CREATE TEMP TABLE IF NOT EXISTS lacking_text (content_id BIGINT PRIMARY KEY)`);
  await connection.run(sql`DELETE FROM lacking_text`);
  await connection.run(sql`INSERT INTO lacking_text (content_id) SELECT DISTINCT n.id ${lacking(contents, fields)}`);
  for (let after: number | undefined = 0; after !== undefined;) {
    after = await writeWindow(connection, after, fields);
  }
}

/** Indexes some contents. Returns the last id, or undefined if there are no more. */
async function writeWindow(
  connection: SqlConnection,
  after: number,
  fields: readonly string[],
): Promise<number | undefined> {
  const rows = await connection.all<{ id: number; spec: string }>(
    sql`SELECT c.id, c.spec FROM lacking_text l JOIN content c ON c.id = l.content_id
     WHERE l.content_id > ${after} ORDER BY l.content_id LIMIT ${windowSize}`,
  );
  await connection.run(
    sql`DELETE FROM content_unique_text WHERE content_id IN ${sql.numbers(rows.map(({ id }) => id))}
       AND at IN ${fields.map(placeOfField)}`,
  );
  const texts = rows.flatMap(({ id, spec }) =>
    recordTexts(JSON.parse(spec) as JsonObject, fields).map(({ at, text }) => [id, at, text]),
  );
  if (texts.length > 0) await connection.insertRows('content_unique_text', ['content_id', 'at', 'text'], texts);
  return rows.length < windowSize ? undefined : rows.at(-1)?.id;
}
