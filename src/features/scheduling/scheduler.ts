/**
 * Starts the runs of schedules when they are due or asked for. The row of a schedule holds the time of its next run. Whoever starts the run moves that time on in the
 * transaction that creates the task: so one server starts it, however many there are, and never without moving on. A run that was missed, because no
 * server ran or the run before it had not ended, starts once, as soon as that is possible.
 */
import type { Logger } from 'pino';
import type { Database } from '../../database/index.js';
import { AppError } from '../../shared/appError.js';
import { newId, type Clock } from '../../shared/clock.js';
import { isPassing } from '../../shared/passingFault.js';
import type { Problem } from '../../shared/problem.js';
import type { Session } from '../../shared/session.js';
import { inSpan } from '../../shared/spans.js';
import { Signal } from '../../shared/signal.js';
import type { Authenticator } from '../access/index.js';
import { AuditRepository, type AuditEntry } from '../audit/index.js';
import { BoundedProblems } from '../kinds/index.js';
import type { TaskHub, WrittenWithTask } from '../tasks/index.js';
import { nextTime } from './cronTime.js';
import type { Schedule } from './schedule.entity.js';
import { notStarted, ownerGone } from './schedule.problems.js';
import { ScheduleRepository, type RunStart } from './schedule.repository.js';
import { startExecution, startRun, type StartParts } from './startRun.js';

/** Interval of the search for due runs, including those of schedules that other servers saved. */
const intervalMs = 2000;
const batchSize = 100;

/** Another server took the run, or the schedule was changed: what was written with it is rolled back. */
class RunTaken extends Error {}

export interface SchedulerParts extends StartParts {
  database: Database;
  schedules: ScheduleRepository;
  authenticator: Authenticator;
  hub: TaskHub;
  clock: Clock;
  logger: Logger;
}

/** Writes how a step of a run began: false if it is not this server's. */
type Take = (
  manager: Parameters<WrittenWithTask>[0],
  begun: Pick<RunStart, 'taskId' | 'problems' | 'stagedPlanId'>,
) => Promise<boolean>;

interface Step {
  start: (session: Session, writeWithTask: WrittenWithTask) => Promise<Problem[]>;
  take: Take;
}

export class Scheduler {
  private readonly somethingDue = new Signal();
  private loop: Promise<void> = Promise.resolve();
  private unlisten: (() => void) | undefined;
  private isClosed = false;

  constructor(private readonly parts: SchedulerParts) {}

  start(): void {
    this.unlisten = this.parts.hub.listenToEnds(() => {
      this.wake();
    });
    this.loop = this.work();
  }

  /** Looks at once: call it when a schedule was changed. */
  wake(): void {
    this.somethingDue.raise();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.unlisten?.();
    this.wake();
    await this.loop;
  }

  private async work(): Promise<void> {
    while (!this.isClosed) {
      try {
        await this.look();
      } catch (error) {
        // The next round tries again: a short failure of the database is no reason to stop.
        this.parts.logger.warn({ error }, 'the search for due schedules failed');
      }
      await this.somethingDue.raised(intervalMs);
    }
  }

  private async look(): Promise<void> {
    const { schedules, clock } = this.parts;
    for (const schedule of await schedules.due(new Date(clock.now()), batchSize)) await this.begin(schedule);
    for (const schedule of await schedules.staged(batchSize)) await this.execute(schedule);
  }

  private begin(schedule: Schedule): Promise<void> {
    const startedAt = new Date(this.parts.clock.now());
    const times = timesOf(schedule, startedAt);
    return this.take(schedule, {
      start: (session, writeWithTask) => startRun(this.parts, schedule, { session, writeWithTask }),
      take: (manager, begun) => {
        const stagedPlanId = schedule.action === 'TRANSFER' ? begun.stagedPlanId : null;
        return ScheduleRepository.takeRun(manager, schedule, { ...begun, ...times, startedAt, stagedPlanId });
      },
    });
  }

