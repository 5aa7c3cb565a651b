/** Writes the items of `export_item` as a bundle. */
import { sql, utf8Of, type SqlConnection } from '../../database/worker.js';
import { AppError } from '../../shared/appError.js';
import type { FileTarget } from '../files/worker.js';
import {
  writeBundle,
  type BundleFormat,
  type BundleSource,
  type RecordBlock,
  type WrittenBundle,
} from '../formats/index.js';
import type { TaskContext } from '../tasks/worker.js';
import { bundleRequirements } from './bundleRequirements.js';
import { exportedItems } from './exportItems.js';
import type { ExportSelection } from './exportSelection.js';
import { recordExpression } from './recordSql.js';

/** Records that come from the database as one text: to fetch a row costs about as much as to write one record. */
const blockSize = 512;
/** The size of the specs up to which the database puts a block together in its memory, as one text. */
const maxBlockBytes = 16 * 1024 * 1024;

const keysAtOnce = 1000;

/** Members of the header. */
export interface BundleFacts {
  selection: ExportSelection;
  exportedAt: string;
}

/** Call it inside a snapshot. */
export async function exportBundle(
  context: TaskContext,
  { format, file }: { format: BundleFormat; file: FileTarget },
  { selection, exportedAt }: BundleFacts,
): Promise<WrittenBundle> {
  const source = await readSource(context, selection.branchId, exportedAt);
  const requirements = await bundleRequirements(context, selection);
  return context.connection.byIndex(() =>
    writeBundle({ file, format, source, requirements, records: records(context), keys: () => keys(context) }),
  );
}

/** Whether the specs of a block are too large for one text. */
async function isLarge(connection: SqlConnection, { from, to }: Places): Promise<boolean> {
  const row = await connection.get<{ isLarge: boolean | null }>(
    sql`SELECT sum(octet_length(c.spec)) > ${maxBlockBytes} AS is_large FROM export_item x JOIN content c ON c.id = x.content_id
     WHERE x.place BETWEEN ${from} AND ${to}`,
  );
  return row?.isLarge === true;
}

/** The places of `export_item` have no gaps: its rows are inserted in their order. */
async function* records(context: TaskContext): AsyncGenerator<RecordBlock> {
  const { connection } = context;
  const row = await connection.get<{ last: number | null }>(sql`SELECT max(place) AS last FROM export_item`);
  const last = row?.last ?? 0;
  for (let block = 0; block * blockSize < last; block += 1) {
    const places = { from: block * blockSize + 1, to: Math.min((block + 1) * blockSize, last) };
    if (await isLarge(connection, places)) yield* oneByOne(connection, places);
    else yield await together(connection, places);
    context.count({ processedCount: places.to });
    await context.checkpoint();
  }
}

/** Kind and name of each item. */
async function* keys({ connection }: TaskContext): AsyncGenerator<{ kind: string; name: string }> {
  for await (const rows of connection.windows<{ kind: string; name: string }>(
    sql`SELECT r.kind, r.name FROM export_item x JOIN resource r ON r.id = x.id`,
    keysAtOnce,
  ))
    yield* rows;
}

/** The first and the last place of some items. */
interface Places {
  from: number;
  to: number;
}

const recordsAt = ({ from, to }: Places) => sql`SELECT ${recordExpression} AS record
  FROM ${exportedItems} WHERE x.place BETWEEN ${from} AND ${to} ORDER BY x.place`;

async function together(connection: SqlConnection, places: Places): Promise<RecordBlock> {
  const block = await connection.get<RecordBlock>(
    sql`SELECT ${utf8Of(sql`string_agg(b.record, '\n')`)} AS lines, count(*) AS count FROM (${recordsAt(places)}) AS b`,
  );
  if (!block) throw AppError.internal('An aggregate returned no row.');
  return block;
}

async function* oneByOne(connection: SqlConnection, places: Places): AsyncGenerator<RecordBlock> {
  for await (const rows of connection.windows<{ record: string }>(recordsAt(places), 1))
    for (const { record } of rows) yield { lines: record, count: 1 };
}

/** The source of the bundle. */
async function readSource(context: TaskContext, branchId: string, exportedAt: string): Promise<BundleSource> {
  const row = await context.connection.get<{ id: string; key: string; name: string; branch: string }>(
    sql`SELECT p.id, p.key, p.name, b.name AS branch FROM branch b JOIN project p ON p.id = b.project_id WHERE b.id = ${branchId}`,
  );
  return {
    instance: context.instance,
    project: row ? { id: row.id, key: row.key, name: row.name } : null,
    branch: row?.branch ?? null,
    exportedAt,
    exportedBy: context.task.actor?.name ?? null,
  };
}
