import { restrictedIds } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { changeItemsWhere } from '../tables/changeItems.js';
import { hasRestrictions } from './hasRestrictions.js';
import type { PlanRow } from '../tables/planRows.js';

/** Blocks items whose name belongs to a restricted resource that the importing user may not see. */
export async function blockForbidden(context: WorkerContext, plan: PlanRow): Promise<void> {
  const { connection } = context;
  if (!(await hasRestrictions(connection, plan))) return;
  const ids = await restrictedIds(context, plan);
  const where = `is_selected AND is_valid AND action <> 'BLOCKED' AND existing_id IN ${connection.textList(':ids')}`;
  const params = { ids: JSON.stringify(ids) };
  await changeItemsWhere(
    { connection, planNo: plan.no },
    { where, params },
    { action: 'BLOCKED', reason: 'FORBIDDEN' },
  );
}
