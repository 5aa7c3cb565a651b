/** tasks, watch, report and undo: the life of a task after its start. */
import type { Command } from 'commander';
import { hasEnded, resultOf } from '../../../client/index.js';
import {
  ProjectTasksDocument,
  TaskDocument,
  TasksDocument,
  UndoImportDocument,
  UndoStateDocument,
  type FilePurpose,
  type TaskFieldsFragment,
  type TaskStatus,
  type TaskType,
} from '../../../client/operations.generated.js';
import { findBranch } from '../places/places.js';
import { commandAt, type ServerClient } from '../profiles/serverClient.js';
import { exitCodeOf, followTask, succeeded } from '../run/followTask.js';
import { runCommand, type Outcome, type Work } from '../run/runCommand.js';
import { saveDownload } from '../run/saveDownload.js';
import { CliFault } from '../terminal/cliFault.js';
import { exitCodes } from '../terminal/exitCodes.js';
import { collect, oneOf, wholeNumberOf } from '../terminal/options.js';
import { formatTime } from '../words/numbers.js';
import { sayTable } from '../words/table.js';
import { resultOfTask, stateOf, taskTitles } from '../words/taskWords.js';

const types: readonly TaskType[] = ['EXPORT', 'STAGE_IMPORT', 'EXECUTE_IMPORT', 'UNDO_IMPORT'];
const statuses: readonly TaskStatus[] = [
  ...(['QUEUED', 'RUNNING', 'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'] as const),
];
const purposes: readonly FilePurpose[] = ['RESULT', 'ERROR_REPORT', 'REMAINDER', 'SOURCE'];

interface ListOptions {
  type?: string[];
  status?: string[];
  limit?: number;
}

export function addTasks(program: Command): void {
  program
    .command('tasks')
    .summary('list tasks, newest first')
    .description('Lists exports, import plans, imports and undos, newest first.')
    .argument('[project[/branch]]', 'only tasks of this project or branch')
    .option('--type <type>', `only this type: ${types.map((type) => type.toLowerCase()).join(', ')}`, collect)
    .option('--status <status>', `only this status: ${statuses.map((each) => each.toLowerCase()).join(', ')}`, collect)
    .option('--limit <number>', 'at most so many; 20 if absent', wholeNumberOf('--limit'))
    .action((place: string | undefined, options: ListOptions, command: Command) =>
      runCommand(command, (work) => list(work, place, options)),
    );
  program
    .command('watch')
    .summary('follow a task to its end')
    .description('Shows how far a task is, and ends with it. Ctrl+C leaves the task alone.')
    .argument('<task>', 'id of the task')
    .action((id: string, _options: object, command: Command) => runCommand(command, (work) => watch(work, id)));
  program
    .command('report')
    .summary('print a file of a task')
    .description(
      'Prints a file of a task: of an import, what happened to each item (result), the items that failed with their problems ' +
        '(error_report), or those items as a file that can be corrected and imported (remainder).',
    )
    .argument('<task>', 'id of the task')
    .option(
      '--file <purpose>',
      `which file: ${purposes.map((each) => each.toLowerCase()).join(', ')}; the error report, else the result, if absent`,
    )
    .option('-o, --output <file>', 'write it to this file')
    .action((id: string, options: { file?: string; output?: string }, command: Command) =>
      runCommand(command, (work) => report(work, id, options)),
    );
  program
    .command('undo')
    .summary('take an import back')
    .description(
      'Undoes an import: what it created is deleted, and what it changed gets its previous content. An undo can be undone too.',
    )
    .argument('<task>', 'id of the task of the import')
    .option('--force', 'undo it even if resources were changed since; those changes are lost')
    .option('-y, --yes', 'do not ask')
    .option('--detach', 'on Ctrl+C, leave the task on the server instead of cancelling it')
    .action((id: string, options: UndoOptions, command: Command) =>
      runCommand(command, (work) => undo(work, id, options)),
    );
}

async function list(work: Work, place: string | undefined, options: ListOptions): Promise<Outcome> {
  const { terminal, connect } = work;
  const client = await connect();
  const filter = {
    ...(options.type && { types: options.type.map((type) => oneOf(type, types, '--type')) }),
    ...(options.status && { statuses: options.status.map((status) => oneOf(status, statuses, '--status')) }),
  };
  const limit = options.limit ?? 20;
  const found = [];
  for await (const task of await tasksOf(client, place, { filter, first: Math.min(500, limit) })) {
    found.push(task);
    if (found.length >= limit) break;
  }
  sayTable(
    terminal,
    ['TASK', 'STARTED', 'WHAT', 'WHERE', 'STATE', 'RESULT'],
    found.map((task) => [
      ...[task.id, formatTime(task.createdAt), taskTitles[task.type]],
      ...[task.branch ? `${task.branch.project.key}/${task.branch.name}` : '', stateOf(task), resultOfTask(task)],
    ]),
  );
  if (found.length === 0) terminal.say('There is no such task.');
  return { document: { tasks: found } };
}

