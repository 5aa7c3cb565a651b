import { sql, type Sql, type SqlConnection } from '../../database/worker.js';
import type { JsonObject } from '../../shared/json.js';
import type { RunningTask, TaskCounts } from './taskHandler.js';
import { statesBefore, type TaskStatus } from './taskStates.js';

export const noCounts: TaskCounts = {
  processedCount: 0,
  totalCount: null,
  createdCount: 0,
  updatedCount: 0,
  unchangedCount: 0,
  skippedCount: 0,
  deletedCount: 0,
  failedCount: 0,
};

export interface TaskRow extends RunningTask<JsonObject> {
  status: TaskStatus;
  attempt: number;
  /** The server that runs it; null if none does. */
  runnerId: string | null;
  isCancelRequested: boolean;
  /** The span that created it; null if it is not traced. */
  traceparent: string | null;
}

/** Columns that are stored in another form. */
interface StoredParts {
  /** JSON. */
  input: string;
  principalId: string | null;
  principalName: string | null;
}

export async function readTask(connection: SqlConnection, id: string): Promise<TaskRow | undefined> {
  const row = await connection.get<Omit<TaskRow, 'input' | 'actor'> & StoredParts>(
    sql`SELECT id, type, status, attempt, runner_id, is_cancel_requested, project_id, branch_id, plan_id, input,
       principal_id, principal_name, traceparent
     FROM task WHERE id = ${id}`,
  );
  if (!row) return undefined;
  const { input, principalId, principalName, ...task } = row;
  const actor = principalId === null ? null : { id: principalId, name: principalName ?? '' };
  return { ...task, input: JSON.parse(input) as JsonObject, actor };
}

/**
 * A task and the server that claims it. Changes of an open task apply only if no other server has it: a server that was wrongly
 * considered dead cannot overwrite the work of its successor.
 */
export interface TaskClaim {
  taskId: string;
  runnerId: string;
}

/** Claims a queued task for a server; false if it is no longer queued. */
export async function claimTask(
  connection: SqlConnection,
  { taskId, runnerId }: TaskClaim,
  now: string,
): Promise<boolean> {
  const changed = await connection.run(
    sql`UPDATE task SET status = 'RUNNING', attempt = attempt + 1, started_at = ${now}, stage = NULL, runner_id = ${runnerId},
        heartbeat_at = ${await connection.now()}
      WHERE id = ${taskId} AND status IN ${statesBefore('RUNNING')}`,
  );
  return changed === 1;
}

/** Queues a task again, to start from the beginning. */
export function requeueTask(connection: SqlConnection, claim: TaskClaim): Promise<number> {
  return connection.run(
    sql`UPDATE task SET status = 'QUEUED', stage = NULL, started_at = NULL, runner_id = NULL, heartbeat_at = NULL,
        processed_count = 0, total_count = NULL, created_count = 0, updated_count = 0, unchanged_count = 0, skipped_count = 0,
        deleted_count = 0, failed_count = 0
      WHERE ${mayBecome('QUEUED', claim)}`,
  );
}

/** Condition: the task may move to a state, and no other server has it. */
export function mayBecome(status: TaskStatus, { taskId, runnerId }: TaskClaim): Sql {
  return sql`id = ${taskId} AND (runner_id IS NULL OR runner_id = ${runnerId}) AND status IN ${statesBefore(status)}`;
}
