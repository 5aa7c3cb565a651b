import { restrictedIds } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { hasRestrictions } from './hasRestrictions.js';
import type { PlanRow } from '../tables/planRows.js';

/** Blocks items whose name belongs to a restricted resource that the importing user may not see. */
export async function blockForbidden(context: WorkerContext, plan: PlanRow): Promise<void> {
  const { connection } = context;
  if (!(await hasRestrictions(connection, plan))) return;
  const ids = await restrictedIds(context, plan);
  await connection.run(
    `UPDATE import_item SET action = 'BLOCKED', reason = 'FORBIDDEN'
     WHERE plan_no = :planNo AND is_selected AND is_valid AND action <> 'BLOCKED'
       AND existing_id IN ${connection.textList(':ids')}`,
    { planNo: plan.no, ids: JSON.stringify(ids) },
  );
}
