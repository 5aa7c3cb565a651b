/** What worker threads use of this feature: nothing of it loads the ORM or the schema library. */
export { notDoneCall, recoverTasksCall } from './recoverTasks.call.js';
export { runTaskCall } from './runTask.call.js';
export type { AnyTaskHandler, TaskContext, TaskCounts, TaskEnd, TaskHandler } from './taskHandler.js';
