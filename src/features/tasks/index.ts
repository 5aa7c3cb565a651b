import { Task } from './task.entity.js';
import { ProjectTasksResolver, TaskResolver } from './task.resolver.js';

export { Task } from './task.entity.js';
export { TaskRepository } from './task.repository.js';
export { TaskService } from './task.service.js';
export {
  ProjectTasksResolver,
  TaskResolver,
  taskListUpdatesOf,
  taskUpdatesOf,
  type TaskSubscriptionContext,
} from './task.resolver.js';
export { TaskHub } from './taskHub.js';
export { TaskRunner } from './taskRunner.js';
export { isTerminal } from './taskStates.js';
export { TaskWatch } from './taskWatch.js';

/** Tables and resolvers of this feature. */
export const tasksApi = { entities: [Task], resolvers: [ProjectTasksResolver, TaskResolver] };
