import { isLockHeld } from '../../shared/lockTurns.js';
import { branchLock } from '../projects/worker.js';
import type { WorkerContext } from '../workers/index.js';
import { endTask } from './endTask.js';
import type { AnyTaskHandler } from './taskHandler.js';
import type { TaskClaim, TaskRow } from './taskRows.js';

/** The end of a task that failed or was cancelled; `errorMessage` is null for a cancelled one. */
export interface UnsuccessfulEnd extends TaskClaim {
  status: 'FAILED' | 'CANCELLED';
  errorMessage: string | null;
  /** Files that it may have written, to be removed. */
  fileIds: readonly string[];
}

/**
 * Writes the end of a failed or cancelled task, and removes what it left. False if it had already ended or another server has
 * it. If the disk is full, cleaning up is left to the next start: the failure must be recorded even then.
 */
export async function endUnsuccessfully(
  context: WorkerContext,
  task: TaskRow,
  { unsuccessfulEnd, handler }: { unsuccessfulEnd: UnsuccessfulEnd; handler: AnyTaskHandler | undefined },
): Promise<boolean> {
  const attempt = (isTidy: boolean) =>
    context.connection.transaction(async () => {
      if (task.branchId !== null) await context.connection.lock(branchLock(task.branchId));
      if (!(await writeEnd(context, task, unsuccessfulEnd))) return false;
      await handler?.onUnsuccessfulEnd?.(context, task, unsuccessfulEnd.status);
      if (isTidy) await handler?.tidyUp?.(context, task);
      return true;
    });
  const isEnded = await attempt(true).catch((error: unknown) => {
    // The caller retries.
    if (isLockHeld(error)) throw error;
    return attempt(false);
  });
  if (isEnded) await removeFiles(context, unsuccessfulEnd.fileIds);
  return isEnded;
}

function writeEnd(context: WorkerContext, task: TaskRow, unsuccessfulEnd: UnsuccessfulEnd): Promise<boolean> {
  const { runnerId, status, errorMessage } = unsuccessfulEnd;
  const end = { runnerId, status, counts: {}, now: context.clock.now() };
  return endTask(context.connection, task, errorMessage === null ? end : { ...end, errorMessage });
}

/** Removes files after making sure that no row refers to them. */
export async function removeFiles({ fileStore }: WorkerContext, fileIds: readonly string[]): Promise<void> {
  await fileStore.remove(fileIds);
}
