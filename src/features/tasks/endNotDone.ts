import { rm } from 'node:fs/promises';
import { isLockHeld } from '../../shared/lockTurns.js';
import { storedFilePath } from '../files/worker.js';
import { branchLock } from '../projects/worker.js';
import type { WorkerContext } from '../workers/index.js';
import { endTask } from './endTask.js';
import type { AnyTaskHandler } from './taskHandler.js';
import type { TaskClaim, TaskRow } from './taskRows.js';

/** That a task was not carried out, and why; `errorMessage` is null for one that was cancelled. */
export interface NotDone extends TaskClaim {
  status: 'FAILED' | 'CANCELLED';
  errorMessage: string | null;
  /** Files that it may have written, and that nobody is to know of. */
  fileIds: readonly string[];
}

/**
 * Writes the end of a task of which nothing was kept, and removes what it left. False when it had ended already, or another server
 * has it. What there is no room for is left to the next start: that the task failed must be told even then.
 */
export async function endNotDone(
  context: WorkerContext,
  task: TaskRow,
  { notDone, handler }: { notDone: NotDone; handler: AnyTaskHandler | undefined },
): Promise<boolean> {
  const attempt = (isTidy: boolean) =>
    context.connection.transaction(async () => {
      if (task.branchId !== null) await context.connection.lock(branchLock(task.branchId));
      if (!(await writeEnd(context, task, notDone))) return false;
      await handler?.whenNotDone?.(context, task, notDone.status);
      if (isTidy) await handler?.tidyUp?.(context, task);
      return true;
    });
  const isEnded = await attempt(true).catch((error: unknown) => {
    // The caller tries it all again.
    if (isLockHeld(error)) throw error;
    return attempt(false);
  });
  if (isEnded) await removeFiles(context, notDone.fileIds);
  return isEnded;
}

function writeEnd(context: WorkerContext, task: TaskRow, notDone: NotDone): Promise<boolean> {
  const { runnerId, status, errorMessage } = notDone;
  const end = { runnerId, status, counts: {}, now: context.clock.now() };
  return endTask(context.connection, task, errorMessage === null ? end : { ...end, errorMessage });
}

/** Not before it is sure that no row names them. */
export async function removeFiles({ filesDir }: WorkerContext, fileIds: readonly string[]): Promise<void> {
  for (const id of fileIds) await rm(storedFilePath(filesDir, id), { force: true });
}
