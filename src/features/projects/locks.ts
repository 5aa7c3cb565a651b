/**
 * Names of locks (see `SqlConnection.lock`). Whoever changes what hangs on a branch, its resources and its import plans, takes the
 * branch's lock before reading what the change rests on; so that on no database two of them overlap. A project's lock comes before
 * a branch's, and both before any row is written: nobody waits for somebody who waits for him.
 */

/** For changes of a branch's resources and plans. */
export function branchLock(branchId: string): string {
  return `branch ${branchId}`;
}

/** For a new project, by its key, and for new branches of a project, by its id. */
export function projectLock(keyOrId: string): string {
  return `project ${keyOrId}`;
}
