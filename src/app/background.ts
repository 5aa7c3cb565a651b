import type { Logger } from 'pino';
import type { Database } from '../database/index.js';
import { CallbackSender, type CallbackRepository } from '../features/callbacks/index.js';
import { RetentionSweep } from '../features/deleting/index.js';
import { TaskWatch, type TaskHub, type TaskRepository, type TaskRunner } from '../features/tasks/index.js';
import type { Workers } from '../features/workers/index.js';
import type { Clock } from '../shared/clock.js';
import type { Config } from '../shared/config.js';

/** Work that runs without a request. */
export interface Background {
  runner: TaskRunner;
  /** Set if other servers may use the database. */
  taskWatch: TaskWatch | undefined;
  callbackSender: CallbackSender;
  retentionSweep: RetentionSweep;
}

interface BackgroundParts {
  config: Config;
  logger: Logger;
  database: Database;
  workers: Workers;
  callbacks: CallbackRepository;
  tasks: TaskRepository;
  runner: TaskRunner;
  hub: TaskHub;
  clock: Clock;
}

export function backgroundOf(parts: BackgroundParts): Background {
  const { config, database, runner } = parts;
  return {
    runner,
    taskWatch: database.isShared ? new TaskWatch(parts) : undefined,
    callbackSender: new CallbackSender({ ...parts, settings: config.callbacks }),
    retentionSweep: new RetentionSweep({ ...parts, retention: config.retention }),
  };
}
