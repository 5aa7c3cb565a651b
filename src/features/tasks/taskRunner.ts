import type { Logger } from 'pino';
import { AppError, type AppErrorCode } from '../../shared/appError.js';
import { newId } from '../../shared/clock.js';
import { observed, type EndedTask } from '../../shared/observed.js';
import type { RunningWork, StopReason, WorkerCall, Workers } from '../workers/index.js';
import type { TaskProgress } from './progressReporter.js';
import type { UnsuccessfulEnd } from './endUnsuccessfully.js';
import { endUnsuccessfullyCall, recoverTasksCall } from './recoverTasks.call.js';
import { runTaskCall, type TaskRun } from './runTask.call.js';
import type { AnyTaskHandler } from './taskHandler.js';
import type { TaskHub } from './taskHub.js';
import { TaskQueue } from './taskQueue.js';
import type { TaskClaim } from './taskRows.js';

const retryMs = 1000;

/** Errors of a worker that could not claim its task; after the claim, the worker ends the task itself. */
const unclaimedCodes = new Set<AppErrorCode>(['DATABASE_UNAVAILABLE', 'DATABASE_BUSY', 'DISK_FULL']);

interface RunnerParts {
  workers: Workers;
  hub: TaskHub;
  handlers: readonly AnyTaskHandler[];
  workerCount: number;
  logger: Logger;
}

/** What is known of the run of a task whose end its worker did not write. */
type EndedRun = Pick<EndedTask, 'code' | 'seconds'>;

/** The API thread's side of tasks: gives them to free workers, one of each principal in turn, and passes on their progress. */
export class TaskRunner {
  /** The id with which this server claims tasks; new at each start. */
  readonly id = newId();
  private readonly queue = new TaskQueue();
  private readonly ownerByRunning = new Map<string, string>();
  private readonly running = new Map<string, RunningWork<TaskRun>>();
  private readonly runCall: WorkerCall<TaskClaim, TaskRun>;
  private isClosed = false;

  constructor(private readonly parts: RunnerParts) {
    this.runCall = runTaskCall(parts.handlers);
  }

  /** Tasks that this server runs. */
  get runningIds(): string[] {
    return [...this.running.keys()];
  }

  /**
   * Recovers tasks of servers that are gone: all running tasks if there is no other server, else those without a recent
   * heartbeat.
   */
  async recover(isAlone: boolean): Promise<void> {
    const { queuedIds, ended } = await this.parts.workers.call(recoverTasksCall(this.parts.handlers), { isAlone });
    for (const end of ended) observed.taskEnded.tell({ ...end, counts: {} });
    for (const taskId of queuedIds) this.enqueue(taskId);
  }

  /** Queues a task; call it after its row is committed. `ownerId`: the principal that started it, empty if unknown. */
  enqueue(taskId: string, ownerId = ''): void {
    if (!this.running.has(taskId)) this.queue.add(taskId, ownerId);
    this.parts.hub.touch(taskId);
    this.startNext();
  }

  /** Stops a task that another server has taken over. */
  abandon(taskId: string): void {
    this.running.get(taskId)?.stop('SHUTDOWN');
  }

  /** Cancels a task. False if it had already ended. */
  async cancel(taskId: string): Promise<boolean> {
    const work = this.running.get(taskId);
    if (work) {
      work.stop('CANCEL' satisfies StopReason);
      await work.result.catch(() => undefined);
      return true;
    }
    const isCancelled = await this.endUnattended({ ...this.claim(taskId), status: 'CANCELLED', errorMessage: null });
    this.parts.hub.clearProgress(taskId);
    return isCancelled;
  }

  /** Starts no more tasks; the pool stops running ones. */
  close(): void {
    this.isClosed = true;
    this.queue.clear();
  }

  private startNext(): void {
    while (!this.isClosed && this.running.size < this.parts.workerCount) {
      const next = this.queue.next();
      if (!next) return;
      this.ownerByRunning.set(next.taskId, next.ownerId);
      this.start(next.taskId);
    }
  }

  private start(taskId: string): void {
    const { workers, hub } = this.parts;
    const work = workers.start(this.runCall, { taskId, runnerId: this.id }, (progress) => {
      hub.setProgress(taskId, progress as TaskProgress);
    });
    this.running.set(taskId, work);
    void this.attend(taskId, work).finally(() => {
      this.running.delete(taskId);
      this.ownerByRunning.delete(taskId);
      hub.clearProgress(taskId);
      this.startNext();
    });
  }

  private async attend(taskId: string, work: RunningWork<TaskRun>): Promise<void> {
    const { logger } = this.parts;
    const startedAt = performance.now();
    try {
      const { outcome, fault, unsuccessfulEnd, end } = await work.result;
      const durationMs = performance.now() - startedAt;
      const { counts = {}, ...ended } = end ?? {};
      const told = { taskId, outcome, ...ended, durationMs: Math.round(durationMs) };
      if (end?.status === 'FAILED') logger.warn(told, 'task failed');
      else logger.info(told, 'task run');
      if (fault) logger.error({ taskId, ...fault }, 'the fault of a task');
      const seconds = durationMs / 1000;
      if (unsuccessfulEnd) await this.endUnattended(unsuccessfulEnd, { code: end?.code, seconds });
      else if (end) observed.taskEnded.tell({ ...end, counts, seconds });
    } catch (error) {
      if (this.isClosed) return;
      logger.error({ taskId, error }, 'a worker failed');
      if (error instanceof AppError && unclaimedCodes.has(error.code)) {
        // The task stays queued: the database was unavailable or full when the worker began.
        await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
        this.queue.add(taskId, this.ownerByRunning.get(taskId) ?? '');
        return;
      }
      const durationMs = performance.now() - startedAt;
      const code = 'WORKER_LOST';
      logger.warn({ taskId, status: 'FAILED', code, durationMs: Math.round(durationMs) }, 'task failed');
      const end = { ...this.claim(taskId), status: 'FAILED', errorMessage: workerLost } as const;
      await this.endUnattended(end, { code, seconds: durationMs / 1000 });
    }
  }

  private claim(taskId: string): Pick<UnsuccessfulEnd, 'taskId' | 'runnerId' | 'fileIds'> {
    return { taskId, runnerId: this.id, fileIds: [] };
  }

  /** Writes the end of a task without a worker; retried until it succeeds, because the task must not stay open. */
  private async endUnattended(unsuccessfulEnd: UnsuccessfulEnd, run: EndedRun = {}): Promise<boolean> {
    const { workers, handlers, hub, logger } = this.parts;
    const { taskId, status } = unsuccessfulEnd;
    for (;;) {
      try {
        const type = await workers.call(endUnsuccessfullyCall(handlers), unsuccessfulEnd);
        if (type !== undefined) observed.taskEnded.tell({ type, status, counts: {}, ...run });
        return type !== undefined;
      } catch (error) {
        if (this.isClosed || (error instanceof AppError && error.code === 'SHUTTING_DOWN')) return false;
        logger.error({ taskId, error }, 'the end of a task could not be written yet');
        hub.setProgress(taskId, { stage: 'waiting for the database', counts: {} });
        await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
      }
    }
  }
}

const workerLost =
  'The worker that did this task ended unexpectedly. Nothing of it was kept; start it again, and look into the log if that happens again.';
