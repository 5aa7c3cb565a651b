/**
 * What a merge holds against its plan before it commits. A difference is a fault of this server: it is thrown, and rolls everything back.
 */
import { AppError } from '../../../shared/appError.js';
import type { TaskContext, TaskCounts } from '../../tasks/worker.js';
import type { ImportCounts } from '../tables/importStates.js';
import type { PlanRow } from '../tables/planRows.js';

/**
 * The counts of a merge, once they add up: created, updated, unchanged, skipped and failed are all of the plan.
 * @throws AppError INTERNAL
 */
export function checkedCounts(planned: ImportCounts, merged: { created: number; updated: number }): TaskCounts {
  const updates = planned.update + planned.referenceUpdate;
  if (merged.created !== planned.create || merged.updated !== updates) {
    throw AppError.internal(
      `The merge made ${merged.created} of ${planned.create} and changed ${merged.updated} of ${updates} resources.`,
    );
  }
  const failedCount = planned.collision + planned.blocked;
  const done = merged.created + merged.updated + planned.unchanged + planned.skipped + failedCount;
  if (done !== planned.total) throw AppError.internal(`${done} of ${planned.total} items are accounted for.`);
  return {
    processedCount: planned.total,
    totalCount: planned.total,
    createdCount: merged.created,
    updatedCount: merged.updated,
    unchangedCount: planned.unchanged,
    skippedCount: planned.skipped,
    deletedCount: 0,
    failedCount,
  };
}

interface KindEdges {
  kind: string;
  /** Sums of whole numbers come as text where these may be larger than those of JavaScript. */
  planned: number | string;
  written: number | string;
}

/**
 * Counts, kind by kind, the edges that the plan's items bring and those that hang on what this task has written to the branch.
 * @throws AppError INTERNAL that names the kinds in which they differ
 */
export async function checkEdges({ connection, task }: TaskContext, plan: PlanRow): Promise<void> {
  const rows = await connection.all<KindEdges>(
    `SELECT kind, sum(planned) AS planned, sum(written) AS written FROM (
       SELECT i.kind, count(*) AS planned, 0 AS written
       FROM import_item i JOIN edge e ON e.content_id = i.effective_content_id
       WHERE i.plan_no = :planNo AND i.action IN ('CREATE', 'UPDATE', 'REFERENCE_UPDATE') GROUP BY i.kind
       UNION ALL
       SELECT r.kind, 0, count(*) FROM resource r JOIN edge e ON e.content_id = r.content_id
       WHERE r.task_id = :taskId GROUP BY r.kind) AS edges
     GROUP BY kind ORDER BY kind`,
    { planNo: plan.no, taskId: task.id },
  );
  const wrong = rows.filter(({ planned, written }) => Number(planned) !== Number(written));
  if (wrong.length === 0) return;
  const told = wrong.map(({ kind, planned, written }) => `${written} of ${planned} of ${kind}`).join(', ');
  throw AppError.internal(`The merge wrote other edges than planned: ${told}.`);
}
