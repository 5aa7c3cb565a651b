import type { Database } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import type { Config } from '../../shared/config.js';
import type { TaskRepository, TaskService } from '../tasks/index.js';
import type { Workers } from '../workers/index.js';
import { UndoService } from './undo.service.js';
import { TaskUndoResolver } from './taskUndo.resolver.js';
import { UndoResolver } from './undo.resolver.js';

interface UndoingParts {
  config: Pick<Config, 'callbacks'>;
  database: Database;
  workers: Workers;
  clock: Clock;
  tasks: TaskRepository;
  taskService: TaskService;
}

/** The resolvers of this feature, and their service. */
export const undoingApi = {
  resolvers: [TaskUndoResolver, UndoResolver],
  wire: (parts: UndoingParts) => {
    const service = new UndoService({ ...parts, callbackHosts: parts.config.callbacks.hosts });
    return { parts: {}, resolvers: [new TaskUndoResolver(parts.tasks), new UndoResolver(service)] };
  },
};