  private execute(schedule: Schedule): Promise<void> {
    return this.take(schedule, {
      start: (session, writeWithTask) => startExecution(this.parts, schedule, { session, writeWithTask }),
      take: (manager, begun) => ScheduleRepository.takeExecution(manager, schedule, begun),
    });
  }

  /** A step begins a trace, to which its task belongs. */
  private take(schedule: Schedule, step: Step): Promise<void> {
    if (this.isClosed) return Promise.resolve();
    const attributes = { 'waybill.schedule.id': schedule.id };
    return inSpan({ name: `schedule ${schedule.action}`, parent: null, attributes }, () =>
      this.takeStep(schedule, step),
    );
  }

  private async takeStep(schedule: Schedule, { start, take }: Step): Promise<void> {
    const { logger, database } = this.parts;
    const write = async (manager: Parameters<Take>[0], begun: Parameters<Take>[1]) => {
      if (!(await take(manager, begun))) throw new RunTaken();
      await AuditRepository.insert(manager, this.eventOf(schedule, begun));
    };
    try {
      const problems = await this.attempt(schedule, (session) =>
        start(session, (manager, { id, planId }) => write(manager, { taskId: id, problems: [], stagedPlanId: planId })),
      );
      if (problems.length > 0)
        await database.write((manager) => write(manager, { taskId: null, problems, stagedPlanId: null }));
      logger.info({ scheduleId: schedule.id, problemCount: problems.length }, 'schedule run');
    } catch (error) {
      if (error instanceof RunTaken) return;
      logger.warn({ scheduleId: schedule.id, error }, 'a schedule could not run yet');
    }
  }

  /** The problems that prevent a step. Errors that will not pass are problems too. */
  private async attempt(schedule: Schedule, start: (session: Session) => Promise<Problem[]>): Promise<Problem[]> {
    const { authenticator, logger } = this.parts;
    try {
      const session = await authenticator.inNameOf(schedule.principalId, schedule.hasSuperuserRights);
      if (!session) return [ownerGone()];
      return bounded(await start(session));
    } catch (error) {
      if (error instanceof RunTaken) throw error;
      // The run stays due, and is tried again.
      if (isPassing(error)) throw error;
      if (error instanceof AppError && error.code !== 'INTERNAL') return [notStarted(error.message)];
      const ref = newId();
      logger.error({ ref, scheduleId: schedule.id, error }, 'a schedule could not run');
      return [notStarted(`Internal error (ref ${ref}).`)];
    }
  }

  private eventOf(
    { id, projectId, name, action, principalId, principalName }: Schedule,
    { taskId, problems }: Parameters<Take>[1],
  ): AuditEntry {
    const codes = problems.map(({ code }) => code);
    const outcome = taskId !== null ? 'SUCCEEDED' : codes.includes('FORBIDDEN') ? 'DENIED' : 'FAILED';
    return {
      ...{ at: this.parts.clock.now(), action: 'SCHEDULE_RUN', outcome, projectId, subjectId: id },
      actor: { id: principalId, name: principalName },
      detail: { name, action, ...(taskId !== null && { taskId }), ...(codes.length > 0 && { problems: codes }) },
    };
  }
}

/** For when a run was planned or asked for, and when the next one is. One that is only asked for leaves the times alone. */
function timesOf(schedule: Schedule, now: Date): Pick<RunStart, 'dueAt' | 'nextRunAt'> {
  const { nextRunAt, runRequestedAt } = schedule;
  if (nextRunAt && nextRunAt <= now) return { dueAt: nextRunAt, nextRunAt: nextRunOf(schedule, now) };
  return { dueAt: runRequestedAt ?? now, nextRunAt };
}

/** The time after the due one and the present one; null, which disables the schedule, if this server cannot tell it any more. */
function nextRunOf(schedule: Schedule, now: Date): Date | null {
  const { nextRunAt } = schedule;
  try {
    return nextTime(schedule, nextRunAt && nextRunAt > now ? nextRunAt : now);
  } catch {
    return null;
  }
}

function bounded(problems: readonly Problem[]): Problem[] {
  const first = new BoundedProblems();
  for (const problem of problems) first.add(() => problem);
  return first.list();
}
