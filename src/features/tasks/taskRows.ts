import type { SqlConnection } from '../../database/index.js';
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
  /** The server that runs it; null when none does. */
  runnerId: string | null;
}

/** What a row has in another form. */
interface StoredParts {
  /** JSON. */
  input: string;
  principalId: string | null;
  principalName: string | null;
}

export async function readTask(connection: SqlConnection, id: string): Promise<TaskRow | undefined> {
  const row = await connection.get<Omit<TaskRow, 'input' | 'actor'> & StoredParts>(
    `SELECT id, type, status, attempt, runner_id AS "runnerId", project_id AS "projectId", branch_id AS "branchId", plan_id AS "planId", input,
       principal_id AS "principalId", principal_name AS "principalName"
     FROM task WHERE id = :id`,
    { id },
  );
  if (!row) return undefined;
  const { input, principalId, principalName, ...task } = row;
  const actor = principalId === null ? null : { id: principalId, name: principalName ?? '' };
  return { ...task, input: JSON.parse(input) as JsonObject, actor };
}

/**
 * A task and the server that takes it to be its own. What changes an open task holds only when nobody has it, or this server: one
 * that was taken to be dead, and is not, can't write over what another has begun.
 */
export interface TaskClaim {
  taskId: string;
  runnerId: string;
}

/** Claims a queued task for a server; false when another has it, or it is no longer queued. */
export async function claimTask(
  connection: SqlConnection,
  { taskId, runnerId }: TaskClaim,
  now: string,
): Promise<boolean> {
  const changed = await connection.run(
    `UPDATE task SET status = 'RUNNING', attempt = attempt + 1, started_at = :now, stage = NULL, runner_id = :runnerId,
       heartbeat_at = :heartbeatAt
     WHERE id = :taskId AND status IN ${connection.textList(':before')}`,
    { taskId, runnerId, now, heartbeatAt: await connection.now(), before: before('RUNNING') },
  );
  return changed === 1;
}

/** Gives a task back, to be started again from the beginning. */
export function requeueTask(connection: SqlConnection, claim: TaskClaim): Promise<number> {
  return connection.run(
    `UPDATE task SET status = 'QUEUED', stage = NULL, started_at = NULL, runner_id = NULL, heartbeat_at = NULL,
       processed_count = 0, total_count = NULL, created_count = 0, updated_count = 0, unchanged_count = 0, skipped_count = 0,
       deleted_count = 0, failed_count = 0
     WHERE id = :taskId AND ${isOwn} AND status IN ${connection.textList(':before')}`,
    { ...claim, before: before('QUEUED') },
  );
}

/** Holds for a task that nobody has, or this server. */
export const isOwn = '(runner_id IS NULL OR runner_id = :runnerId)';

/** The states from which a task may come to this one, as a statement's parameter. */
export function before(status: TaskStatus): string {
  return JSON.stringify(statesBefore(status));
}
