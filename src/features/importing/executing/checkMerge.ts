/**
 * Compares the result of a merge with its plan before the commit. A difference is a bug of this server: it throws, and
 * everything is rolled back.
 */
import { sql } from '../../../database/worker.js';
import { AppError } from '../../../shared/appError.js';
import type { TaskContext, TaskCounts } from '../../tasks/worker.js';
import type { ImportCounts } from '../tables/importStates.js';
import type { PlanRow } from '../tables/planRows.js';

/**
 * The counts of a merge, if created, updated, deleted, unchanged, skipped and failed items add up to the plan.
 * @throws AppError INTERNAL
 */
export function checkedCounts(
  planned: ImportCounts,
  merged: { created: number; updated: number; deleted: number },
): TaskCounts {
  const updates = planned.update + planned.referenceUpdate;
  if (merged.created !== planned.create || merged.updated !== updates) {
    throw AppError.internal(
      `The merge made ${merged.created} of ${planned.create} and changed ${merged.updated} of ${updates} resources.`,
    );
  }
  if (merged.deleted !== planned.delete) {
    throw AppError.internal(`The merge deleted ${merged.deleted} of ${planned.delete} resources.`);
  }
  const failedCount = planned.collision + planned.blocked;
  const done = merged.created + merged.updated + merged.deleted + planned.unchanged + planned.skipped + failedCount;
  if (done !== planned.total) throw AppError.internal(`${done} of ${planned.total} items are accounted for.`);
  return {
    processedCount: planned.total,
    totalCount: planned.total,
    createdCount: merged.created,
    updatedCount: merged.updated,
    unchangedCount: planned.unchanged,
    skippedCount: planned.skipped,
    deletedCount: merged.deleted,
    failedCount,
  };
}

interface KindEdges {
  kind: string;
  /** PostgreSQL returns sums of integers as text, because they may exceed the safe integers of JavaScript. */
  planned: number | string;
  written: number | string;
}

/**
 * Compares, per kind, the number of edges of the plan's items with those of the resources that the task wrote.
 * @throws AppError INTERNAL that names the kinds that differ
 */
export async function checkEdges({ connection, task }: TaskContext, plan: PlanRow): Promise<void> {
  const rows = await connection.all<KindEdges>(
    sql`SELECT kind, sum(planned) AS planned, sum(written) AS written FROM (
       SELECT i.kind, count(*) AS planned, 0 AS written
       FROM import_item i JOIN edge e ON e.content_id = i.effective_content_id
       WHERE i.plan_no = ${plan.no} AND i.action IN ('CREATE', 'UPDATE', 'REFERENCE_UPDATE') GROUP BY i.kind
       UNION ALL
       SELECT r.kind, 0, count(*) FROM resource r JOIN edge e ON e.content_id = r.content_id
       WHERE r.task_id = ${task.id} GROUP BY r.kind) AS edges
     GROUP BY kind ORDER BY kind`,
  );
  const wrong = rows.filter(({ planned, written }) => Number(planned) !== Number(written));
  if (wrong.length === 0) return;
  const told = wrong.map(({ kind, planned, written }) => `${written} of ${planned} of ${kind}`).join(', ');
  throw AppError.internal(`The merge wrote other edges than planned: ${told}.`);
}
