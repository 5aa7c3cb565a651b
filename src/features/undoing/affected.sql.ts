/**
 * Finds what a task changed. Each state of a resource has the task that made it and the task that replaced it, so imports need no log to
 * be undone, and an undo can be undone like an import.
 */
import { sql, type Sql } from '../../database/worker.js';

/** Ids of existing resources that the task created; an undo deletes them. */
export const createdIds = (taskId: string): Sql => sql`SELECT r.id FROM resource r
  WHERE (r.task_id = ${taskId} OR r.id IN (SELECT s.resource_id FROM resource_revision s WHERE s.task_id = ${taskId}))
    AND NOT EXISTS (SELECT 1 FROM resource_revision b WHERE b.resource_id = r.id AND b.replaced_by_task_id = ${taskId})`;

/**
 * States that the task replaced and an undo restores: of resources that still exist, and of resources that the task deleted. A resource
 * that was deleted later by another change stays deleted. Columns of `resource_revision b`.
 */
export const isReturning = (taskId: string): Sql => sql`b.replaced_by_task_id = ${taskId} AND (
  EXISTS (SELECT 1 FROM resource p WHERE p.id = b.resource_id) OR NOT EXISTS (
    SELECT 1 FROM resource_revision l WHERE l.resource_id = b.resource_id AND l.revision > b.revision))`;

/** Resources that the task created or changed and that were changed later. */
export const changedSince = (taskId: string): Sql => sql`SELECT r.id, r.kind, r.name FROM resource r
  JOIN undo_outcome o ON o.resource_id = r.id WHERE r.task_id IS DISTINCT FROM ${taskId}`;

/** Last states of resources that the task created or changed and that were deleted later. */
export const deletedSince = (
  taskId: string,
): Sql => sql`SELECT DISTINCT s.resource_id AS id, s.kind, s.name FROM resource_revision s
  WHERE s.task_id = ${taskId} AND s.replaced_by_task_id IS DISTINCT FROM ${taskId}
    AND NOT EXISTS (SELECT 1 FROM resource p WHERE p.id = s.resource_id)`;
