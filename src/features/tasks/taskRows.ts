import type { SqlConnection } from '../../database/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { RunningTask, TaskCounts, TaskEnd } from './taskHandler.js';
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

export interface TaskRow extends RunningTask {
  status: TaskStatus;
  attempt: number;
}

export async function readTask(connection: SqlConnection, id: string): Promise<TaskRow | undefined> {
  const row = await connection.get<Omit<TaskRow, 'input'> & { input: string }>(
    `SELECT id, type, status, attempt, project_id AS "projectId", branch_id AS "branchId", plan_id AS "planId", input
     FROM task WHERE id = :id`,
    { id },
  );
  return row && { ...row, input: JSON.parse(row.input) as JsonObject };
}

/** Claims a queued task for this worker; false when somebody else has it, or it is no longer queued. */
export async function claimTask(connection: SqlConnection, id: string, now: string): Promise<boolean> {
  const changed = await connection.run(
    `UPDATE task SET status = 'RUNNING', attempt = attempt + 1, started_at = :now, stage = NULL
     WHERE id = :id AND status IN ${connection.textList(':before')}`,
    { id, now, before: before('RUNNING') },
  );
  return changed === 1;
}

/** Gives a task back, to be started again from the beginning. */
export function requeueTask(connection: SqlConnection, id: string): Promise<number> {
  return connection.run(
    `UPDATE task SET status = 'QUEUED', stage = NULL, started_at = NULL, processed_count = 0, total_count = NULL,
       created_count = 0, updated_count = 0, unchanged_count = 0, skipped_count = 0, deleted_count = 0,
       failed_count = 0
     WHERE id = :id AND status IN ${connection.textList(':before')}`,
    { id, before: before('QUEUED') },
  );
}

/** Writes the end of a task that is still open. */
export async function endTask(connection: SqlConnection, id: string, end: TaskEnd & { now: string }): Promise<boolean> {
  const changed = await connection.run(
    `UPDATE task SET status = :status, stage = NULL, ended_at = :now, error_message = :errorMessage,
       processed_count = :processedCount, total_count = :totalCount, created_count = :createdCount,
       updated_count = :updatedCount, unchanged_count = :unchangedCount, skipped_count = :skippedCount, deleted_count = :deletedCount,
       failed_count = :failedCount
     WHERE id = :id AND status IN ${connection.textList(':before')}`,
    {
      ...noCounts,
      ...end.counts,
      id,
      status: end.status,
      now: end.now,
      errorMessage: end.errorMessage ?? null,
      before: before(end.status),
    },
  );
  return changed === 1;
}

/** The states from which a task may come to this one, as a statement's parameter. */
function before(status: TaskStatus): string {
  return JSON.stringify(statesBefore(status));
}
