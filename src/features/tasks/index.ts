import type { Logger } from 'pino';
import type { Database } from '../../database/index.js';
import type { RedisLink } from '../../redis/redisLink.js';
import type { Config } from '../../shared/config.js';
import type { StoredFileRepository } from '../files/index.js';
import type { ProjectRepository } from '../projects/index.js';
import type { Workers } from '../workers/index.js';
import { EngineDispatcher } from './engineDispatcher.js';
import { LocalDispatcher } from './localDispatcher.js';
import { TaskRepository } from './task.repository.js';
import { TaskService } from './task.service.js';
import type { TaskDispatcher } from './taskDispatcher.js';
import type { AnyTaskHandler } from './taskHandler.js';
import { TaskHub } from './taskHub.js';
import { TaskNews, taskTopic } from './taskNews.js';
import { TaskLimit } from './taskLimit.js';
import { TaskRunner } from './taskRunner.js';
import { TaskWatch } from './taskWatch.js';
import { Task } from './task.entity.js';
import { ProjectTasksResolver, TaskResolver, taskListUpdatesOf, taskUpdatesOf } from './task.resolver.js';

export { Task, TaskTypeEnum } from './task.entity.js';
export { TaskRepository, type WrittenWithTask } from './task.repository.js';
export { TaskService } from './task.service.js';
export { type TaskSubscriptionContext } from './task.resolver.js';
export { TaskHub } from './taskHub.js';
export { TaskLimit } from './taskLimit.js';
export { isTerminal, TaskStatusEnum } from './taskStates.js';

interface TasksParts {
  config: Pick<Config, 'ofEach' | 'role' | 'taskWorkerCount'>;
  logger: Logger;
  database: Database;
  workers: Workers;
  /** Undefined: servers on the database find each other's tasks by their rows. */
  redis: RedisLink | undefined;
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
    const { logger, database, workers, redis, taskHandlers: handlers } = parts;
    const hub = new TaskHub(
      redis &&
        ((news) => {
          redis.tell(taskTopic, news);
        }),
    );
    const tasks = new TaskRepository(database, hub);
    const runner = new TaskRunner({ workers, hub, handlers, logger });
    const [dispatcher, ...background] = dispatching({ ...parts, hub, tasks, runner });
    const taskService = new TaskService({ tasks, hub, runner, dispatcher });
    return {
      parts: {
        ...{ hub, tasks, taskService },
        taskLimit: new TaskLimit({ tasks, files: parts.files, ofEach: parts.config.ofEach }),
        /** How many tasks this server runs. */
        runningTaskCount: () => runner.runningIds.length,
        ...{ taskUpdates: taskUpdatesOf(hub, tasks), taskListUpdates: taskListUpdatesOf(hub, tasks) },
      },
      resolvers: [new ProjectTasksResolver(tasks), new TaskResolver({ ...parts, service: taskService, tasks })],
      nodes: [(id: string) => tasks.byId(id)],
      background: [dispatcher, ...background],
    };
  },
};

interface DispatchingParts extends TasksParts {
  hub: TaskHub;
  tasks: TaskRepository;
  runner: TaskRunner;
}

/** The dispatcher of this process, and what works beside it. */
function dispatching(parts: DispatchingParts): [TaskDispatcher, ...TaskWatch[]] {
  const { config, redis: link, taskHandlers: handlers } = parts;
  const { presence, isAlone } = parts.database;
  const workerCount = config.role === 'api' ? 0 : config.taskWorkerCount;
  if (link) {
    const news = new TaskNews({ ...parts, link });
    return [new EngineDispatcher({ ...parts, link, handlers, workerCount, presence, news })];
  }
  const dispatcher = new LocalDispatcher({ ...parts, handlers, workerCount, presence, isAlone });
  return [dispatcher, ...(presence ? [new TaskWatch({ ...parts, presence, dispatcher })] : [])];
}
