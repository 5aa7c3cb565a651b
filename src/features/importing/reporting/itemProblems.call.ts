import { sql } from '../../../database/worker.js';
import type { Problem } from '../../../shared/problem.js';
import type { Reader } from '../../../shared/session.js';
import type { WorkerCall, WorkerContext } from '../../workers/index.js';
import { itemColumns, type ItemRow } from '../tables/itemRows.js';
import { readPlan, type PlanRow } from '../tables/planRows.js';
import { itemProblems } from './itemProblems.js';

interface ItemKeys {
  planId: string;
  ordinals: number[];
  /** The caller; null if the caller may see every resource. */
  reader: Reader | null;
}

/** The problems of items of a plan, in the order of `ordinals`. */
export const itemProblemsCall: WorkerCall<ItemKeys, Problem[][]> = {
  name: 'importing.itemProblems',
  isRead: true,
  run: async (context, keys) => {
    const page = await readItems(context, keys);
    if (!page) return keys.ordinals.map(() => []);
    const problems = await itemProblems(context, { plan: page.plan, viewer: keys.reader }, page.items);
    const problemsByOrdinal = new Map(page.items.map(({ ordinal }, index) => [ordinal, problems[index] ?? []]));
    return keys.ordinals.map((ordinal) => problemsByOrdinal.get(ordinal) ?? []);
  },
};

async function readItems(
  context: WorkerContext,
  { planId, ordinals }: Pick<ItemKeys, 'planId' | 'ordinals'>,
): Promise<{ plan: PlanRow; items: ItemRow[] } | undefined> {
  const plan = await readPlan(context.connection, planId);
  if (!plan) return undefined;
  const items = await context.connection.all<ItemRow>(
    sql`SELECT ${itemColumns} FROM import_item i
     WHERE i.plan_no = ${plan.no} AND i.ordinal IN ${sql.numbers(ordinals)} ORDER BY i.ordinal`,
  );
  return { plan, items };
}
