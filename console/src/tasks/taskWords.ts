/** A task in the words of a person: its state, its file, and what it has done. */
import type { TaskRowFragment, TaskStatus, TaskType } from '../api/operations.generated.js';
import type { Tone } from '../design/badge.js';
import { countOf, formatCount, formatDuration, formatSize, formatTime } from '../design/format.js';
import type { IconName } from '../design/icon.js';
import { branchPath } from '../shell/branchPath.js';
import { taskTitles } from '../shell/taskTitles.js';

export interface TaskState {
  icon: IconName;
  tone: Tone;
  word: string;
  detail?: string;
}

const states: Readonly<Record<TaskStatus, TaskState>> = {
  QUEUED: { icon: 'clock', tone: 'neutral', word: 'Waiting' },
  RUNNING: { icon: 'running', tone: 'neutral', word: 'Running' },
  COMPLETED: { icon: 'check', tone: 'create', word: 'Completed' },
  COMPLETED_WITH_ERRORS: { icon: 'warn', tone: 'collision', word: 'Completed', detail: 'with errors' },
  FAILED: { icon: 'block', tone: 'blocked', word: 'Failed' },
  CANCELLED: { icon: 'minus', tone: 'neutral', word: 'Cancelled' },
};

export function stateOf(task: TaskRowFragment): TaskState {
  if (isPlanOpen(task))
    return openItems(task) > 0
      ? { icon: 'warn', tone: 'collision', word: 'To decide' }
      : { icon: 'check', tone: 'create', word: 'Ready' };
  if (task.isUndone) return { icon: 'undo', tone: 'neutral', word: 'Undone' };
  if (isBeingUndone(task)) return { ...states[task.status], detail: 'being undone' };
  return states[task.status];
}

export function isBeingUndone({ lastUndo }: TaskRowFragment): boolean {
  return lastUndo !== null && (lastUndo.status === 'QUEUED' || lastUndo.status === 'RUNNING');
}

/** The task whose undo takes the import of this one back, or applies it again; undefined for a task that has no such way. */
export function undoTargetOf(task: TaskRowFragment): { taskId: string; isImported: boolean } | undefined {
  const { id, type, status, isUndone, lastUndo, importPlan } = task;
  const hasChanged = status === 'COMPLETED' || status === 'COMPLETED_WITH_ERRORS';
  if (!hasChanged || isUndone || isBeingUndone(task)) return undefined;
  if (type === 'EXECUTE_IMPORT') return { taskId: lastUndo?.id ?? id, isImported: true };
  // In a chain of undos, the last one is the way.
  const isLast = type === 'UNDO_IMPORT' && lastUndo === null;
  return isLast ? { taskId: id, isImported: importPlan?.executeTask?.isUndone === false } : undefined;
}

/** Whether the task has read a file whose plan still waits for a person. */
export function isPlanOpen({ type, importPlan }: TaskRowFragment): boolean {
  return type === 'STAGE_IMPORT' && importPlan?.status === 'READY';
}

/** The address of the plan that a task has made, executed or taken back. */
export function planPathOf({ branch, importPlan }: TaskRowFragment): string | undefined {
  if (!branch || !importPlan) return undefined;
  return branchPath({ projectKey: branch.project.key, branchName: branch.name }, `import/${importPlan.id}`);
}

export function isOpen({ status }: TaskRowFragment): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

function openItems({ importPlan }: TaskRowFragment): number {
  return importPlan ? importPlan.counts.collision + importPlan.counts.blocked : 0;
}

/** The name of the file that a task is about: what it has read, else what it has written. */
export function fileNameOf({ files, importPlan }: TaskRowFragment): string | undefined {
  const named = files.find(({ purpose }) => purpose === 'SOURCE') ?? files.find(({ purpose }) => purpose === 'RESULT');
  return importPlan?.fileName ?? named?.name;
}

/** How far a running task is, from 0 to 1; undefined while that is not known. */
export function shareOf({ processedCount, totalCount }: TaskRowFragment): number | undefined {
  return totalCount == null || totalCount === 0 ? undefined : Math.min(1, processedCount / totalCount);
}

