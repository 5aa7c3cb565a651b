import { hiddenIds, restrictedIds } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from './planRows.js';
import type { SqlConnection } from '../../../database/index.js';

/** Ids of the resources of the branch that are hidden from the reader of a plan: the caller, else the importing user. */
export async function unseenBy(context: WorkerContext, plan: PlanRow): Promise<ReadonlySet<string>> {
  const { branchId, viewer } = plan;
  if (viewer === null || (viewer === undefined && plan.rights.isManager === true)) return new Set();
  if (!(await hasRestrictions(context.connection, plan))) return new Set();
  const ids = viewer === undefined ? restrictedIds(context, plan) : hiddenIds(context, { branchId, reader: viewer });
  return new Set(await ids);
}

/** Whether any resource of a branch is restricted to readers. Its readers can change without a change of the branch. */
export async function hasRestrictions(
  connection: SqlConnection,
  { branchId }: Pick<PlanRow, 'branchId'>,
): Promise<boolean> {
  const row = await connection.get(
    `SELECT 1 FROM resource_restriction x JOIN resource r ON r.id = x.resource_id WHERE r.branch_id = :branchId LIMIT 1`,
    { branchId },
  );
  return row !== undefined;
}
