/** The part of this feature that runs in worker threads. It must not load the ORM or the schema library. */
import { endUnsuccessfullyCall, recoverTasksCall } from './recoverTasks.call.js';
import { runTaskCall } from './runTask.call.js';
import type { AnyTaskHandler } from './taskHandler.js';

export { deleteTasks, unendedTasks, type UnendedTask } from './deleteTasks.js';
export { removeFiles } from './endUnsuccessfully.js';
export type { TaskType } from './task.entity.js';
export { readTask } from './taskRows.js';
export type { AnyTaskHandler, TaskContext, TaskCounts, TaskEnd, TaskHandler } from './taskHandler.js';

/** Calls that run tasks and end those that were interrupted. `handlers`: of all features. */
export function callsOfTasks(handlers: readonly AnyTaskHandler[]) {
  return [endUnsuccessfullyCall(handlers), recoverTasksCall(handlers), runTaskCall(handlers)];
}
