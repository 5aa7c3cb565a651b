/** Waits for a task and shows how far it is. Ctrl+C cancels the task on the server, or leaves it there. */
import { hasEnded, resultOf, WaybillError } from '../../../client/index.js';
import { CancelTaskDocument, type TaskFieldsFragment } from '../../../client/operations.generated.js';
import { commandAt, type ServerClient } from '../profiles/serverClient.js';
import { progressOf, resultOfTask, taskVerbs } from '../words/taskWords.js';
import { CliFault } from '../terminal/cliFault.js';
import { exitCodes } from '../terminal/exitCodes.js';
import type { Work } from './runCommand.js';

/** How long the server has to answer when a command is being stopped. */
const patienceMs = 10_000;

interface FollowOptions {
  /** Whether the task is left on the server when the command is interrupted. */
  isDetached?: boolean | undefined;
}

/**
 * Gives the last state of a task, which may be a failure.
 * @throws CliFault if the server went away before the task has ended
 */
export async function followTask(
  { terminal, signal }: Pick<Work, 'terminal' | 'signal'>,
  { client, taskId }: { client: ServerClient; taskId: string },
  { isDetached = false }: FollowOptions = {},
): Promise<TaskFieldsFragment> {
  const onProgress = (task: TaskFieldsFragment) => {
    if (!hasEnded(task)) terminal.progress(`${taskVerbs[task.type]}: ${progressOf(task)}`);
  };
  try {
    return await client.waitFor(taskId, { signal, onProgress });
  } catch (error) {
    if (!signal.aborted) throw outcomeUnknown(error, client, taskId);
    if (isDetached) terminal.note(`The task ${taskId} goes on: ${commandAt(client, `watch ${taskId}`)}`);
    else
      await cancel(client, taskId, (text) => {
        terminal.note(text);
      });
    throw error;
  } finally {
    terminal.clearProgress();
  }
}

/** Codes of faults that say nothing of the task: the server is away, or what stands before it answers instead. */
const silences: ReadonlySet<string> = new Set(['UNREACHABLE', 'NOT_WAYBILL']);
/** The server itself cannot answer: that it has changed nothing is said of the question, not of the task. */
const pauses: ReadonlySet<string> = new Set(['SHUTTING_DOWN', 'DATABASE_UNAVAILABLE', 'DATABASE_BUSY']);

/** The fault of a task that was begun and whose end is not known; any other error as it is. */
function outcomeUnknown(error: unknown, client: ServerClient, taskId: string): unknown {
  if (!(error instanceof WaybillError) || !(silences.has(error.code) || pauses.has(error.code))) return error;
  const reason = pauses.has(error.code) ? 'The server cannot answer now.' : error.message;
  const message = `${reason} The task ${taskId} was begun, and may still go through.`;
  const fix = `When the server is back, see what became of it: ${commandAt(client, `watch ${taskId}`)}`;
  return new CliFault('OUTCOME_UNKNOWN', message, { fix });
}

async function cancel(client: ServerClient, taskId: string, note: (text: string) => void): Promise<void> {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const { cancelTask } = await client.ask(CancelTaskDocument, { input: { id: taskId } }, { signal });
    resultOf(cancelTask.task, cancelTask.problems);
    const task = await client.waitFor(taskId, { signal });
    note(
      `The task ${taskId} ${task.status === 'CANCELLED' ? 'was cancelled' : 'had ended already'}: ${resultOfTask(task)}.`,
    );
  } catch (error) {
    if (error instanceof WaybillError && error.code === 'TASK_NOT_CANCELLABLE') {
      note(`The task ${taskId} had ended already: ${commandAt(client, `watch ${taskId}`)}`);
      return;
    }
    const reason = error instanceof Error ? ` ${error.message}` : '';
    note(`The task ${taskId} could not be cancelled and may go on: ${commandAt(client, `watch ${taskId}`)}.${reason}`);
  }
}

/**
 * The task, if it has come to a good end.
 * @throws CliFault with the sentence of the server if not
 */
export function succeeded(task: TaskFieldsFragment): TaskFieldsFragment {
  if (task.status === 'FAILED' || task.status === 'CANCELLED')
    throw new CliFault(task.status === 'FAILED' ? 'TASK_FAILED' : 'TASK_CANCELLED', `${resultOfTask(task)}.`);
  return task;
}

/** What an import that ran to its end has done, and what can be done next. */
export function sayImported(
  { terminal }: Pick<Work, 'terminal'>,
  client: ServerClient,
  task: TaskFieldsFragment,
): void {
  terminal.say(`Imported: ${resultOfTask(task)}.`);
  if (task.failedCount > 0) terminal.say(`What failed, and why: ${commandAt(client, `report ${task.id}`)}`);
  terminal.say(`To take it back: ${commandAt(client, `undo ${task.id}`)}`);
}

export function exitCodeOf({ status }: Pick<TaskFieldsFragment, 'status'>): number {
  return status === 'COMPLETED_WITH_ERRORS' ? exitCodes.completedWithErrors : exitCodes.done;
}
