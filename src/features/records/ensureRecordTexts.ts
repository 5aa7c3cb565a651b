/**
 * Completes the index of unique texts of records. The parent defines which fields must be unique, and it may change, or differ between
 * branches that share contents. So the texts are indexed with the contents if the parent is known, and completed here before they are
 * compared: records are read once for each new unique field.
 */
import type { SqlConnection, SqlParams } from '../../database/index.js';
import type { JsonObject } from '../../shared/json.js';
import { placeOfField, recordTexts } from './recordTexts.js';

/** Contents of records: SQL that selects their ids, as `id`. */
export interface RecordContents {
  idsSql: string;
  params: SqlParams;
}

/** The current contents of all records of a parent. */
export function recordsOf(parentId: string): RecordContents {
  return { idsSql: 'SELECT r.content_id AS id FROM resource r WHERE r.parent_id = :parentId', params: { parentId } };
}

const windowSize = 500;

/** Whether the index is incomplete: any of the contents has no row for one of the fields. A row without a text has NULL. */
export async function lacksRecordTexts(
  connection: SqlConnection,
  contents: RecordContents,
  fields: readonly string[],
): Promise<boolean> {
  const { lacking, wanted } = lackingContents(connection, contents, fields);
  return (await connection.get(`SELECT 1 ${lacking} LIMIT 1`, wanted)) !== undefined;
}

function lackingContents(
  connection: SqlConnection,
  { idsSql, params }: RecordContents,
  fields: readonly string[],
): { lacking: string; wanted: SqlParams & { ats: string } } {
  const lacking = `FROM (${idsSql}) AS n WHERE (
    SELECT count(*) FROM content_unique_text u WHERE u.content_id = n.id AND u.at IN ${connection.textList(':ats')}) < :fieldCount`;
  return { lacking, wanted: { ...params, ats: JSON.stringify(fields.map(placeOfField)), fieldCount: fields.length } };
}

/** Ensures that each of the contents has an index row for each of the fields, inside the caller's transaction. */
export async function ensureRecordTexts(
  connection: SqlConnection,
  { idsSql, params }: RecordContents,
  fields: readonly string[],
): Promise<void> {
  if (!(await lacksRecordTexts(connection, { idsSql, params }, fields))) return;
  const { lacking, wanted } = lackingContents(connection, { idsSql, params }, fields);
  const { ats } = wanted;
  // Another branch may share the contents.
  await connection.lock('texts of records');
  await connection.run('CREATE TEMP TABLE IF NOT EXISTS lacking_text (content_id BIGINT PRIMARY KEY)');
  await connection.run('DELETE FROM lacking_text');
  await connection.run(`INSERT INTO lacking_text (content_id) SELECT DISTINCT n.id ${lacking}`, wanted);
  for (let after: number | undefined = 0; after !== undefined;) {
    after = await writeWindow(connection, { after, ats, fields });
  }
}

/** Indexes some contents. Returns the last id, or undefined if there are no more. */
async function writeWindow(
  connection: SqlConnection,
  { after, ats, fields }: { after: number; ats: string; fields: readonly string[] },
): Promise<number | undefined> {
  const rows = await connection.all<{ id: number; spec: string }>(
    `SELECT c.id, c.spec FROM lacking_text l JOIN content c ON c.id = l.content_id
     WHERE l.content_id > :after ORDER BY l.content_id LIMIT ${windowSize}`,
    { after },
  );
  const ids = JSON.stringify(rows.map(({ id }) => id));
  await connection.run(
    `DELETE FROM content_unique_text WHERE content_id IN ${connection.numberList(':ids')}
       AND at IN ${connection.textList(':ats')}`,
    { ids, ats },
  );
  const texts = rows.flatMap(({ id, spec }) =>
    recordTexts(JSON.parse(spec) as JsonObject, fields).map(({ at, text }) => [id, at, text]),
  );
  if (texts.length > 0) await connection.insertRows('content_unique_text', ['content_id', 'at', 'text'], texts);
  return rows.length < windowSize ? undefined : rows.at(-1)?.id;
}
