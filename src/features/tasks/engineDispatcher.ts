import type { Logger } from 'pino';
import type { Presence } from '../../database/index.js';
import type { RedisLink } from '../../redis/redisLink.js';
import { observed } from '../../shared/observed.js';
import type { Workers } from '../workers/index.js';
import { recoverTasksCall, type Stranded } from './recoverTasks.call.js';
import type { OpenTask, TaskRepository } from './task.repository.js';
import type { TaskDispatcher } from './taskDispatcher.js';
import type { AnyTaskHandler } from './taskHandler.js';
import type { TaskHub } from './taskHub.js';
import { Rounds } from './rounds.js';
import { TaskJobs, type TaskTurn } from './taskJobs.js';
import type { TaskNews } from './taskNews.js';
import type { TaskRunner } from './taskRunner.js';
import type { TaskClaim } from './taskRows.js';

/** How often rows without a job are looked for: those of a process that ended between its commit and Redis. */
const relayMs = 10_000;
/** After a fault of the database. */
const retryMs = 1000;
/** How soon a task that another process runs is looked at again, when its job was lost and is not the one that runs it. */
const runningMs = 10_000;

interface EngineParts {
  link: RedisLink;
  news: TaskNews;
  tasks: TaskRepository;
  workers: Workers;
  presence: Presence | undefined;
  handlers: readonly AnyTaskHandler[];
  hub: TaskHub;
  runner: TaskRunner;
  /** How many tasks this process runs at the same time; 0: none. */
  workerCount: number;
  logger: Logger;
}

/**
 * Dispatches tasks to all processes on a database, through Redis. Each process adds what is missing there, so Redis may be away or
 * forget everything: queued tasks then wait. Principals take turns by the place of a task among the open ones of its principal.
 */
export class EngineDispatcher implements TaskDispatcher {
  private jobs: TaskJobs | undefined;
  /** Add what is missing. */
  private readonly relay = new Rounds(() => this.relaying((jobs) => this.addMissing(jobs)), relayMs);
  private unwatch: (() => void) | undefined;
  private isClosed = false;

  constructor(private readonly parts: EngineParts) {}

  async start(): Promise<void> {
    const { link, news, workerCount, logger, workers } = this.parts;
    this.jobs = await TaskJobs.open({ link, logger });
    news.start();
    this.unwatch = link.watch((isHere) => {
      if (isHere) this.relay.begin();
    });
    this.relay.begin();
    if (workerCount === 0) return;
    await this.parts.presence?.show('RUNNER', this.parts.runner.id);
    await this.recover('NONE');
    workers.warmUp();
    this.jobs.work(workerCount, (taskId) => this.tryTask(taskId));
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.unwatch?.();
    const relayed = this.relay.close();
    // First: what is given back must not be taken again here.
    const closed = this.jobs?.close();
    this.parts.runner.stopAll();
    await closed;
    await relayed;
    this.parts.news.close();
  }

  dispatch(taskId: string, ownerId: string): void {
    const { hub, tasks } = this.parts;
    hub.touch(taskId);
    // If it fails, the relay finds the row.
    void this.relaying(async (jobs) => jobs.add([{ taskId, turn: await tasks.openCountOf(ownerId) }]));
  }

  private async addMissing(jobs: TaskJobs): Promise<void> {
    const open = await this.parts.tasks.open();
    await this.takeOver(jobs, open);
    const missing = await jobs.without(open.map(({ id }) => id));
    if (missing.size === 0) return;
    const turnByOwner = new Map<string, number>();
    const tasks = open.map(({ id, principalId }): TaskTurn => {
      const turn = (turnByOwner.get(principalId ?? '') ?? 0) + 1;
      turnByOwner.set(principalId ?? '', turn);
      return { taskId: id, turn };
    });
    await jobs.add(tasks.filter(({ taskId }) => missing.has(taskId)));
  }

  /**
   * Takes over running tasks of processes that neither show their presence nor say that they run them: sooner than Redis, which keeps
   * the job of such a task until its lock runs out.
   */
  private async takeOver(jobs: TaskJobs, open: readonly OpenTask[]): Promise<void> {
    const { runner, presence, workerCount, news } = this.parts;
    const claims = open.flatMap(({ id, runnerId }) => (runnerId === null ? [] : { taskId: id, runnerId }));
    const others = claims.filter(({ runnerId }) => runnerId !== runner.id);
    if (workerCount === 0 || others.length === 0 || !presence) return;
    const shown = await presence.shown('RUNNER');
    const absent = others.filter(({ runnerId }) => !shown.has(runnerId));
    const takeOne = async (claim: TaskClaim) => {
      if ((await news.isRunElsewhere(claim.taskId)) || this.isClosed) return;
      await this.recover(claim);
      await jobs.addSecond(claim);
    };
    await Promise.all(absent.map(takeOne));
  }

  private async relaying(work: (jobs: TaskJobs) => Promise<void>): Promise<void> {
    const { link, logger } = this.parts;
    if (!this.jobs || !link.isHere) return;
    try {
      await work(this.jobs);
    } catch (error) {
      logger.warn({ error }, 'a task could not be given to Redis yet');
    }
  }

  /** See `TryTask`. */
  private async tryTask(taskId: string): Promise<number | undefined> {
    const { runner, logger } = this.parts;
    try {
      if (this.isClosed) return 0;
      // Its lock ran out while Redis was away.
      if (runner.isRunning(taskId)) return runningMs;
      const outcome = await runner.run(taskId);
      if (outcome === 'ENDED') return undefined;
      if (outcome === 'NOT_CLAIMED') return await this.lookAfter(taskId);
      return outcome === 'REQUEUED' ? 0 : retryMs;
    } catch (error) {
      logger.warn({ taskId, error }, 'a task could not be looked at');
      return retryMs;
    }
  }

  /** After a job whose task is not queued: it has ended, or another process runs it, or that process is gone. */
  private async lookAfter(taskId: string): Promise<number | undefined> {
    const { tasks, news } = this.parts;
    const task = await tasks.openById(taskId);
    if (!task) return undefined;
    if (task.status === 'QUEUED') return 0;
    if (await news.isRunElsewhere(taskId)) return runningMs;
    await this.recover({ taskId, runnerId: task.runnerId ?? '' });
    return 0;
  }

  private async recover(stranded: Stranded): Promise<void> {
    const { workers, handlers } = this.parts;
    const { ended } = await workers.call(recoverTasksCall(handlers), stranded);
    for (const end of ended) observed.taskEnded.tell({ ...end, counts: {} });
  }
}
