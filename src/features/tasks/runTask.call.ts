/** The worker's side of a task: claim it, let its handler work, and write an end that is true, whatever happened. */
import { AppError } from '../../shared/appError.js';
import { newId } from '../../shared/clock.js';
import type { WorkerCall, WorkerContext, WorkSignals } from '../workers/index.js';
import { failureSentence } from './failureSentence.js';
import { ProgressReporter } from './progressReporter.js';
import type { TaskContext, TaskEnd, TaskHandler } from './taskHandler.js';
import { claimTask, endTask, readTask, requeueTask, type TaskRow } from './taskRows.js';

/** What became of a run. `fault` is for the log: an error that nobody expected, under the ref that the client was given. */
export interface TaskRun {
  outcome: 'ENDED' | 'REQUEUED' | 'NOT_CLAIMED';
  fault?: { ref: string; message: string; stack: string | undefined };
}

/** Makes the call that runs a task with one of the handlers. */
export function runTaskCall(handlers: readonly TaskHandler[]): WorkerCall<{ taskId: string }, TaskRun> {
  const handlerByType = new Map(handlers.map((handler) => [handler.type, handler]));
  return {
    name: 'tasks.run',
    run: async (context, { taskId }, signals) => {
      if (!(await claimTask(context.connection, taskId, context.clock.now()))) return { outcome: 'NOT_CLAIMED' };
      const task = await readTask(context.connection, taskId);
      const handler = task && handlerByType.get(task.type);
      if (!handler) throw AppError.internal(`No handler for task ${taskId}.`);
      return runClaimed(context, { task, handler, signals });
    },
  };
}

interface ClaimedTask {
  task: TaskRow;
  handler: TaskHandler;
  signals: WorkSignals;
}

async function runClaimed(context: WorkerContext, claimed: ClaimedTask): Promise<TaskRun> {
  const { task, handler, signals } = claimed;
  const reporter = new ProgressReporter(signals.report);
  const write = (end: TaskEnd) => writeEnd(context, task.id, end);
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

async function endAfterError(context: WorkerContext, { task, handler }: ClaimedTask, error: unknown): Promise<TaskRun> {
  const { connection } = context;
  if (error instanceof AppError && error.code === 'SHUTTING_DOWN') {
    await connection.transaction(() => requeueTask(connection, task.id));
    return { outcome: 'REQUEUED' };
  }
  const status = error instanceof AppError && error.code === 'TASK_CANCELLED' ? 'CANCELLED' : 'FAILED';
  const ref = newId();
  const { sentence, isExpected } = failureSentence(error, ref);
  await connection.transaction(async () => {
    await handler.whenNotDone?.(context, task, status);
    await writeEnd(context, task.id, { status, counts: {}, errorMessage: sentence });
  });
  if (isExpected) return { outcome: 'ENDED' };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { outcome: 'ENDED', fault: { ref, message, stack } };
}

async function writeEnd(context: WorkerContext, taskId: string, end: TaskEnd): Promise<void> {
  const isWritten = await endTask(context.connection, taskId, { ...end, now: context.clock.now() });
  if (!isWritten) throw AppError.internal(`Task ${taskId} had ended already.`);
}
