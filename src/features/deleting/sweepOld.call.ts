/** Deletes expired items: ended tasks with their files, and import plans without recent changes. */
import { sql, type SqlConnection } from '../../database/worker.js';
import type { Actor } from '../../shared/actor.js';
import { recordAudit } from '../audit/worker.js';
import { branchLock } from '../projects/worker.js';
import { removeFiles, type TaskType } from '../tasks/worker.js';
import type { WorkerCall } from '../workers/index.js';
import { deleteTaskRows } from './deleteTask.call.js';

/** One call of a sweep: deletes what is older than a time, at most `limit` tasks. */
export interface SweepPortion {
  /** ISO 8601; null keeps all tasks or plans. */
  tasksBefore: string | null;
  plansBefore: string | null;
  limit: number;
}

interface OldTask {
  id: string;
  type: TaskType;
  planId: string | null;
  projectId: string | null;
  branchId: string | null;
}

const server: Actor = { id: 'server', name: 'server' };

/**
 * Each task has its own transaction, so that other writers can run between them. Returns the number of expired tasks; a number below the
 * limit means that all were deleted.
 */
export const sweepOldCall: WorkerCall<SweepPortion, number> = {
  name: 'deleting.sweepOld',
  run: async (context, portion) => {
    const { connection, clock } = context;
    const old = await oldTasks(connection, portion);
    for (const { id, branchId } of old) {
      let fileIds: string[] = [];
      await connection.transaction(async () => {
        if (branchId !== null) await connection.lock(branchLock(branchId));
        // The task may have been used again, or deleted, meanwhile.
        const [task] = await oldTasks(connection, { ...portion, limit: 1 }, id);
        if (!task) return;
        const { tasksBefore, plansBefore } = portion;
        await recordAudit(connection, {
          ...{ at: clock.now(), action: 'TASK_DELETE', actor: server, projectId: task.projectId, subjectId: id },
          ...{ outcome: 'SUCCEEDED', detail: { type: task.type, tasksBefore, plansBefore } },
        });
        fileIds = await deleteTaskRows(connection, task);
      });
      await removeFiles(context, fileIds);
    }
    return old.length;
  },
};

/** Tasks that ended before a time, and tasks that read the files of plans without changes since another time. Oldest first. */
function oldTasks(
  connection: SqlConnection,
  { tasksBefore, plansBefore, limit }: SweepPortion,
  id: string | null = null,
): Promise<OldTask[]> {
  // A plan is deleted with the task that read its file; earlier if plans have a shorter retention time.
  const latest = [tasksBefore ?? '', plansBefore ?? ''].sort().at(-1) ?? '';
  return connection.all(
    sql`SELECT t.id, t.type, t.plan_id, t.project_id, t.branch_id
     FROM task t LEFT JOIN import_plan p ON p.id = t.plan_id AND t.type = 'STAGE_IMPORT'
     WHERE coalesce(t.ended_at, '9999') < ${latest} ${id === null ? sql.empty : sql`AND t.id = ${id}`}
       AND t.ended_at < CASE
         WHEN p.id IS NULL OR p.status = 'EXECUTED' THEN ${tasksBefore ?? ''}
         WHEN p.status IN ('READY', 'FAILED', 'DISCARDED') AND p.updated_at < ${latest} THEN ${latest}
         ELSE '' END
       AND NOT EXISTS (SELECT 1 FROM task u WHERE u.undoes_task_id = t.id AND u.status IN ('QUEUED', 'RUNNING'))
     ORDER BY coalesce(t.ended_at, '9999'), t.id LIMIT ${limit}`,
  );
}
