import type { WorkerContext } from '../../workers/index.js';
import { standsInTheWay, isNoteworthy } from '../needs/judgeNeed.js';
import { judgedItems } from '../needs/judgedItems.js';
import type { PlanNeeds } from '../needs/planNeeds.js';
import { changeItemsWhere } from '../tables/changeItems.js';
import type { PlanRow } from '../tables/planRows.js';

/** Ordinals of items with problems of their requirements; few. */
export interface NeedyItems {
  unmet: Set<number>;
  warned: Set<number>;
  /** Items from which versions are removed. */
  pruned: Set<number>;
}

/** Checks the requirements of all items. */
export async function findNeedyItems(context: WorkerContext, plan: PlanRow, needs: PlanNeeds): Promise<NeedyItems> {
  const found: NeedyItems = { unmet: new Set(), warned: new Set(), pruned: new Set() };
  for await (const items of judgedItems(context, plan, { needs })) {
    for (const { ordinal, needs: judged } of items) {
      if (judged.some((one) => standsInTheWay(one, needs.isScopeExtended))) found.unmet.add(ordinal);
      else if (judged.some(isNoteworthy)) found.warned.add(ordinal);
      if (judged.some(({ missingVersions }) => missingVersions.length > 0)) found.pruned.add(ordinal);
    }
  }
  return found;
}

/** Blocks the items whose requirements are not met. */
export async function blockNeedyItems(
  { connection }: WorkerContext,
  plan: PlanRow,
  { unmet, warned }: NeedyItems,
): Promise<void> {
  const items = { connection, planNo: plan.no };
  const where = `action NOT IN ('BLOCKED', 'COLLISION') AND ordinal IN ${connection.numberList(':ordinals')}`;
  const paramsOf = (ordinals: ReadonlySet<number>) => ({ ordinals: JSON.stringify([...ordinals]) });
  if (warned.size > 0) await changeItemsWhere(items, { where, params: paramsOf(warned) }, { hasWarning: true });
  if (unmet.size > 0)
    await changeItemsWhere(items, { where, params: paramsOf(unmet) }, { action: 'BLOCKED', reason: 'NEED_UNMET' });
}
