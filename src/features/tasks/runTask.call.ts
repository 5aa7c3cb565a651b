/** The worker's side of a task: claims it, runs its handler, and writes its end, whatever happens. */
import { AppError } from '../../shared/appError.js';
import { newId } from '../../shared/clock.js';
import { isDiskFull } from '../../shared/diskFull.js';
import { beginSpan, type BegunSpan } from '../../shared/spans.js';
import type { WorkerCall, WorkerContext, WorkSignals } from '../workers/index.js';
import { endUnsuccessfully, removeFiles, type UnsuccessfulEnd } from './endUnsuccessfully.js';
import { endTask } from './endTask.js';
import { failureSentence } from './failureSentence.js';
import { ProgressReporter } from './progressReporter.js';
import type { TaskContext, TaskCounts, TaskEnd, AnyTaskHandler } from './taskHandler.js';
import { claimTask, readTask, requeueTask, type TaskClaim, type TaskRow } from './taskRows.js';

/** The result of a run. `fault` is for the log: an unexpected error, with the ref that the client received. */
export interface TaskRun {
  outcome: 'ENDED' | 'REQUEUED' | 'NOT_CLAIMED' | 'UNWRITTEN';
  /** With UNWRITTEN: the end that could not be written, because the database was unavailable or full. */
  unsuccessfulEnd?: UnsuccessfulEnd;
  fault?: { ref: string; message: string; stack: string | undefined };
  /** Of the span of the run, for the log; absent if it is not traced. */
  traceId?: string;
  /** How the task ended, for the log and the metrics; absent if it did not end. */
  end?: RunEnd;
}

export interface RunEnd {
  type: string;
  projectId: string | null;
  status: TaskEnd['status'];
  /** The code of a failure, if it has one. */
  code?: string;
  /** What the row of the task says. */
  counts: Partial<TaskCounts>;
}

/** The call that runs a task with its handler. */
export function runTaskCall(handlers: readonly AnyTaskHandler[]): WorkerCall<TaskClaim, TaskRun> {
  const handlerByType = new Map(handlers.map((handler) => [handler.type, handler]));
  return {
    name: 'tasks.run',
    run: async (context, claim, signals) => {
      if (!(await claimTask(context.connection, claim, context.clock.now()))) return { outcome: 'NOT_CLAIMED' };
      const task = await readTask(context.connection, claim.taskId);
      const handler = task && handlerByType.get(task.type);
      if (!handler) throw AppError.internal(`No handler for task ${claim.taskId}.`);
      return runTraced(task, (stages) => runClaimed(context, { claim, task, handler, signals, stages }));
    },
  };
}

interface ClaimedTask {
  claim: TaskClaim;
  task: TaskRow;
  handler: AnyTaskHandler;
  signals: WorkSignals;
  stages: StageSpans;
}

/** Runs a task as a span of the trace that it was created in. */
async function runTraced(task: TaskRow, run: (stages: StageSpans) => Promise<TaskRun>): Promise<TaskRun> {
  const { id, type, attempt, traceparent: parent } = task;
  const attributes = { 'waybill.task.id': id, 'waybill.task.attempt': attempt };
  const span = beginSpan({ name: `task ${type}`, kind: 'CONSUMER', parent, attributes });
  if (!span) return run(new StageSpans());
  const stages = new StageSpans();
  const done = await span
    .run(() => run(stages))
    .finally(() => {
      stages.end();
    });
  const { outcome, end } = done;
  const fault = end?.status === 'FAILED' ? (end.code ?? 'FAILED') : undefined;
  span.end({ attributes: { 'waybill.task.outcome': end?.status ?? outcome }, fault });
  return { ...done, traceId: span.traceId };
}

/** The spans of the stages of a task, one after the other. */
class StageSpans {
  private span: BegunSpan | undefined;

  enter(stage: string): void {
    this.end();
    this.span = beginSpan({ name: `stage ${stage}` });
  }

  end(): void {
    this.span?.end();
  }
}

async function runClaimed(context: WorkerContext, claimed: ClaimedTask): Promise<TaskRun> {
  const fileIds: string[] = [];
  const { type, projectId } = claimed.task;
  let ended: RunEnd | undefined;
  const write = async ({ code, ...end }: TaskEnd) => {
    await writeEnd(context, claimed, end);
    ended = { type, projectId, status: end.status, counts: end.counts, ...(code !== undefined && { code }) };
  };
  try {
    // Before the server stopped that had it.
    if (claimed.task.isCancelRequested) throw AppError.taskCancelled();
    // The feature of the handler stored the input, so its type is right.
    const running = taskContext(context, claimed, { fileIds, write }) as TaskContext<never>;
    const end = await claimed.handler.run(running);
    if (end) await context.connection.transaction(() => write(end));
    return { outcome: 'ENDED', ...(ended && { end: ended }) };
  } catch (error) {
    return endAfterError(context, { ...claimed, fileIds }, error);
  }
}

function taskContext(
  context: WorkerContext,
  { task, signals, stages }: ClaimedTask,
  { fileIds, write }: { fileIds: string[]; write: TaskContext['end'] },
): TaskContext {
  const reporter = new ProgressReporter(signals.report);
  return {
    ...context,
    task,
    enterStage: (stage) => {
      stages.enter(stage);
      reporter.enterStage(stage);
    },
    count: (counts) => {
      reporter.count(counts);
    },
    checkpoint: () => signals.checkpoint(),
    newFile: () => {
      const id = newId();
      fileIds.push(id);
      const keep = () => void fileIds.splice(fileIds.indexOf(id), 1);
      return { id, file: context.fileStore.file(id), keep };
    },
    end: write,
  };
}

async function endAfterError(
  context: WorkerContext,
  { claim, task, handler, fileIds }: ClaimedTask & { fileIds: readonly string[] },
  error: unknown,
): Promise<TaskRun> {
  const { connection } = context;
  if (error instanceof AppError && error.code === 'SHUTTING_DOWN') {
    const requeued = await connection.transaction(() => requeueTask(connection, claim));
    if (requeued > 0) await removeFiles(context, fileIds);
    return { outcome: 'REQUEUED' };
  }
  const isCancelled = error instanceof AppError && error.code === 'TASK_CANCELLED';
  const ref = newId();
  const { sentence, isExpected } = failureSentence(error, ref);
  const unsuccessfulEnd: UnsuccessfulEnd = {
    ...claim,
    status: isCancelled ? 'CANCELLED' : 'FAILED',
    errorMessage: sentence,
    fileIds,
  };
  const fault = isExpected ? {} : { fault: { ref, ...describe(error) } };
  const code = error instanceof AppError ? error.code : isDiskFull(error) ? 'DISK_FULL' : 'INTERNAL';
  const { type, projectId } = task;
  const end: RunEnd = { type, projectId, status: unsuccessfulEnd.status, code, counts: {} };
  try {
    await endUnsuccessfully(context, task, { unsuccessfulEnd, handler });
    return { outcome: 'ENDED', end, ...fault };
  } catch (cause) {
    return { outcome: 'UNWRITTEN', unsuccessfulEnd, end, fault: { ref, ...describe(cause) }, ...fault };
  }
}

function describe(error: unknown): { message: string; stack: string | undefined } {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { message, stack };
}

async function writeEnd(context: WorkerContext, { task, claim }: ClaimedTask, end: TaskEnd): Promise<void> {
  const { runnerId } = claim;
  const isWritten = await endTask(context.connection, task, { ...end, runnerId, now: context.clock.now() });
  if (!isWritten) throw AppError.internal(`Task ${task.id} has ended already, or another server has it.`);
}
