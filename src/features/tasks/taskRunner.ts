import type { Logger } from 'pino';
import { AppError, type AppErrorCode } from '../../shared/appError.js';
import { newId } from '../../shared/clock.js';
import { observed, type EndedTask } from '../../shared/observed.js';
import { outsideSpans } from '../../shared/spans.js';
import type { RunningWork, WorkerCall, Workers } from '../workers/index.js';
import type { TaskProgress } from './progressReporter.js';
import type { UnsuccessfulEnd } from './endUnsuccessfully.js';
import { endUnsuccessfullyCall } from './recoverTasks.call.js';
import { runTaskCall, type TaskRun } from './runTask.call.js';
import type { AnyTaskHandler } from './taskHandler.js';
import type { TaskHub } from './taskHub.js';
import type { TaskClaim } from './taskRows.js';

const retryMs = 1000;

/** Errors of a worker that could not claim its task; after the claim, the worker ends the task itself. */
const unclaimedCodes = new Set<AppErrorCode>(['DATABASE_UNAVAILABLE', 'DATABASE_BUSY', 'DISK_FULL']);

interface RunnerParts {
  workers: Workers;
  hub: TaskHub;
  handlers: readonly AnyTaskHandler[];
  logger: Logger;
}

/**
 * What became of a task that was to be run. `NOT_CLAIMED`: it is not queued any more. `UNCLAIMED`: it is still queued, because the
 * database was unavailable or full. `REQUEUED`: it was stopped and is queued again, unless another server has it.
 */
export type RunOutcome = 'ENDED' | 'REQUEUED' | 'NOT_CLAIMED' | 'UNCLAIMED';

/** What is known of the run of a task whose end its worker did not write. */
type EndedRun = Pick<EndedTask, 'code' | 'seconds'>;

/** The API thread's side of the tasks that this server runs: gives them to workers, passes on their progress, and sees to their end. */
export class TaskRunner {
  /** The id with which this server claims tasks; new at each start. */
  readonly id = newId();
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

  isRunning(taskId: string): boolean {
    return this.running.has(taskId);
  }

  /** Claims a task and runs it. The caller must not exceed the number of task workers. */
  run(taskId: string): Promise<RunOutcome> {
    // Its row knows its trace; whoever made room for it may have another one.
    return outsideSpans(() => this.runHere(taskId));
  }

  private async runHere(taskId: string): Promise<RunOutcome> {
    const { workers, hub } = this.parts;
    const work = workers.start(this.runCall, { taskId, runnerId: this.id }, (progress) => {
      hub.setProgress(taskId, progress as TaskProgress);
    });
    this.running.set(taskId, work);
    try {
      return await this.attend(taskId, work);
    } finally {
      this.running.delete(taskId);
      hub.clearProgress(taskId);
    }
  }

  /** Stops a task that another server has taken over. */
  abandon(taskId: string): void {
    this.running.get(taskId)?.stop('SHUTDOWN');
  }

  /** Cancels a task if this server runs it. */
  cancelRunning(taskId: string): void {
    this.running.get(taskId)?.stop('CANCEL');
  }

  /** Cancels a task. False if it had already ended, or another server runs it. */
  async cancel(taskId: string): Promise<boolean> {
    const work = this.running.get(taskId);
    if (work) {
      this.cancelRunning(taskId);
      await work.result.catch(() => undefined);
      return true;
    }
    const isCancelled = await this.endUnattended({ ...this.claim(taskId), status: 'CANCELLED', errorMessage: null });
    this.parts.hub.clearProgress(taskId);
    return isCancelled;
  }

  /** From now on, tasks that stop are left to the next start; the pool stops running ones. */
  close(): void {
    this.isClosed = true;
  }

  /** Stops all tasks, which are queued again. */
  stopAll(): void {
    this.close();
    for (const taskId of this.running.keys()) this.abandon(taskId);
  }

  private async attend(taskId: string, work: RunningWork<TaskRun>): Promise<RunOutcome> {
    const { logger } = this.parts;
    const startedAt = performance.now();
    try {
      const run = await work.result;
      const durationMs = performance.now() - startedAt;
      this.log(taskId, run, durationMs);
      const { outcome, unsuccessfulEnd, end } = run;
      const seconds = durationMs / 1000;
      if (unsuccessfulEnd) await this.endUnattended(unsuccessfulEnd, { code: end?.code, seconds });
      else if (end) observed.taskEnded.tell({ ...end, seconds });
      return outcome === 'UNWRITTEN' ? 'ENDED' : outcome;
    } catch (error) {
      if (this.isClosed) return 'REQUEUED';
      logger.error({ taskId, error }, 'a worker failed');
      if (error instanceof AppError && unclaimedCodes.has(error.code)) return 'UNCLAIMED';
      await this.endLost(taskId, performance.now() - startedAt);
      return 'ENDED';
    }
  }

  private log(taskId: string, { outcome, fault, end, traceId }: TaskRun, durationMs: number): void {
    const { logger } = this.parts;
    const { type, projectId, status, code } = end ?? {};
    const told = { taskId, traceId, outcome, type, projectId, status, code, durationMs: Math.round(durationMs) };
    if (end?.status === 'FAILED') logger.warn(told, 'task failed');
    else logger.info(told, 'task run');
    if (fault) logger.error({ taskId, traceId, ...fault }, 'the fault of a task');
  }

  /** Ends a task whose worker thread ended. */
  private async endLost(taskId: string, durationMs: number): Promise<void> {
    const code = 'WORKER_LOST';
    const told = { taskId, status: 'FAILED', code, durationMs: Math.round(durationMs) };
    this.parts.logger.warn(told, 'task failed');
    const end = { ...this.claim(taskId), status: 'FAILED', errorMessage: workerLost } as const;
    await this.endUnattended(end, { code, seconds: durationMs / 1000 });
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
