import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { unseenBy } from './unseenBy.js';

/** Whether the file and the branch have something with this kind and name. */
export async function whatIsNamed(
  context: WorkerContext,
  plan: PlanRow,
  { kind, name }: { kind: string; name: string },
): Promise<{ isInFile: boolean; isOnBranch: boolean }> {
  const { connection } = context;
  const item = await connection.get(
    'SELECT 1 FROM import_item WHERE plan_no = :planNo AND name = :name AND kind = :kind LIMIT 1',
    { planNo: plan.no, kind, name },
  );
  const resource = await connection.get<{ id: string }>(
    `SELECT id FROM resource WHERE branch_id = :branchId AND lower(name) = lower(:name) AND name = :name AND kind = :kind
     LIMIT 1`,
    { branchId: plan.branchId, kind, name },
  );
  return {
    isInFile: item !== undefined,
    isOnBranch: resource !== undefined && !(await unseenBy(context, plan)).has(resource.id),
  };
}
