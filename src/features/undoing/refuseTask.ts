import { sql } from '../../database/worker.js';
import type { Problem } from '../../shared/problem.js';
import type { WorkerContext } from '../workers/index.js';
import { notUndoable, takenBack, unknownTask } from './undo.problems.js';

interface AskedTask {
  type: string;
  status: string;
  planId: string | null;
  isLeftUndone: boolean;
}

/**
 * Returns why a task cannot be undone, whatever the branch is like: it is no import, has not ended, or was undone already. `undoId`: the task
 * that executes the undo.
 */
export async function refuseTask(
  { connection }: Pick<WorkerContext, 'connection'>,
  { taskId, undoId }: { taskId: string; undoId: string | null },
): Promise<Problem | undefined> {
  const task = await connection.get<AskedTask>(
    sql`SELECT type, status, plan_id, is_left_undone FROM task WHERE id = ${taskId}`,
  );
  if (!task) return unknownTask();
  if (task.type !== 'EXECUTE_IMPORT' && task.type !== 'UNDO_IMPORT') {
    return notUndoable('Only an executed import, or the undo of one, can be undone.');
  }
  if (task.status === 'QUEUED' || task.status === 'RUNNING') {
    return notUndoable(`The task is ${task.status}.`, `Wait until it has ended, or cancel it.`);
  }
  if (task.status !== 'COMPLETED' && task.status !== 'COMPLETED_WITH_ERRORS') {
    return notUndoable(`The task is ${task.status} and changed nothing, so there is nothing to undo.`);
  }
  if (task.isLeftUndone) {
    return notUndoable(
      'The task was already undone, and the task that undid it was deleted.',
      'Import the file again.',
    );
  }
  const undo = await connection.get<{ id: string; isOpen: boolean }>(
    sql`SELECT u.id, u.status IN ('QUEUED', 'RUNNING') AS is_open FROM task u
     WHERE u.undoes_task_id = ${taskId} AND u.id <> ${undoId ?? ''} AND u.status NOT IN ('FAILED', 'CANCELLED')`,
  );
  if (!undo) return undefined;
  return undo.isOpen ? takenBack(undo.id, true) : takenBack(await lastUndo({ connection }, undo.id), false);
}

/** The last undo in a chain in which each one undid the one before. */
async function lastUndo({ connection }: Pick<WorkerContext, 'connection'>, undoId: string): Promise<string> {
  for (let id = undoId; ;) {
    const next = await connection.get<{ id: string }>(
      sql`SELECT id FROM task WHERE undoes_task_id = ${id} AND status IN ('COMPLETED', 'COMPLETED_WITH_ERRORS')`,
    );
    if (!next) return id;
    id = next.id;
  }
}
