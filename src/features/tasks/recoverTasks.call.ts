import type { WorkerCall } from '../workers/index.js';
import type { TaskHandler } from './taskHandler.js';
import { endTask, readTask, requeueTask } from './taskRows.js';

/** A task that took the server down this often is not started again. */
const maxAttempts = 3;

/**
 * Run once at the start: what a server that died left `RUNNING` is queued again, or ended truthfully when it was tried often
 * enough. Gives the ids of all queued tasks, oldest first.
 */
export function recoverTasksCall(handlers: readonly TaskHandler[]): WorkerCall<null, string[]> {
  return {
    name: 'tasks.recover',
    run: async (context) => {
      const { connection } = context;
      const stranded = await connection.all<{ id: string; attempt: number }>(
        `SELECT id, attempt FROM task WHERE status = 'RUNNING'`,
      );
      for (const { id, attempt } of stranded) {
        if (attempt < maxAttempts) await connection.transaction(() => requeueTask(connection, id));
        else await notDoneCall(handlers).run(context, { taskId: id, status: 'FAILED', errorMessage: givenUp }, idle);
      }
      const queued = await connection.all<{ id: string }>(`SELECT id FROM task WHERE status = 'QUEUED' ORDER BY id`);
      return queued.map(({ id }) => id);
    },
  };
}

const givenUp = `The server stopped in the middle of this task ${maxAttempts} times. Nothing of it was kept; start it again when the cause is found.`;

const idle = { report: () => undefined, checkpoint: () => Promise.resolve() };

interface NotDone {
  taskId: string;
  status: 'FAILED' | 'CANCELLED';
  errorMessage: string | null;
}

/** Ends a task that no worker is at: one that still waits, or whose worker died. False when it had ended already. */
export function notDoneCall(handlers: readonly TaskHandler[]): WorkerCall<NotDone, boolean> {
  const handlerByType = new Map(handlers.map((handler) => [handler.type, handler]));
  return {
    name: 'tasks.notDone',
    run: (context, { taskId, status, errorMessage }) =>
      context.connection.transaction(async () => {
        const task = await readTask(context.connection, taskId);
        if (!task) return false;
        const end = {
          status,
          counts: {},
          now: context.clock.now(),
          ...(errorMessage === null ? {} : { errorMessage }),
        };
        const isEnded = await endTask(context.connection, taskId, end);
        if (isEnded) await handlerByType.get(task.type)?.whenNotDone?.(context, task, status);
        return isEnded;
      }),
  };
}
