import type { Logger } from 'pino';
import type { Database } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import type { Config } from '../../shared/config.js';
import type { ProjectRepository } from '../projects/index.js';
import type { TaskRepository } from '../tasks/index.js';
import type { TemplateService } from '../templates/index.js';
import { Schedule } from './schedule.entity.js';
import { ScheduleRepository } from './schedule.repository.js';
import {
  ProjectSchedulesResolver,
  ScheduleMutationResolver,
  ScheduleResolver,
  ScheduleRunResolver,
} from './schedule.resolver.js';
import { ScheduleService } from './schedule.service.js';
import { Scheduler, type SchedulerParts } from './scheduler.js';

interface SchedulingParts extends Omit<SchedulerParts, 'schedules'> {
  config: Pick<Config, 'callbacks' | 'role'>;
  logger: Logger;
  database: Database;
  clock: Clock;
  projects: ProjectRepository;
  tasks: TaskRepository;
  templates: TemplateService;
}

/** The table, the resolvers and the scheduler of this feature. */
export const schedulingApi = {
  entities: [Schedule],
  resolvers: [ProjectSchedulesResolver, ScheduleMutationResolver, ScheduleResolver, ScheduleRunResolver],
  wire: (parts: SchedulingParts) => {
    const { config } = parts;
    const schedules = new ScheduleRepository(parts.database);
    const scheduler = new Scheduler({ ...parts, schedules });
    const onChange = () => {
      scheduler.wake();
    };
    const service = new ScheduleService({ ...parts, schedules, callbackHosts: config.callbacks.hosts, onChange });
    return {
      parts: {},
      resolvers: [
        new ProjectSchedulesResolver(schedules),
        new ScheduleMutationResolver(service),
        new ScheduleResolver(parts.projects, parts.templates),
        new ScheduleRunResolver(parts.tasks),
      ],
      nodes: [(id: string) => schedules.byId(id)],
      // Who only runs tasks starts none.
      background: config.role === 'worker' ? [] : [scheduler],
    };
  },
};
