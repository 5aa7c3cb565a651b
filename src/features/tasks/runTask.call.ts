/** The worker's side of a task: claim it, let its handler work, and write an end that is true, whatever happened. */
import { AppError } from '../../shared/appError.js';
import { newId } from '../../shared/clock.js';
import { branchLock } from '../projects/worker.js';
import type { WorkerCall, WorkerContext, WorkSignals } from '../workers/index.js';
import { failureSentence } from './failureSentence.js';
import { ProgressReporter } from './progressReporter.js';
import type { TaskContext, TaskEnd, TaskHandler } from './taskHandler.js';
import { claimTask, endTask, readTask, requeueTask, type TaskClaim, type TaskRow } from './taskRows.js';

/** What became of a run. `fault` is for the log: an error that nobody expected, under the ref that the client was given. */
export interface TaskRun {
  outcome: 'ENDED' | 'REQUEUED' | 'NOT_CLAIMED';
  fault?: { ref: string; message: string; stack: string | undefined };
}

/** Makes the call that runs a task with one of the handlers. */
export function runTaskCall(handlers: readonly TaskHandler[]): WorkerCall<TaskClaim, TaskRun> {
  const handlerByType = new Map(handlers.map((handler) => [handler.type, handler]));
  return {
    name: 'tasks.run',
    run: async (context, claim, signals) => {
      if (!(await claimTask(context.connection, claim, context.clock.now()))) return { outcome: 'NOT_CLAIMED' };
      const task = await readTask(context.connection, claim.taskId);
      const handler = task && handlerByType.get(task.type);
      if (!handler) throw AppError.internal(`No handler for task ${claim.taskId}.`);
      return runClaimed(context, { claim, task, handler, signals });
    },
  };
}

interface ClaimedTask {
  claim: TaskClaim;
  task: TaskRow;
  handler: TaskHandler;
  signals: WorkSignals;
}

async function runClaimed(context: WorkerContext, claimed: ClaimedTask): Promise<TaskRun> {
  const { claim, task, handler, signals } = claimed;
  const reporter = new ProgressReporter(signals.report);
  const write = (end: TaskEnd) => writeEnd(context, claim, end);
  const taskContext: TaskContext = {
    ...context,
    task,
    enterStage: (stage) => {
      reporter.enterStage(stage);
    },
    count: (counts) => {
      reporter.count(counts);
    },
    checkpoint: () => signals.checkpoint(),
    end: write,
  };
  try {
    const end = await handler.run(taskContext);
    if (end) await context.connection.transaction(() => write(end));
    return { outcome: 'ENDED' };
  } catch (error) {
    return endAfterError(context, claimed, error);
  }
}

async function endAfterError(
  context: WorkerContext,
  { claim, task, handler }: ClaimedTask,
  error: unknown,
): Promise<TaskRun> {
  const { connection } = context;
  if (error instanceof AppError && error.code === 'SHUTTING_DOWN') {
    await connection.transaction(() => requeueTask(connection, claim));
    return { outcome: 'REQUEUED' };
  }
  const status = error instanceof AppError && error.code === 'TASK_CANCELLED' ? 'CANCELLED' : 'FAILED';
  const ref = newId();
  const { sentence, isExpected } = failureSentence(error, ref);
  await connection.transaction(async () => {
    if (task.branchId !== null) await connection.lock(branchLock(task.branchId));
    await handler.whenNotDone?.(context, task, status);
    await writeEnd(context, claim, { status, counts: {}, errorMessage: sentence });
  });
  if (isExpected) return { outcome: 'ENDED' };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { outcome: 'ENDED', fault: { ref, message, stack } };
}

async function writeEnd(context: WorkerContext, claim: TaskClaim, end: TaskEnd): Promise<void> {
  const isWritten = await endTask(context.connection, claim, { ...end, now: context.clock.now() });
  if (!isWritten) throw AppError.internal(`Task ${claim.taskId} has ended already, or another server has it.`);
}
