import { IsNull, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { countsTogether, keysetPage, rowsTogether, type Database } from '../../database/index.js';
import type { OrderedPageRequest } from '../../graphql/index.js';
import type { ListOrder } from '../../shared/listOrder.js';
import type { Problem } from '../../shared/problem.js';
import { Task } from '../tasks/index.js';
import { Schedule } from './schedule.entity.js';

/** A page of the schedules of a project. */
export interface SchedulePageKey {
  projectId: string;
  request: OrderedPageRequest<Schedule>;
}

/** What is saved of a schedule; its runs keep the rest. */
export type ScheduleDefinition = Omit<
  Schedule,
  'foldedName' | 'runRequestedAt' | 'lastDueAt' | 'lastStartedAt' | 'lastTaskId' | 'lastProblems' | 'stagedPlanId'
>;

/** What may change of a schedule. */
export type ScheduleChange = Partial<ScheduleDefinition & Pick<Schedule, 'runRequestedAt'>>;

/** What is written of a run when it begins. */
export interface RunStart {
  startedAt: Date;
  /** The time for which it was planned, or when somebody asked for it. */
  dueAt: Date;
  /** When the schedule runs next. */
  nextRunAt: Date | null;
  /** Null if it could not start its task. */
  taskId: string | null;
  problems: Problem[];
  /** For a transfer that is executed. */
  stagedPlanId: string | null;
}

/** By name, case-insensitive: the order of the index `schedule_name`. */
export const scheduleOrder: ListOrder<Schedule> = {
  name: 'NAME ASC',
  direction: 'ASC',
  key: [{ by: 'schedule.foldedName', type: 'text', of: ({ foldedName }) => foldedName }],
};

const openStatuses = ['QUEUED', 'RUNNING'];

/** Every query on schedules. */
export class ScheduleRepository {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<Schedule | null> {
    return this.database.read.findOneBy(Schedule, { id });
  }

  /** A page of each list; one row more than requested if there are more. */
  readonly pagesOf = (keys: readonly SchedulePageKey[]): Promise<Schedule[][]> =>
    rowsTogether(
      this.database.read,
      keys.map((key) => keysetPage(this.ofProject(key.projectId), key.request)),
    );

  readonly countsOf = (projectIds: readonly string[]): Promise<number[]> =>
    countsTogether(
      this.database.read,
      projectIds.map((projectId) => this.ofProject(projectId)),
    );

  /** Schedules whose next run is due or asked for, and whose last one has ended; the longest due first. */
  due(now: Date, limit: number): Promise<Schedule[]> {
    return this.withLastTask()
      .where('(schedule.nextRunAt <= :now OR schedule.runRequestedAt IS NOT NULL)', { now: now.toISOString() })
      .andWhere('schedule.stagedPlanId IS NULL')
      .andWhere('(task.id IS NULL OR task.status NOT IN (:...openStatuses))', { openStatuses })
      .orderBy('schedule.nextRunAt')
      .limit(limit)
      .getMany();
  }

  /** Schedules with a plan to execute whose staging has ended. */
  staged(limit: number): Promise<Schedule[]> {
    return this.withLastTask()
      .where('schedule.stagedPlanId IS NOT NULL')
      .andWhere('(task.id IS NULL OR task.status NOT IN (:...openStatuses))', { openStatuses })
      .limit(limit)
      .getMany();
  }

  static byName(
    manager: EntityManager,
    { projectId, name }: Pick<Schedule, 'projectId' | 'name'>,
  ): Promise<Schedule | null> {
    return manager.findOneBy(Schedule, { projectId, foldedName: foldName(name) });
  }

  static async insert(manager: EntityManager, definition: ScheduleDefinition): Promise<void> {
    const none = {
      runRequestedAt: null,
      lastDueAt: null,
      lastStartedAt: null,
      lastTaskId: null,
      lastProblems: [],
      stagedPlanId: null,
    };
    await manager.insert(Schedule, { ...definition, foldedName: foldName(definition.name), ...none });
  }

  /** False if there is none. */
  static async update(manager: EntityManager, id: string, { name, ...definition }: ScheduleChange): Promise<boolean> {
    const names = name === undefined ? {} : { name, foldedName: foldName(name) };
    const { affected } = await manager.update(Schedule, { id }, { ...definition, ...names });
    return affected === 1;
  }

  /** False if there was none. */
  static async delete(manager: EntityManager, id: string): Promise<boolean> {
    const { affected } = await manager.delete(Schedule, { id });
    return affected === 1;
  }

  /** Takes a due run for this server; false if it is no longer due, because another server took it or the schedule was changed. */
  static async takeRun(manager: EntityManager, schedule: Schedule, start: RunStart): Promise<boolean> {
    const { id, nextRunAt: seenAt, runRequestedAt } = schedule;
    const { dueAt, startedAt, nextRunAt, taskId, problems, stagedPlanId } = start;
    const { affected } = await manager.update(
      Schedule,
      { id, nextRunAt: seenAt ?? IsNull(), runRequestedAt: runRequestedAt ?? IsNull() },
      {
        ...{ nextRunAt, runRequestedAt: null, stagedPlanId, lastDueAt: dueAt, lastStartedAt: startedAt },
        ...{ lastTaskId: taskId, lastProblems: problems },
      },
    );
    return affected === 1;
  }

  /** The same for the execution of the staged plan of a run; `taskId`: null if it does not start. */
  static async takeExecution(
    manager: EntityManager,
    { id, stagedPlanId }: Schedule,
    { taskId, problems }: Pick<RunStart, 'taskId' | 'problems'>,
  ): Promise<boolean> {
    if (stagedPlanId === null) return false;
    const task = taskId === null ? {} : { lastTaskId: taskId };
    const { affected } = await manager.update(
      Schedule,
      { id, stagedPlanId },
      { stagedPlanId: null, lastProblems: problems, ...task },
    );
    return affected === 1;
  }

  private withLastTask(): SelectQueryBuilder<Schedule> {
    return this.database.read
      .createQueryBuilder(Schedule, 'schedule')
      .leftJoin(Task, 'task', 'task.id = schedule.lastTaskId');
  }

  private ofProject(projectId: string): SelectQueryBuilder<Schedule> {
    return this.database.read
      .createQueryBuilder(Schedule, 'schedule')
      .where('schedule.projectId = :projectId', { projectId });
  }
}

/** The form of a name for comparing and sorting. */
function foldName(name: string): string {
  return name.toLowerCase();
}
