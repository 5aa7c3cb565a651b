import { type Sql, type SqlConnection, sql } from '../../../database/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import { jsonBytes } from '../../../shared/jsonBytes.js';
import type { WorkerCall } from '../../workers/index.js';
import { readPlan } from '../tables/planRows.js';
import { specDifferences, type FieldDifference } from './specDifferences.js';

export type { FieldDifference } from './specDifferences.js';

interface ItemKeys {
  planId: string;
  ordinals: number[];
}

/** The changes of an update. */
export interface ItemDifferences {
  /** Infinity if the differences were dropped because all together would exceed `maxBytes`. */
  sizeBytes: number;
  /** The first {@link maxDifferences}. */
  differences: FieldDifference[];
  /** The number of all differences. */
  count: number;
}

/** Maximum number of differences that are returned per item. */
export const maxDifferences = 1000;

/** Size of the member names of a difference in an answer. */
const bytesOfNames = 80;

/**
 * The size of the larger of the two specs that are compared for each item, in the order of `ordinals`; 0 for items that update
 * nothing.
 */
export const itemSpecSizesCall: WorkerCall<ItemKeys, number[]> = {
  name: 'importing.itemSpecSizes',
  isRead: true,
  run: async ({ connection }, keys) => {
    const rows = await readUpdates<{ ordinal: number; beforeBytes: number; afterBytes: number }>(
      connection,
      sql`i.ordinal, octet_length(b.spec) AS before_bytes, octet_length(a.spec) AS after_bytes`,
      keys,
    );
    const sizeByOrdinal = new Map(
      rows.map(({ ordinal, beforeBytes, afterBytes }) => [ordinal, Math.max(beforeBytes, afterBytes)]),
    );
    return keys.ordinals.map((ordinal) => sizeByOrdinal.get(ordinal) ?? 0);
  },
};

interface UpdateRow {
  ordinal: number;
  before: string;
  after: string;
  titleBefore: string | null;
  titleAfter: string | null;
}

/**
 * The differences between each item and the resource that it would update, in the order of `ordinals`; empty for items that
 * update nothing. Once they exceed `maxBytes` together, the rest is dropped.
 */
export const itemDifferencesCall: WorkerCall<ItemKeys & { maxBytes: number }, ItemDifferences[]> = {
  name: 'importing.itemDifferences',
  isRead: true,
  run: async ({ connection }, { maxBytes, ...keys }) => {
    const rows = await readUpdates<UpdateRow>(
      connection,
      sql`i.ordinal, b.spec AS before, a.spec AS after, b.title AS title_before, a.title AS title_after`,
      keys,
    );
    let leftBytes = maxBytes;
    const foundByOrdinal = new Map<number, ItemDifferences>();
    for (const row of rows) {
      const found = differencesOf(row, leftBytes);
      leftBytes -= found.sizeBytes;
      foundByOrdinal.set(row.ordinal, found);
    }
    return keys.ordinals.map((ordinal) => foundByOrdinal.get(ordinal) ?? { sizeBytes: 0, differences: [], count: 0 });
  },
};

/** `columns` of items `i` that update a resource, with its content `b` before, and `a` after. */
async function readUpdates<Row extends object>(
  connection: SqlConnection,
  columns: Sql,
  { planId, ordinals }: ItemKeys,
): Promise<Row[]> {
  const plan = await readPlan(connection, planId);
  if (!plan) return [];
  return connection.all<Row>(
    sql`SELECT ${columns} FROM import_item i JOIN resource r ON r.id = i.existing_id
     JOIN content b ON b.id = r.content_id JOIN content a ON a.id = i.effective_content_id
     WHERE i.plan_no = ${plan.no} AND i.action IN ('UPDATE', 'REFERENCE_UPDATE') AND i.ordinal IN ${sql.numbers(ordinals)}`,
  );
}

function differencesOf(row: UpdateRow, maxBytes: number): ItemDifferences {
  const differences: FieldDifference[] = [];
  let sizeBytes = 0;
  let count = 0;
  for (const difference of allDifferences(row)) {
    count += 1;
    if (count > maxDifferences) continue;
    const { path, before, after } = difference;
    sizeBytes += bytesOfNames + Buffer.byteLength(path) + jsonBytes(before, maxBytes) + jsonBytes(after, maxBytes);
    if (sizeBytes > maxBytes) return { sizeBytes: Infinity, differences: [], count };
    differences.push(difference);
  }
  return { sizeBytes, differences, count };
}

function* allDifferences({ before, after, titleBefore, titleAfter }: UpdateRow): Generator<FieldDifference> {
  if (titleBefore !== titleAfter) {
    const title = { path: 'title', before: titleBefore, after: titleAfter };
    yield { ...title, isAdded: titleBefore === null, isRemoved: titleAfter === null };
  }
  yield* specDifferences(JSON.parse(before) as JsonObject, JSON.parse(after) as JsonObject);
}
