/** The part of this feature that runs in worker threads. It must not load the ORM or the schema library. */
export { deleteTasks, unendedTasks, type UnendedTask } from './deleteTasks.js';
export { removeFiles } from './endNotDone.js';
export type { TaskType } from './task.entity.js';
export { readTask } from './taskRows.js';
export { notDoneCall, recoverTasksCall } from './recoverTasks.call.js';
export { runTaskCall } from './runTask.call.js';
export type { AnyTaskHandler, TaskContext, TaskCounts, TaskEnd, TaskHandler } from './taskHandler.js';
