/** What an import does with an item: its words, its look, and what a person has to do about it. */
import type { ImportAction, PlanCountsFragment } from '../api/operations.generated.js';
import type { Tone } from '../design/badge.js';
import { countOf, formatCount } from '../design/format.js';
import type { IconName } from '../design/icon.js';

export interface ActionLook {
  action: ImportAction;
  title: string;
  /** After the import. */
  doneTitle?: string;
  tone: Tone;
  icon: IconName;
  isDashed?: boolean;
  countIn: (counts: PlanCountsFragment) => number;
}

/** In the order of bar, filters and groups: decisions first. */
export const actionLooks: readonly ActionLook[] = [
  { action: 'COLLISION', title: 'Collision', tone: 'collision', icon: 'warn', countIn: ({ collision }) => collision },
  { action: 'BLOCKED', title: 'Blocked', tone: 'blocked', icon: 'block', countIn: ({ blocked }) => blocked },
  {
    action: 'CREATE',
    title: 'Create',
    doneTitle: 'Created',
    tone: 'create',
    icon: 'plus',
    countIn: ({ create }) => create,
  },
  {
    action: 'UPDATE',
    title: 'Update',
    doneTitle: 'Updated',
    tone: 'update',
    icon: 'tilde',
    countIn: ({ update }) => update,
  },
  {
    action: 'REFERENCE_UPDATE',
    title: 'Reference update',
    doneTitle: 'Reference updated',
    tone: 'reference',
    icon: 'sync',
    countIn: ({ referenceUpdate }) => referenceUpdate,
  },
  {
    action: 'DELETE',
    title: 'Delete',
    doneTitle: 'Deleted',
    tone: 'blocked',
    icon: 'trash',
    countIn: ({ delete: count }) => count,
  },
  { action: 'UNCHANGED', title: 'Unchanged', tone: 'neutral', icon: 'equal', countIn: ({ unchanged }) => unchanged },
  {
    action: 'SKIPPED',
    title: 'Left out',
    tone: 'neutral',
    icon: 'minus',
    isDashed: true,
    countIn: ({ skipped }) => skipped,
  },
];

const lookByAction = new Map(actionLooks.map((look) => [look.action, look]));

export function lookOf(action: ImportAction): ActionLook {
  const look = lookByAction.get(action);
  if (!look) throw new Error(`The console does not know the action ${action}.`);
  return look;
}

/** Its word: what happens, or after the import what has happened. */
export function titleOf({ title, doneTitle }: ActionLook, isDone: boolean): string {
  return isDone ? (doneTitle ?? title) : title;
}

/** What has become of an item, after the import: of those that were written, also that they were taken back. */
export function resultLookOf(
  action: ImportAction,
  isUndone: boolean,
): Pick<ActionLook, 'title' | 'tone' | 'icon' | 'isDashed'> {
  const look = lookOf(action);
  if (look.doneTitle === undefined) return look;
  return isUndone ? { title: 'Undone', tone: 'neutral', icon: 'undo' } : { ...look, title: look.doneTitle };
}

export interface ActionGroup {
  title: string;
  /** After the import. */
  doneTitle: string;
  actions: readonly ImportAction[];
}

/** The order of the rows of a plan: what a person must do. */
export const actionGroups: readonly ActionGroup[] = [
  { title: 'To decide', doneTitle: 'Failed', actions: ['COLLISION', 'BLOCKED'] },
  { title: 'Deletes', doneTitle: 'Deleted', actions: ['DELETE'] },
  { title: 'Changes what is here', doneTitle: 'Changed', actions: ['UPDATE', 'REFERENCE_UPDATE'] },
  { title: 'New', doneTitle: 'Created', actions: ['CREATE'] },
  { title: 'Nothing happens', doneTitle: 'Nothing happened', actions: ['UNCHANGED', 'SKIPPED'] },
];

const groupByAction = new Map(actionGroups.flatMap((group) => group.actions.map((action) => [action, group])));

/** `isDone`: whether the import was made. */
export function groupTitleOf(action: ImportAction, isDone = false): string {
  const group = groupByAction.get(action);
  return (isDone ? group?.doneTitle : group?.title) ?? '';
}

export function countOfGroup({ actions }: ActionGroup, counts: PlanCountsFragment): number {
  return actions.reduce((sum, action) => sum + lookOf(action).countIn(counts), 0);
}

/** How many items keep the plan from being executed as a whole. */
export function openCount({ collision, blocked }: PlanCountsFragment): number {
  return collision + blocked;
}

/** The result in one sentence, in the order of the counts; what is zero is left out. */
export function sentenceOfCounts(counts: PlanCountsFragment): string {
  const { create, update, referenceUpdate, delete: deletions, unchanged, skipped } = counts;
  return parts([
    [create, 'created'],
    [update, 'updated'],
    [referenceUpdate, referenceUpdate === 1 ? 'reference updated' : 'references updated'],
    [deletions, 'deleted'],
    [unchanged, 'unchanged'],
    [skipped, 'left out'],
  ]);
}

interface Done {
  createdCount: number;
  updatedCount: number;
  deletedCount: number;
  unchangedCount: number;
  skippedCount: number;
  failedCount: number;
}

export function sentenceOfTask(task: Done): string {
  const { createdCount, updatedCount, deletedCount, unchangedCount, skippedCount, failedCount } = task;
  return parts([
    [createdCount, 'created'],
    [updatedCount, 'updated'],
    [deletedCount, 'deleted'],
    [unchangedCount, 'unchanged'],
    [skippedCount, 'left out'],
    [failedCount, 'failed'],
  ]);
}

function parts(counted: readonly (readonly [number, string])[]): string {
  const said = counted.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`);
  return said.length === 0 ? 'Nothing to write' : said.join(', ');
}

export function itemsAreOpen(count: number): string {
  return count === 1 ? '1 item is to be decided.' : `${countOf(count, 'item')} are to be decided.`;
}
