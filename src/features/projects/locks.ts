/**
 * Names of locks (see `SqlConnection.lock`). A change of a branch, its resources or its import plans takes the lock of the
 * branch before it reads what it depends on, so that two such changes never overlap. The lock of a project comes before that of
 * a branch, and both before any write: there are no deadlocks.
 */

/** The lock for changes of the resources and plans of a branch. */
export function branchLock(branchId: string): string {
  return `branch ${branchId}`;
}

/** The lock for a new project, by its key, and for new branches of a project, by its id. */
export function projectLock(keyOrId: string): string {
  return `project ${keyOrId}`;
}
