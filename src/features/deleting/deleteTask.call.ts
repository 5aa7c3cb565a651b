import { sql, type SqlConnection } from '../../database/worker.js';
import type { Problem } from '../../shared/problem.js';
import { recordAudit } from '../audit/worker.js';
import { deletePlans } from '../importing/worker.js';
import { branchLock } from '../projects/worker.js';
import { beginUnusedContents, sweepContents } from '../resources/worker.js';
import { readTask, removeFiles, unendedTasks } from '../tasks/worker.js';
import { deleteTasksOf } from './deleteTasksOf.js';
import type { WorkerCall } from '../workers/index.js';
import type { Deletion } from './deleteBranch.call.js';
import { beingUndone, neededByUndo, notEnded, notThere, planInUse } from './deletion.problems.js';

type TaskRow = NonNullable<Awaited<ReturnType<typeof readTask>>>;

/**
 * Deletes an ended task with its files. Deleting a task that read a file also deletes its import plan and the other tasks that read that
 * file. Imported resources stay, but the import cannot be undone after its task was deleted. What an undo has undone stays undone.
 */
export const deleteTaskCall: WorkerCall<Deletion, Problem[]> = {
  name: 'deleting.task',
  run: async (context, { id, actor }) => {
    const { connection, clock } = context;
    let fileIds: string[] = [];
    const problems = await connection.transaction(async () => {
      const branchId = (await readTask(connection, id))?.branchId;
      if (branchId) await connection.lock(branchLock(branchId));
      const task = await readTask(connection, id);
      if (!task) return [notThere('task')];
      const problem = await obstacleOf(connection, task);
      if (problem) return [problem];
      await recordAudit(connection, {
        ...{ at: clock.now(), action: 'TASK_DELETE', actor, projectId: task.projectId, subjectId: id },
        ...{ outcome: 'SUCCEEDED', detail: { type: task.type, status: task.status } },
      });
      fileIds = await deleteTaskRows(connection, task);
      return [];
    });
    await removeFiles(context, fileIds);
    return problems;
  },
};

async function obstacleOf(connection: SqlConnection, { id, type, planId }: TaskRow): Promise<Problem | undefined> {
  const [unended] = await unendedTasks(connection, sql`id = ${id}`);
  if (unended) return notEnded(unended);
  const [undo] = await unendedTasks(connection, sql`undoes_task_id = ${id}`);
  if (undo) return beingUndone(undo.id);
  const later = await connection.get<{ id: string }>(
    sql`SELECT v.id FROM task u JOIN task t ON t.id = u.undoes_task_id JOIN task v ON v.undoes_task_id = u.id
     WHERE u.id = ${id} AND v.status NOT IN ('FAILED', 'CANCELLED')`,
  );
  if (later) return neededByUndo(later.id);
  if (type !== 'STAGE_IMPORT' || planId === null) return undefined;
  const plan = await connection.get<{ id: string }>(
    sql`SELECT id FROM import_plan WHERE id = ${planId} AND status IN ('STAGING', 'READY', 'EXECUTING')`,
  );
  return plan && planInUse(planId);
}

/** Runs inside the caller's transaction, which must hold the lock of the branch. Returns the ids of the files. */
export async function deleteTaskRows(
  connection: SqlConnection,
  { id, type, planId }: Pick<TaskRow, 'id' | 'type' | 'planId'>,
): Promise<string[]> {
  if (type !== 'STAGE_IMPORT' || planId === null) {
    await connection.run(sql`UPDATE import_plan SET execute_task_id = NULL WHERE execute_task_id = ${id}`);
    if (type === 'UNDO_IMPORT') await leaveUndone(connection, id);
    return deleteTasksOf(connection, sql`id = ${id}`);
  }
  await beginUnusedContents(connection);
  await deletePlans(connection, sql`id = ${planId}`);
  await sweepContents(connection);
  return deleteTasksOf(connection, sql`plan_id = ${planId} AND type = 'STAGE_IMPORT'`);
}

/**
 * Notes on what a task has undone that it is undone. If that was an undo, it no longer counts for the task before it, which is as if it was
 * never undone.
 */
async function leaveUndone(connection: SqlConnection, undoId: string): Promise<void> {
  await connection.run(
    sql`UPDATE task SET is_left_undone = TRUE, undoes_task_id = NULL
     WHERE id = (SELECT undoes_task_id FROM task WHERE id = ${undoId} AND status NOT IN ('FAILED', 'CANCELLED'))`,
  );
}
