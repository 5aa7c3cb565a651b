/**
 * What a task changed, found in what it left: every state has the task that made it, every state that was replaced has the task that
 * replaced it. So an import needs to write nothing down to be undone, and an undo can be undone like an import.
 */

/** Ids of resources that the task made and that still exist: they are to go. */
export const createdIds = `SELECT r.id FROM resource r
  WHERE (r.task_id = :taskId OR r.id IN (SELECT s.resource_id FROM resource_revision s WHERE s.task_id = :taskId))
    AND NOT EXISTS (SELECT 1 FROM resource_revision b WHERE b.resource_id = r.id AND b.replaced_by_task_id = :taskId)`;

/**
 * States that the task replaced, and that are to be again: of resources that still exist, and of those that the task deleted. What was
 * deleted later by somebody else stays deleted. Columns of `resource_revision b`.
 */
export const isReturning = `b.replaced_by_task_id = :taskId AND (
  EXISTS (SELECT 1 FROM resource p WHERE p.id = b.resource_id) OR NOT EXISTS (
    SELECT 1 FROM resource_revision l WHERE l.resource_id = b.resource_id AND l.revision > b.revision))`;

/** Resources, of those that the task made or changed, that somebody else has changed since. */
export const changedSince = `SELECT r.id, r.kind, r.name FROM resource r
  JOIN undo_outcome o ON o.resource_id = r.id WHERE r.task_id IS DISTINCT FROM :taskId`;

/** Resources, of those that the task made or changed, that somebody else has deleted since: their last state. */
export const deletedSince = `SELECT DISTINCT s.resource_id AS id, s.kind, s.name FROM resource_revision s
  WHERE s.task_id = :taskId AND s.replaced_by_task_id IS DISTINCT FROM :taskId
    AND NOT EXISTS (SELECT 1 FROM resource p WHERE p.id = s.resource_id)`;
