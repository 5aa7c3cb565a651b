import type { WorkerContext } from '../../workers/index.js';
import { deriveColumns } from '../tables/changeItems.js';
import type { PlanRow } from '../tables/planRows.js';

/**
 * Derives the name of each item on the branch. An item that updates a reference uses that reference's present name; a new name
 * that was chosen for it is ignored. So does a deselected item whose reference is on the branch: the reference is used instead.
 */
export async function deriveNames({ connection }: WorkerContext, plan: PlanRow): Promise<void> {
  const select = `SELECT o.ordinal, CASE
        WHEN o.is_selected = FALSE THEN coalesce((${boundName}), o.name)
        WHEN o.mode = 'REFERENCE' THEN coalesce((${boundName}), o.new_name, o.name)
        ELSE coalesce(o.new_name, o.name) END AS effective_name
    FROM import_item o WHERE o.plan_no = :planNo
      AND (o.is_selected = FALSE OR o.mode = 'REFERENCE' OR o.new_name IS NOT NULL OR o.effective_name <> o.name)`;
  const { branchId, sourceInstanceId, sourceProjectId } = plan;
  const params = { branchId, sourceInstanceId, sourceProjectId };
  await deriveColumns({ connection, planNo: plan.no }, ['effective_name'], { select, params });
}

/** The origin of a reference is instance, project, kind and name; the source branch does not matter. */
const boundName = `SELECT b.name FROM resource b JOIN provenance v ON v.id = b.provenance_id
  WHERE b.branch_id = :branchId AND b.mode = 'REFERENCE' AND b.source_name = o.name AND b.kind = o.kind
    AND v.instance_id = :sourceInstanceId AND v.project_id = :sourceProjectId
  ORDER BY b.id LIMIT 1`;
