import { sql } from '../../../database/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { blocksItem, isNoteworthy } from '../prerequisites/judgePrerequisite.js';
import { judgedItems } from '../prerequisites/judgedItems.js';
import type { PlanPrerequisites } from '../prerequisites/planPrerequisites.js';
import { changeItemsWhere } from '../tables/changeItems.js';
import type { PlanRow } from '../tables/planRows.js';

/** Ordinals of items with problems of their requirements; few. */
export interface UnmetItems {
  unmet: Set<number>;
  warned: Set<number>;
  /** Items from which versions are removed. */
  pruned: Set<number>;
}

/** Checks the requirements of all items. */
export async function findUnmetPrerequisites(
  context: WorkerContext,
  plan: PlanRow,
  prerequisites: PlanPrerequisites,
): Promise<UnmetItems> {
  const found: UnmetItems = { unmet: new Set(), warned: new Set(), pruned: new Set() };
  for await (const items of judgedItems(context, plan, { prerequisites })) {
    for (const { ordinal, prerequisites: judged } of items) {
      if (judged.some((one) => blocksItem(one, prerequisites.isScopeExtended))) found.unmet.add(ordinal);
      else if (judged.some(isNoteworthy)) found.warned.add(ordinal);
      if (judged.some(({ missingVersions }) => missingVersions.length > 0)) found.pruned.add(ordinal);
    }
  }
  return found;
}

/** Blocks the items whose requirements are not met. */
export async function blockUnmetPrerequisites(
  { connection }: WorkerContext,
  plan: PlanRow,
  { unmet, warned }: UnmetItems,
): Promise<void> {
  const items = { connection, planNo: plan.no };
  const areOpen = (ordinals: ReadonlySet<number>) =>
    sql`action NOT IN ('BLOCKED', 'COLLISION') AND ordinal IN ${sql.numbers([...ordinals])}`;
  if (warned.size > 0) await changeItemsWhere(items, areOpen(warned), { hasWarning: true });
  if (unmet.size > 0)
    await changeItemsWhere(items, areOpen(unmet), { action: 'BLOCKED', reason: 'PREREQUISITE_UNMET' });
}
