import { sql, type Sql } from '../../../database/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { deriveColumns, isInScope, type ItemScope } from '../tables/changeItems.js';
import type { PlanRow } from '../tables/planRows.js';

/**
 * Derives the name of each item on the branch. An item that updates a reference uses that reference's present name; a new name
 * that was chosen for it is ignored. So does a deselected item whose reference is on the branch: the reference is used instead.
 */
export async function deriveNames({ connection }: WorkerContext, plan: PlanRow, scope?: ItemScope): Promise<void> {
  const bound = boundName(plan);
  const select = sql`SELECT o.ordinal, CASE
        WHEN o.is_selected = FALSE THEN coalesce((${bound}), o.name)
        WHEN o.mode = 'REFERENCE' THEN coalesce((${bound}), o.new_name, o.name)
        ELSE coalesce(o.new_name, o.name) END AS effective_name
    FROM import_item o WHERE o.plan_no = ${plan.no} AND o.ordinal >= 0 AND ${isInScope(sql`o.ordinal`, scope)}
      AND (o.new_name IS NOT NULL OR o.effective_name <> o.name OR o.name IN (${renamedReferences(plan)}))`;
  await deriveColumns({ connection, planNo: plan.no }, ['effective_name'], select);
}

/** Source names of the references of the branch that have another name there. All others have the name of the item already. */
function renamedReferences({ branchId }: PlanRow): Sql {
  return sql`SELECT b.source_name FROM resource b
    WHERE b.branch_id = ${branchId} AND b.mode = 'REFERENCE' AND b.source_name <> b.name`;
}

/** The origin of a reference is instance, project, kind and name; the source branch does not matter. */
function boundName({ branchId, sourceInstanceId, sourceProjectId }: PlanRow): Sql {
  return sql`SELECT b.name FROM resource b JOIN provenance v ON v.id = b.provenance_id
    WHERE b.branch_id = ${branchId} AND b.mode = 'REFERENCE' AND b.source_name = o.name AND b.kind = o.kind
      AND v.instance_id = ${sourceInstanceId} AND v.project_id = ${sourceProjectId}
    ORDER BY b.id LIMIT 1`;
}
