import { hiddenIds, restrictedIds } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { hasRestrictions } from './hasRestrictions.js';
import type { PlanRow } from '../tables/planRows.js';

/** Ids of the resources of the branch that are hidden from the reader of a plan: the caller, else the importing user. */
export async function unseenBy(context: WorkerContext, plan: PlanRow): Promise<ReadonlySet<string>> {
  const { branchId, viewer } = plan;
  if (viewer === null || (viewer === undefined && plan.rights.isManager === true)) return new Set();
  if (!(await hasRestrictions(context.connection, plan))) return new Set();
  const ids = viewer === undefined ? restrictedIds(context, plan) : hiddenIds(context, { branchId, reader: viewer });
  return new Set(await ids);
}
