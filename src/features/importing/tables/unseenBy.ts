import { type SqlConnection, sql } from '../../../database/worker.js';
import { hiddenIds, restrictedIds } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from './planRows.js';
import type { Reader } from '../../../shared/session.js';

/** A plan, and who reads it: the importing user or a caller; null for a caller who may see every resource. */
export interface ShownPlan {
  plan: PlanRow;
  viewer: 'IMPORTER' | Reader | null;
}

/** Ids of the resources of the branch that are hidden from whoever reads a plan. */
export async function unseenBy(context: WorkerContext, { plan, viewer }: ShownPlan): Promise<ReadonlySet<string>> {
  if (viewer === null || (viewer === 'IMPORTER' && plan.rights.isManager === true)) return new Set();
  if (!(await hasRestrictions(context.connection, plan))) return new Set();
  const { branchId } = plan;
  const ids = viewer === 'IMPORTER' ? restrictedIds(context, plan) : hiddenIds(context, { branchId, reader: viewer });
  return new Set(await ids);
}

/** Whether any resource of a branch is restricted to readers. Its readers can change without a change of the branch. */
export async function hasRestrictions(
  connection: SqlConnection,
  { branchId }: Pick<PlanRow, 'branchId'>,
): Promise<boolean> {
  const row = await connection.get(
    sql`SELECT 1 FROM resource_restriction x CROSS JOIN resource r WHERE r.id = x.resource_id AND r.branch_id = ${branchId} LIMIT 1`,
  );
  return row !== undefined;
}
