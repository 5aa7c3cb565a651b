import type { Logger } from 'pino';
import type { Database } from '../../database/index.js';
import type { Config } from '../../shared/config.js';
import type { StoredFileRepository } from '../files/index.js';
import type { ProjectRepository } from '../projects/index.js';
import type { Workers } from '../workers/index.js';
import { TaskRepository } from './task.repository.js';
import { TaskService } from './task.service.js';
import type { AnyTaskHandler } from './taskHandler.js';
import { TaskHub } from './taskHub.js';
import { TaskRunner } from './taskRunner.js';
import { TaskWatch } from './taskWatch.js';
import { Task } from './task.entity.js';
import { ProjectTasksResolver, TaskResolver, taskListUpdatesOf, taskUpdatesOf } from './task.resolver.js';

export { Task, TaskTypeEnum } from './task.entity.js';
export { TaskRepository } from './task.repository.js';
export { TaskService } from './task.service.js';
export { type TaskSubscriptionContext } from './task.resolver.js';
export { TaskHub } from './taskHub.js';
export { isTerminal, TaskStatusEnum } from './taskStates.js';

interface TasksParts {
  config: Pick<Config, 'taskWorkerCount'>;
  logger: Logger;
  database: Database;
  workers: Workers;
  /** Of all features. */
  taskHandlers: readonly AnyTaskHandler[];
  files: StoredFileRepository;
  projects: ProjectRepository;
}

/** The table, resolvers and services of this feature, and what runs tasks. */
export const tasksApi = {
  entities: [Task],
  resolvers: [ProjectTasksResolver, TaskResolver],
  wire: (parts: TasksParts) => {
    const { config, logger, database, workers, taskHandlers: handlers } = parts;
    const hub = new TaskHub();
    const tasks = new TaskRepository(database, hub);
    const runner = new TaskRunner({ workers, hub, handlers, workerCount: config.taskWorkerCount, logger });
    const taskService = new TaskService(tasks, runner);
    return {
      parts: {
        ...{ hub, tasks, taskService },
        /** How many tasks this server runs. */
        runningTaskCount: () => runner.runningIds.length,
        ...{ taskUpdates: taskUpdatesOf(hub, tasks), taskListUpdates: taskListUpdatesOf(hub, tasks) },
      },
      resolvers: [new ProjectTasksResolver(tasks), new TaskResolver({ ...parts, service: taskService, tasks })],
      nodes: [(id: string) => tasks.byId(id)],
      background: [
        { start: () => runner.recover(database.isAlone), close: runner.close.bind(runner) },
        ...(database.isShared ? [new TaskWatch({ tasks, runner, hub, logger })] : []),
      ],
    };
  },
};
