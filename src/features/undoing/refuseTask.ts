import type { Problem } from '../../shared/problem.js';
import type { WorkerContext } from '../workers/index.js';
import { notUndoable, takenBack, unknownTask } from './undo.problems.js';

interface AskedTask {
  type: string;
  status: string;
  planId: string | null;
}

/**
 * Why a task can't be taken back at all. `undoId` is the task that is about to do it. Of the tasks of a plan only the last one can:
 * what it replaced is what was before it. Each but the last has an undo that was carried out.
 */
export async function refuseTask(
  { connection }: Pick<WorkerContext, 'connection'>,
  { taskId, undoId }: { taskId: string; undoId: string | null },
): Promise<Problem | undefined> {
  const task = await connection.get<AskedTask>(
    'SELECT type, status, plan_id AS "planId" FROM task WHERE id = :taskId',
    {
      taskId,
    },
  );
  if (!task) return unknownTask();
  if (task.type !== 'EXECUTE_IMPORT' && task.type !== 'UNDO_IMPORT') {
    return notUndoable('Only an import that was carried out, or its undo, can be taken back.');
  }
  if (task.status === 'QUEUED' || task.status === 'RUNNING') {
    return notUndoable(`The task is ${task.status}.`, `Wait until it has ended, or cancel it.`);
  }
  if (task.status !== 'COMPLETED' && task.status !== 'COMPLETED_WITH_ERRORS') {
    return notUndoable(`The task is ${task.status}; it has changed nothing that could be taken back.`);
  }
  const undo = await connection.get<{ id: string; isOpen: number | boolean }>(
    `SELECT u.id, u.status IN ('QUEUED', 'RUNNING') AS "isOpen" FROM task u
     WHERE u.undoes_task_id = :taskId AND u.id <> :undoId AND u.status NOT IN ('FAILED', 'CANCELLED')`,
    { taskId, undoId: undoId ?? '' },
  );
  if (!undo) return undefined;
  return undo.isOpen ? takenBack(undo.id, true) : takenBack(await lastUndo({ connection }, undo.id), false);
}

/** The last of a row of undos, each of which has taken the one before back. */
async function lastUndo({ connection }: Pick<WorkerContext, 'connection'>, undoId: string): Promise<string> {
  for (let id = undoId; ;) {
    const next = await connection.get<{ id: string }>(
      `SELECT id FROM task WHERE undoes_task_id = :id AND status IN ('COMPLETED', 'COMPLETED_WITH_ERRORS')`,
      { id },
    );
    if (!next) return id;
    id = next.id;
  }
}
