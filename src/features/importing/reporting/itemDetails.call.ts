import diff from 'microdiff';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { toPointer } from '../../../shared/jsonPointer.js';
import type { Problem } from '../../../shared/problem.js';
import type { Reader } from '../../../shared/session.js';
import type { WorkerCall, WorkerContext } from '../../workers/index.js';
import { itemColumns, readPlan, type ItemRow, type PlanRow } from '../planRows.js';
import { itemProblems } from './itemProblems.js';

interface ItemKeys {
  planId: string;
  ordinals: number[];
  /** Who is told of them; null for who sees everything. */
  reader: Reader | null;
}

/** The problems of each of some items of a plan, in the order asked. */
export const itemProblemsCall: WorkerCall<ItemKeys, Problem[][]> = {
  name: 'importing.itemProblems',
  isRead: true,
  run: async (context, keys) => {
    const page = await readItems(context, keys);
    if (!page) return keys.ordinals.map(() => []);
    const problems = await itemProblems(context, { ...page.plan, viewer: keys.reader }, page.items);
    const problemsByOrdinal = new Map(page.items.map(({ ordinal }, index) => [ordinal, problems[index] ?? []]));
    return keys.ordinals.map((ordinal) => problemsByOrdinal.get(ordinal) ?? []);
  },
};

/** One place at which an update would change a resource. */
export interface FieldDifference {
  /** JSON Pointer into the spec; `/title` of the resource itself is told as `title`. */
  path: string;
  before: JsonValue;
  after: JsonValue;
}

/** The differences of each of some items from what they would update, in the order asked; none for items that update nothing. */
export const itemDifferencesCall: WorkerCall<ItemKeys, FieldDifference[][]> = {
  name: 'importing.itemDifferences',
  isRead: true,
  run: async ({ connection }, { planId, ordinals }) => {
    const plan = await readPlan(connection, planId);
    if (!plan) return ordinals.map(() => []);
    const rows = await connection.all<{
      ordinal: number;
      before: string;
      after: string;
      titleBefore: string | null;
      titleAfter: string | null;
    }>(
      `SELECT i.ordinal, b.spec AS before, a.spec AS after, b.title AS "titleBefore", a.title AS "titleAfter"
       FROM import_item i JOIN resource r ON r.id = i.existing_id
       JOIN content b ON b.id = r.content_id JOIN content a ON a.id = i.effective_content_id
       WHERE i.plan_no = :planNo AND i.action IN ('UPDATE', 'REFERENCE_UPDATE')
         AND i.ordinal IN ${connection.numberList(':ordinals')}`,
      { planNo: plan.no, ordinals: JSON.stringify(ordinals) },
    );
    const differencesByOrdinal = new Map(
      rows.map((row) => [row.ordinal, [...titleDifference(row), ...specDifferences(row.before, row.after)]]),
    );
    return ordinals.map((ordinal) => differencesByOrdinal.get(ordinal) ?? []);
  },
};

async function readItems(
  context: WorkerContext,
  { planId, ordinals }: Pick<ItemKeys, 'planId' | 'ordinals'>,
): Promise<{ plan: PlanRow; items: ItemRow[] } | undefined> {
  const plan = await readPlan(context.connection, planId);
  if (!plan) return undefined;
  const items = await context.connection.all<ItemRow>(
    `SELECT ${itemColumns} FROM import_item i
     WHERE i.plan_no = :planNo AND i.ordinal IN ${context.connection.numberList(':ordinals')} ORDER BY i.ordinal`,
    { planNo: plan.no, ordinals: JSON.stringify(ordinals) },
  );
  return { plan, items };
}

function titleDifference({
  titleBefore,
  titleAfter,
}: {
  titleBefore: string | null;
  titleAfter: string | null;
}): FieldDifference[] {
  return titleBefore === titleAfter ? [] : [{ path: 'title', before: titleBefore, after: titleAfter }];
}

function specDifferences(before: string, after: string): FieldDifference[] {
  // Specs are at most 100 levels deep and hold no cycles.
  const changes = diff(JSON.parse(before) as JsonObject, JSON.parse(after) as JsonObject, { cyclesFix: false });
  return changes.map((change) => ({
    path: toPointer(change.path),
    before: change.type === 'CREATE' ? null : (change.oldValue as JsonValue),
    after: change.type === 'REMOVE' ? null : (change.value as JsonValue),
  }));
}
