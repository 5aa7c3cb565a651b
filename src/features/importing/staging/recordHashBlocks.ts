/**
 * The hashes of the records of a plan, in blocks: one row for the items that are written together, whose text has one hash after the other.
 * So a hash costs no row of its own, neither when it is written nor when it is read.
 */
import { sql, type BatchConnection, type SqlConnection } from '../../../database/worker.js';
import { recordHashLength } from '../../formats/index.js';

/** The hashes of items that follow each other. */
export interface RecordHashBlock {
  /** The ordinal of the first item. */
  first: number;
  /** The ordinal after the last item. */
  end: number;
  placeByHash: ReadonlyMap<string, number>;
}

/** In place of the hash of an item that is to be read each time. */
const none = ' '.repeat(recordHashLength);

/** Writes a block, inside the caller's transaction. `hashes`: one for each item from the ordinal `first` on, null for those that are to be read. */
export async function writeBlock(
  connection: BatchConnection,
  planNo: number,
  { first, hashes }: { first: number; hashes: readonly (string | null)[] },
): Promise<void> {
  if (hashes.every((recordHash) => recordHash === null)) return;
  const text = hashes.map((recordHash) => recordHash ?? none).join('');
  await connection.insertRows('import_record_hash', ['plan_no', 'first_ordinal', 'hashes'], [[planNo, first, text]]);
}

/** The blocks of a plan with items from `from` on and before `end`; those that are `held` are not read again. */
export async function readBlocks(
  connection: SqlConnection,
  planNo: number,
  { from, end, held }: { from: number; end: number; held: readonly RecordHashBlock[] },
): Promise<RecordHashBlock[]> {
  const kept = held.filter((block) => block.end > from && block.first < end);
  const rows = await connection.all<{ firstOrdinal: number; hashes: string }>(
    sql`SELECT first_ordinal, hashes FROM import_record_hash WHERE plan_no = ${planNo} AND first_ordinal < ${end}
       AND first_ordinal >= coalesce((
         SELECT max(f.first_ordinal) FROM import_record_hash f WHERE f.plan_no = ${planNo} AND f.first_ordinal <= ${from}), 0)
       AND first_ordinal NOT IN ${sql.numbers(kept.map(({ first }) => first))}`,
  );
  return [...kept, ...rows.map(({ firstOrdinal, hashes }) => blockOf(firstOrdinal, hashes))].sort(
    (one, other) => one.first - other.first,
  );
}

function blockOf(first: number, text: string): RecordHashBlock {
  const placeByHash = new Map<string, number>();
  const count = text.length / recordHashLength;
  for (let index = 0; index < count; index += 1) {
    const recordHash = text.slice(index * recordHashLength, (index + 1) * recordHashLength);
    if (recordHash !== none) placeByHash.set(recordHash, first + index);
  }
  return { first, end: first + count, placeByHash };
}