/** `64,210 of 100,000, 21,400/s, 2 s left`. */
export function progressOf({ processedCount, totalCount, itemsPerSecond, stage }: TaskRowFragment): string {
  const parts = [
    totalCount == null ? formatCount(processedCount) : `${formatCount(processedCount)} of ${formatCount(totalCount)}`,
  ];
  if (itemsPerSecond != null && itemsPerSecond > 0) {
    parts.push(`${formatCount(Math.round(itemsPerSecond))}/s`);
    const leftMs = totalCount == null ? 0 : ((totalCount - processedCount) / itemsPerSecond) * 1000;
    if (leftMs >= 1000) parts.push(`${formatDuration(Math.round(leftMs / 1000) * 1000).replace('.0 s', ' s')} left`);
  } else if (stage != null) parts.push(stage.toLowerCase().replaceAll('_', ' '));
  return parts.join(', ');
}

export interface TaskResult {
  main: string;
  detail?: string | undefined;
}

/** What a task that has not run to its good end has left behind. */
const leftBehind: Readonly<Record<TaskType, string>> = {
  EXPORT: 'Nothing was written',
  STAGE_IMPORT: 'The file was not read to its end',
  EXECUTE_IMPORT: 'Nothing was applied',
  UNDO_IMPORT: 'Nothing was taken back',
};

export function resultOf(task: TaskRowFragment): TaskResult {
  const { type, status, processedCount, totalCount, errorMessage } = task;
  if (status === 'QUEUED') return { main: 'Waits for its turn' };
  if (status === 'FAILED') return { main: leftBehind[type], detail: errorMessage ?? undefined };
  if (status === 'CANCELLED') {
    const at =
      totalCount == null ? formatCount(processedCount) : `${formatCount(processedCount)} of ${formatCount(totalCount)}`;
    return { main: leftBehind[type], detail: processedCount > 0 ? `cancelled at ${at}` : undefined };
  }
  if (type === 'EXPORT') return exported(task);
  return type === 'STAGE_IMPORT' ? planned(task) : changed(task);
}

function exported({ processedCount, files }: TaskRowFragment): TaskResult {
  const result = files.find(({ purpose }) => purpose === 'RESULT');
  const count = countOf(processedCount, 'resource');
  if (!result) return { main: count, detail: 'its file was deleted' };
  const { sha256 } = result;
  return {
    main: `${count}, ${formatSize(result.sizeBytes)}`,
    detail: sha256 == null ? undefined : `sha256 ${sha256.slice(0, 8)}…${sha256.slice(-4)}`,
  };
}

function planned(task: TaskRowFragment): TaskResult {
  const { importPlan, processedCount } = task;
  if (!importPlan) return { main: countOf(processedCount, 'item'), detail: 'its plan was deleted' };
  const { status, counts, executeTask } = importPlan;
  if (status === 'EXECUTED')
    return { main: countOf(processedCount, 'item'), detail: executeTask?.isUndone ? 'imported, undone' : 'imported' };
  if (status === 'DISCARDED') return { main: countOf(processedCount, 'item'), detail: 'the plan was discarded' };
  const toDecide = openItems(task);
  const parts = [
    counts.collision > 0 && countOf(counts.collision, 'collision'),
    counts.blocked > 0 && `${formatCount(counts.blocked)} blocked`,
  ].filter(Boolean);
  if (toDecide === 0) return { main: `${countOf(counts.total, 'item')}, nothing to decide` };
  return { main: `${countOf(counts.total, 'item')}, ${formatCount(toDecide)} to decide`, detail: parts.join(', ') };
}

function changed(task: TaskRowFragment): TaskResult {
  const { createdCount, updatedCount, deletedCount, failedCount, unchangedCount, skippedCount } = task;
  const counted = (count: number, word: string) => (count > 0 ? [`${formatCount(count)} ${word}`] : []);
  const main = [
    ...counted(createdCount, 'created'),
    ...counted(updatedCount, 'updated'),
    ...counted(deletedCount, 'deleted'),
    ...counted(failedCount, 'failed'),
  ];
  const detail = [...counted(unchangedCount, 'unchanged'), ...counted(skippedCount, 'left out')];
  return { main: main.join(', ') || 'Nothing changed', detail: detail.join(', ') || undefined };
}

export function tookOf({ startedAt, endedAt }: TaskRowFragment): string | undefined {
  if (startedAt == null || endedAt == null) return undefined;
  return formatDuration(Date.parse(endedAt) - Date.parse(startedAt));
}

/** What a screen reader calls the row of a task. */
export function taskName(task: TaskRowFragment): string {
  const fileName = fileNameOf(task);
  return `${taskTitles[task.type]}${fileName === undefined ? '' : ` of ${fileName}`}, ${formatTime(task.createdAt)}`;
}
