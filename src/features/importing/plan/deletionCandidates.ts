/**
 * What a plan with mirrored kinds deletes: resources of these kinds that came from the source project of the file earlier, by their origin,
 * and that the file no longer contains. Never what came from elsewhere or was made here, never what an item of the file has the name of, and
 * nothing that the importing user may not see.
 */
import { sql, type Sql } from '../../../database/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { isDeletion, isOfFile } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { unseenBy } from '../tables/unseenBy.js';

/** The kinds that a plan mirrors; none if the file does not state its source project. */
export function mirroredKinds({ options, sourceProjectId }: PlanRow): readonly string[] {
  return sourceProjectId === null ? [] : (options.mirrorKinds ?? []);
}

/** After `FROM`: the resources `r` to delete. Their names are compared with the items as they were last derived. */
export async function deletionCandidates(context: WorkerContext, plan: PlanRow): Promise<Sql> {
  const { no, branchId, sourceInstanceId, sourceProjectId } = plan;
  const unseen = await unseenBy(context, { plan, viewer: 'IMPORTER' });
  return sql`resource r JOIN provenance v ON v.id = r.provenance_id
    WHERE r.branch_id = ${branchId} AND r.kind IN ${mirroredKinds(plan)}
      AND v.instance_id IS NOT DISTINCT FROM ${sourceInstanceId} AND v.project_id = ${sourceProjectId}
      AND r.id NOT IN ${[...unseen]}
      AND NOT EXISTS (SELECT 1 FROM import_item f
        WHERE f.plan_no = ${no} AND f.name = r.source_name AND f.kind = r.kind AND ${isOfFile(sql`f`)})
      AND r.id NOT IN (SELECT f.existing_id FROM import_item f
        WHERE f.plan_no = ${no} AND f.ordinal >= 0 AND f.existing_id IS NOT NULL)`;
}

/** Resources that the plan would delete and does not list yet. */
export async function unlistedDeletions(
  context: WorkerContext,
  plan: PlanRow,
): Promise<{ kind: string; name: string; id: string }[]> {
  if (mirroredKinds(plan).length === 0) return [];
  const candidates = await deletionCandidates(context, plan);
  return context.connection.all(
    sql`SELECT r.kind, r.name, r.id FROM ${candidates} AND r.id NOT IN (${listed(plan.no)}) ORDER BY r.kind, r.name`,
  );
}

/** The ids of the resources that are listed as deletions. */
export function listed(planNo: number): Sql {
  return sql`SELECT d.existing_id FROM import_item d WHERE d.plan_no = ${planNo} AND ${isDeletion(sql`d`)}`;
}
