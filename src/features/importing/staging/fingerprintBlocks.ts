/**
 * The fingerprints of the records of a plan, in blocks: one row for the items that are written together, whose text has a fingerprint after the
 * other. A row for each would be a third more work for each item that is staged.
 */
import { sql, type SqlConnection } from '../../../database/worker.js';
import { fingerprintLength } from '../../formats/index.js';

/** The fingerprints of items that follow each other. */
export interface FingerprintBlock {
  /** The ordinal of the first item. */
  first: number;
  /** The ordinal after the last item. */
  end: number;
  placeByFingerprint: ReadonlyMap<string, number>;
}

/** In place of the fingerprint of an item that is to be read each time. */
const none = ' '.repeat(fingerprintLength);

/** Writes a block, inside the caller's transaction. `fingerprints`: one for each item from the ordinal `first` on, null for those that are to be read. */
export async function writeBlock(
  connection: SqlConnection,
  planNo: number,
  { first, fingerprints }: { first: number; fingerprints: readonly (string | null)[] },
): Promise<void> {
  if (fingerprints.every((fingerprint) => fingerprint === null)) return;
  const text = fingerprints.map((fingerprint) => fingerprint ?? none).join('');
  await connection.insertRows(
    'import_fingerprint',
    ['plan_no', 'first_ordinal', 'fingerprints'],
    [[planNo, first, text]],
  );
}

/** The blocks of a plan with items from `from` on and before `end`; those that are `held` are not read again. */
export async function readBlocks(
  connection: SqlConnection,
  planNo: number,
  { from, end, held }: { from: number; end: number; held: readonly FingerprintBlock[] },
): Promise<FingerprintBlock[]> {
  const kept = held.filter((block) => block.end > from && block.first < end);
  const rows = await connection.all<{ firstOrdinal: number; fingerprints: string }>(
    sql`SELECT first_ordinal, fingerprints FROM import_fingerprint WHERE plan_no = ${planNo} AND first_ordinal < ${end}
       AND first_ordinal >= coalesce((
         SELECT max(f.first_ordinal) FROM import_fingerprint f WHERE f.plan_no = ${planNo} AND f.first_ordinal <= ${from}), 0)
       AND first_ordinal NOT IN ${sql.numbers(kept.map(({ first }) => first))}`,
  );
  return [...kept, ...rows.map(({ firstOrdinal, fingerprints }) => blockOf(firstOrdinal, fingerprints))].sort(
    (one, other) => one.first - other.first,
  );
}

function blockOf(first: number, text: string): FingerprintBlock {
  const placeByFingerprint = new Map<string, number>();
  const count = text.length / fingerprintLength;
  for (let index = 0; index < count; index += 1) {
    const fingerprint = text.slice(index * fingerprintLength, (index + 1) * fingerprintLength);
    if (fingerprint !== none) placeByFingerprint.set(fingerprint, first + index);
  }
  return { first, end: first + count, placeByFingerprint };
}
