import { sql, type SqlConnection } from '../../database/worker.js';
import type { WorkerCall, WorkerContext } from '../workers/index.js';
import { endUnsuccessfully, type UnsuccessfulEnd } from './endUnsuccessfully.js';
import type { TaskType } from './task.entity.js';
import type { AnyTaskHandler } from './taskHandler.js';
import { readTask, requeueTask, type TaskClaim } from './taskRows.js';

/** A task that was running at this many crashes of a server is not started again. */
const maxAttempts = 3;

/** Servers that share a database report regularly that they are alive; after this time of silence, a server is considered dead. */
export const silentAfterMs = 30_000;

/** The same for a server that does not show its presence either: three heartbeats. */
const goneAfterMs = 6000;

interface StrandedTask {
  id: string;
  attempt: number;
  runnerId: string | null;
  isCancelRequested: boolean;
}

/** A task that the recovery ended. */
interface EndedTask {
  type: TaskType;
  status: UnsuccessfulEnd['status'];
}

interface Recovered {
  /** The ids of all queued tasks, oldest first. */
  queuedIds: string[];
  ended: EndedTask[];
}

/**
 * Running tasks whose server is gone: those without a recent heartbeat, all the sooner of servers that are not present; one that the
 * caller knows to be; all, or none.
 */
export type Stranded = 'ALL' | 'NONE' | TaskClaim | { absentRunnerIds: readonly string[] };

/**
 * Recovers tasks that a dead server left `RUNNING`: queues them again, or ends them if they were tried too often or being
 * cancelled. Also cleans up after failed tasks that had no disk space for it. Runs at the start; if servers share a database, also regularly.
 */
export function recoverTasksCall(handlers: readonly AnyTaskHandler[]): WorkerCall<Stranded, Recovered> {
  const end = async (context: WorkerContext, how: UnsuccessfulEnd): Promise<EndedTask[]> => {
    const type = await endUnsuccessfullyCall(handlers).run(context, how, idle);
    return type === undefined ? [] : [{ type, status: how.status }];
  };
  return {
    name: 'tasks.recover',
    run: async (context, stranded) => {
      const { connection } = context;
      const ended: EndedTask[] = [];
      for (const { id, attempt, runnerId, isCancelRequested } of await strandedTasks(connection, stranded)) {
        const claim = { taskId: id, runnerId: runnerId ?? '', fileIds: [] };
        if (isCancelRequested)
          ended.push(...(await end(context, { ...claim, status: 'CANCELLED', errorMessage: null })));
        else if (attempt < maxAttempts)
          await connection.transaction(() => requeueTask(connection, { taskId: id, runnerId: claim.runnerId }));
        else ended.push(...(await end(context, { ...claim, status: 'FAILED', errorMessage: givenUp })));
      }
      for (const handler of handlers) await handler.sweep?.(context);
      const queued = await connection.all<{ id: string }>(sql`SELECT id FROM task WHERE status = 'QUEUED' ORDER BY id`);
      return { queuedIds: queued.map(({ id }) => id), ended };
    },
  };
}

async function strandedTasks(connection: SqlConnection, stranded: Stranded): Promise<StrandedTask[]> {
  const running = sql`SELECT id, attempt, runner_id, is_cancel_requested FROM task WHERE status = 'RUNNING'`;
  if (stranded === 'NONE') return [];
  if (stranded === 'ALL') return connection.all(running);
  if ('taskId' in stranded)
    return connection.all(sql`${running} AND id = ${stranded.taskId} AND runner_id = ${stranded.runnerId}`);
  const now = Date.parse(await connection.now());
  const before = (ms: number) => new Date(now - ms).toISOString();
  const absent = [...stranded.absentRunnerIds, ''];
  return connection.all(sql`${running} AND (heartbeat_at IS NULL OR heartbeat_at < ${before(silentAfterMs)}
    OR (heartbeat_at < ${before(goneAfterMs)} AND runner_id IN ${absent}))`);
}

const givenUp = `The server stopped in the middle of this task ${maxAttempts} times. Nothing of it was kept; start it again when the cause is found.`;

const idle = { report: () => undefined, checkpoint: () => Promise.resolve() };

/** Ends a task without a worker: a queued one, or one whose worker died. Returns its type; undefined if it had already ended. */
export function endUnsuccessfullyCall(
  handlers: readonly AnyTaskHandler[],
): WorkerCall<UnsuccessfulEnd, TaskType | undefined> {
  const handlerByType = new Map(handlers.map((handler) => [handler.type, handler]));
  return {
    name: 'tasks.endUnsuccessfully',
    run: async (context, unsuccessfulEnd) => {
      const task = await readTask(context.connection, unsuccessfulEnd.taskId);
      if (!task) return undefined;
      const handler = handlerByType.get(task.type);
      return (await endUnsuccessfully(context, task, { unsuccessfulEnd, handler })) ? task.type : undefined;
    },
  };
}