async function tasksOf(client: ServerClient, place: string | undefined, page: { filter: object; first: number }) {
  if (place === undefined) return client.each(TasksDocument, page, (data) => data.tasks);
  if (!place.includes('/'))
    return client.each(
      ProjectTasksDocument,
      { key: (await findBranch(client, place)).project.key, ...page },
      (data) => data.project?.tasks,
    );
  const { branchId } = await findBranch(client, place);
  return client.each(TasksDocument, { ...page, filter: { ...page.filter, branchId } }, (data) => data.tasks);
}

async function watch(work: Work, id: string): Promise<Outcome> {
  const client = await work.connect();
  // Who only looks cancels nothing.
  const task = await followTask(work, { client, taskId: id }, { isDetached: true });
  work.terminal.say(`${taskTitles[task.type]}: ${stateOf(task).toLowerCase()}. ${resultOfTask(task)}.`);
  const hasFailed = task.status === 'FAILED' || task.status === 'CANCELLED';
  return { document: { task }, exitCode: hasFailed ? exitCodes.fault : exitCodeOf(task) };
}

async function report(work: Work, id: string, options: { file?: string; output?: string }): Promise<Outcome> {
  const client = await work.connect();
  const task = await findTask(client, id);
  const wanted = options.file === undefined ? undefined : oneOf(options.file, purposes, '--file');
  const byPurpose = new Map(task.files.map((file) => [file.purpose, file]));
  const file =
    wanted === undefined ? (byPurpose.get('ERROR_REPORT') ?? byPurpose.get('RESULT')) : byPurpose.get(wanted);
  if (!file) {
    const names = task.files.map(({ purpose }) => purpose.toLowerCase());
    throw new CliFault('NO_FILE', `The task ${id} has no ${wanted?.toLowerCase() ?? 'report'}.`, {
      fix:
        names.length > 0
          ? `It has: ${names.join(', ')}.`
          : hasEnded(task)
            ? 'It has no files.'
            : `It still runs: ${commandAt(client, `watch ${id}`)}`,
    });
  }
  const { terminal, signal } = work;
  if (options.output !== undefined) {
    await saveDownload(work, { client, file, target: options.output });
    terminal.say(`Written to ${options.output}.`);
  } else if (terminal.isJson) return { document: { file } };
  else await terminal.pipe(client.download(file, { signal }), signal);
  return { document: { file, path: options.output } };
}

interface UndoOptions {
  force?: boolean;
  yes?: boolean;
  detach?: boolean;
}

async function undo(work: Work, id: string, { force = false, yes, detach }: UndoOptions): Promise<Outcome> {
  const { terminal, signal, connect } = work;
  const client = await connect();
  const before = await findTask(client, id);
  terminal.say(`${taskTitles[before.type]} of ${formatTime(before.createdAt)}: ${resultOfTask(before)}.`);
  await refuseUndone(client, before);
  terminal.say('What it created is deleted, and what it changed gets its previous content. An undo can be undone too.');
  if (yes !== true && !(await terminal.ask('Undo it?', '--yes', signal))) {
    terminal.say('Nothing was undone.');
    return { document: { task: null } };
  }
  const { undoImport } = await client.ask(UndoImportDocument, { input: { taskId: id, force } });
  const { id: taskId } = resultOf(undoImport.task, undoImport.problems);
  const task = succeeded(await followTask(work, { client, taskId }, { isDetached: detach }));
  terminal.say(`Undone: ${resultOfTask(task)}.`);
  return { document: { task }, exitCode: exitCodeOf(task) };
}

/** What is undone is not promised again. */
async function refuseUndone(client: ServerClient, { id, isUndone }: TaskFieldsFragment): Promise<void> {
  if (!isUndone) return;
  const { task } = await client.ask(UndoStateDocument, { id });
  throw new CliFault('TASK_NOT_UNDOABLE', 'The task was already undone.', {
    fix: task?.lastUndo
      ? `To restore its changes, undo its undo: ${commandAt(client, `undo ${task.lastUndo.id}`)}`
      : 'To restore its changes, import the file again.',
  });
}

async function findTask(client: ServerClient, id: string): Promise<TaskFieldsFragment> {
  const { task } = await client.ask(TaskDocument, { id });
  if (task) return task;
  throw new CliFault('NO_TASK', `There is no task ${id}, or you may not see it.`, {
    fix: `\`${commandAt(client, 'tasks')}\` lists them.`,
  });
}
