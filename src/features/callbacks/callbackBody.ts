import type { Task } from '../tasks/index.js';

/** The body of a callback: JSON, with its members in this order. */
export function callbackBody(task: Task, { key, attempt }: { key: string | null; attempt: number }): string {
  return JSON.stringify({
    taskId: task.id,
    type: task.type,
    status: task.status,
    key,
    processedCount: task.processedCount,
    totalCount: task.totalCount,
    createdCount: task.createdCount,
    updatedCount: task.updatedCount,
    unchangedCount: task.unchangedCount,
    skippedCount: task.skippedCount,
    deletedCount: task.deletedCount,
    failedCount: task.failedCount,
    errorMessage: task.errorMessage,
    endedAt: task.endedAt,
    attempt,
  });
}
