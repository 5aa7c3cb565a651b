/** The only place that ends tasks. The end and its audit event are written in the same transaction. */
import { sql, type SqlConnection } from '../../database/worker.js';
import type { JsonObject } from '../../shared/json.js';
import { storableText } from '../../shared/storableText.js';
import { recordAudit, type AuditAction, type AuditOutcome } from '../audit/worker.js';
import { namesOfFiles } from '../files/worker.js';
import type { RunningTask, TaskCounts, TaskEnd } from './taskHandler.js';
import { mayBecome, noCounts } from './taskRows.js';
import type { EndStatus } from './taskStates.js';

type WrittenEnd = TaskEnd & { runnerId: string; now: string };

/** Writes the end of an open task, inside the caller's transaction; false if it had already ended or another server has it. */
export async function endTask(
  connection: SqlConnection,
  task: RunningTask<JsonObject>,
  end: WrittenEnd,
): Promise<boolean> {
  const { runnerId, status, now, counts } = end;
  // It may quote texts of a file.
  const errorMessage = end.errorMessage === undefined ? null : storableText(end.errorMessage);
  const { processedCount, totalCount, createdCount, ...rest } = { ...noCounts, ...counts };
  const { updatedCount, unchangedCount, skippedCount, deletedCount, failedCount } = rest;
  const changed = await connection.run(
    // The clock may have been set back: no task ends before it began.
    sql`UPDATE task SET status = ${status}, stage = NULL, error_message = ${errorMessage},
        ended_at = CASE WHEN started_at > ${now} THEN started_at ELSE ${now} END,
        processed_count = ${processedCount}, total_count = ${totalCount}, created_count = ${createdCount},
        updated_count = ${updatedCount}, unchanged_count = ${unchangedCount}, skipped_count = ${skippedCount},
        deleted_count = ${deletedCount}, failed_count = ${failedCount}
      WHERE ${mayBecome(status, { taskId: task.id, runnerId })}`,
  );
  if (changed === 1) await auditEnd(connection, task, end);
  return changed === 1;
}

const actionByType: Readonly<Record<RunningTask['type'], AuditAction>> = {
  EXPORT: 'EXPORT',
  STAGE_IMPORT: 'STAGE',
  EXECUTE_IMPORT: 'IMPORT',
  UNDO_IMPORT: 'UNDO',
};

const outcomeByStatus: Readonly<Record<EndStatus, AuditOutcome>> = {
  COMPLETED: 'SUCCEEDED',
  COMPLETED_WITH_ERRORS: 'SUCCEEDED_WITH_ERRORS',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
};

/** The user of a task that is older than access control. */
const unknownActor = { id: 'unknown', name: 'unknown' };

async function auditEnd(connection: SqlConnection, task: RunningTask<JsonObject>, end: WrittenEnd): Promise<void> {
  const action = actionByType[task.type];
  await recordAudit(connection, {
    ...{ at: end.now, action, actor: task.actor ?? unknownActor, projectId: task.projectId, subjectId: task.id },
    ...{ outcome: outcomeByStatus[end.status], detail: await detailOf(connection, task, end) },
  });
}

async function detailOf(
  connection: SqlConnection,
  task: RunningTask<JsonObject>,
  end: WrittenEnd,
): Promise<JsonObject> {
  const { format, strategy, taskId, force, sourceTaskId, transfer, expectedFingerprint } = task.input;
  const readTaskId = typeof sourceTaskId === 'string' ? [sourceTaskId] : [];
  const [fileName] = await namesOfFiles(connection, [task.id, ...readTaskId]);
  const facts: Record<string, JsonObject[string] | undefined> = {
    ...{ branchId: task.branchId, fromBranchId: branchOf(transfer) },
    ...{ planId: task.planId ?? undefined, format, strategy, undoneTaskId: taskId, force },
    ...{ expectedFingerprint, fileName, error: end.errorMessage && storableText(end.errorMessage) },
    counts: countsOf(end.counts),
  };
  return JSON.parse(JSON.stringify(facts)) as JsonObject;
}

/** For a transfer: the branch that it read. */
function branchOf(transfer: JsonObject[string] | undefined): string | undefined {
  const { order } = (transfer ?? {}) as { order?: { selection: { branchId: string } } };
  return order?.selection.branchId;
}

/** The counts by name, without zeros. */
function countsOf(counts: Partial<TaskCounts>): JsonObject {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== null && count > 0));
}
