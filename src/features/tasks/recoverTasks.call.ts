import type { SqlConnection } from '../../database/index.js';
import type { WorkerCall, WorkerContext } from '../workers/index.js';
import { endNotDone, type NotDone } from './endNotDone.js';
import type { AnyTaskHandler } from './taskHandler.js';
import { readTask, requeueTask } from './taskRows.js';

/** A task that took the server down this often is not started again. */
const maxAttempts = 3;

/** A server that shares its database tells this often that its tasks are alive; when it was silent for so long, it is dead. */
export const silentAfterMs = 30_000;

interface StrandedTask {
  id: string;
  attempt: number;
  runnerId: string | null;
  isCancelRequested: number | boolean;
}

/**
 * What a server that died left `RUNNING` is queued again, or ended truthfully when it was tried often enough or was to be
 * cancelled; what failed tasks had no room to clear away is cleared away. Gives the ids of all queued tasks, oldest first. Run at the start; where servers share a database, now and then.
 */
export function recoverTasksCall(handlers: readonly AnyTaskHandler[]): WorkerCall<{ isAlone: boolean }, string[]> {
  const notDone = (context: WorkerContext, end: NotDone) => notDoneCall(handlers).run(context, end, idle);
  return {
    name: 'tasks.recover',
    run: async (context, { isAlone }) => {
      const { connection } = context;
      for (const { id, attempt, runnerId, isCancelRequested } of await strandedTasks(connection, isAlone)) {
        const claim = { taskId: id, runnerId: runnerId ?? '', fileIds: [] };
        if (isCancelRequested) await notDone(context, { ...claim, status: 'CANCELLED', errorMessage: null });
        else if (attempt < maxAttempts)
          await connection.transaction(() => requeueTask(connection, { taskId: id, runnerId: claim.runnerId }));
        else await notDone(context, { ...claim, status: 'FAILED', errorMessage: givenUp });
      }
      for (const handler of handlers) await handler.sweep?.(context);
      const queued = await connection.all<{ id: string }>(`SELECT id FROM task WHERE status = 'QUEUED' ORDER BY id`);
      return queued.map(({ id }) => id);
    },
  };
}

/** Where no other server is, a task that runs when the server starts has nobody who is at it. */
async function strandedTasks(connection: SqlConnection, isAlone: boolean): Promise<StrandedTask[]> {
  const running = `SELECT id, attempt, runner_id AS "runnerId", is_cancel_requested AS "isCancelRequested"
    FROM task WHERE status = 'RUNNING'`;
  if (isAlone) return connection.all(running);
  const silentSince = new Date(Date.parse(await connection.now()) - silentAfterMs).toISOString();
  return connection.all(`${running} AND (heartbeat_at IS NULL OR heartbeat_at < :silentSince)`, { silentSince });
}

const givenUp = `The server stopped in the middle of this task ${maxAttempts} times. Nothing of it was kept; start it again when the cause is found.`;

const idle = { report: () => undefined, checkpoint: () => Promise.resolve() };

/** Ends a task that no worker is at: one that still waits, or whose worker died. False when it had ended already. */
export function notDoneCall(handlers: readonly AnyTaskHandler[]): WorkerCall<NotDone, boolean> {
  const handlerByType = new Map(handlers.map((handler) => [handler.type, handler]));
  return {
    name: 'tasks.notDone',
    run: async (context, notDone) => {
      const task = await readTask(context.connection, notDone.taskId);
      return task ? endNotDone(context, task, { notDone, handler: handlerByType.get(task.type) }) : false;
    },
  };
}
