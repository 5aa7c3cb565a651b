/** A task in the words of a person: the same as on the screens of the console. */
import type { TaskFieldsFragment, TaskStatus, TaskType } from '../../../client/operations.generated.js';
import { countOf, formatCount, formatDuration, formatSize } from './numbers.js';

export const taskTitles: Readonly<Record<TaskType, string>> = {
  EXPORT: 'Export',
  STAGE_IMPORT: 'Import plan',
  EXECUTE_IMPORT: 'Import',
  UNDO_IMPORT: 'Undo',
};

/** What the progress line says of a task that runs. */
export const taskVerbs: Readonly<Record<TaskType, string>> = {
  EXPORT: 'Exporting',
  STAGE_IMPORT: 'Reading the file',
  EXECUTE_IMPORT: 'Importing',
  UNDO_IMPORT: 'Undoing',
};

const states: Readonly<Record<TaskStatus, string>> = {
  QUEUED: 'Waiting',
  RUNNING: 'Running',
  COMPLETED: 'Completed',
  COMPLETED_WITH_ERRORS: 'Completed with errors',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
};

/** What a task that has not run to its good end has left behind. */
const leftBehind: Readonly<Record<TaskType, string>> = {
  EXPORT: 'Nothing was written',
  STAGE_IMPORT: 'The file was not read to its end',
  EXECUTE_IMPORT: 'Nothing was applied',
  UNDO_IMPORT: 'Nothing was taken back',
};

export function stateOf({ status, isUndone }: Pick<TaskFieldsFragment, 'status' | 'isUndone'>): string {
  return isUndone ? 'Undone' : states[status];
}

/** `64,210 of 100,000, 21,400/s, 2 s left`. */
export function progressOf({ processedCount, totalCount, itemsPerSecond, stage }: TaskFieldsFragment): string {
  const parts = [
    totalCount === null ? formatCount(processedCount) : `${formatCount(processedCount)} of ${formatCount(totalCount)}`,
  ];
  if (itemsPerSecond !== null && itemsPerSecond > 0) {
    parts.push(`${formatCount(Math.round(itemsPerSecond))}/s`);
    const leftMs = totalCount === null ? 0 : ((totalCount - processedCount) / itemsPerSecond) * 1000;
    if (leftMs >= 1000) parts.push(`${formatDuration(Math.round(leftMs / 1000) * 1000).replace('.0 s', ' s')} left`);
  } else if (stage !== null) parts.push(stage.toLowerCase().replaceAll('_', ' '));
  return parts.join(', ');
}

/** What a task has done, in one sentence without a full stop. */
export function resultOfTask(task: TaskFieldsFragment): string {
  const { type, status, processedCount, errorMessage } = task;
  if (status === 'QUEUED') return 'Waits for its turn';
  if (status === 'RUNNING') return progressOf(task);
  if (status === 'FAILED') return `${leftBehind[type]}: ${errorMessage ?? 'the task failed'}`.replace(/\.$/, '');
  if (status === 'CANCELLED') return leftBehind[type];
  const result = task.files.find(({ purpose }) => purpose === 'RESULT');
  if (type === 'EXPORT')
    return `${countOf(processedCount, 'resource')}${result ? `, ${formatSize(result.sizeBytes)}` : ', its file was deleted'}`;
  return type === 'STAGE_IMPORT' ? countOf(processedCount, 'item') : sentenceOfTask(task);
}

/** `6 created, 1 failed`: what is zero is left out. */
export function sentenceOfTask(task: TaskFieldsFragment): string {
  const { createdCount, updatedCount, deletedCount, unchangedCount, skippedCount, failedCount } = task;
  const counted: readonly (readonly [number, string])[] = [
    [createdCount, 'created'],
    [updatedCount, 'updated'],
    [deletedCount, 'deleted'],
    [unchangedCount, 'unchanged'],
    [skippedCount, 'left out'],
    [failedCount, 'failed'],
  ];
  const said = counted.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`);
  return said.length === 0 ? 'Nothing changed' : said.join(', ');
}
