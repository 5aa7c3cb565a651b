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

/** Where a plan stands: before its import, after it, or after that was taken back. */
export type Phase = 'PLANNED' | 'DONE' | 'UNDONE';

/** Its word: what happens, or what has happened. */
export function titleOf({ title, doneTitle }: ActionLook, phase: Phase): string {
  if (phase === 'PLANNED' || doneTitle === undefined) return title;
  return phase === 'DONE' ? doneTitle : `${doneTitle}, undone`;
}

/** The look of an item in its row: of one that was written, also that it was taken back. */
export function lookIn(phase: Phase, action: ImportAction): Pick<ActionLook, 'title' | 'tone' | 'icon' | 'isDashed'> {
  const look = lookOf(action);
  if (phase === 'PLANNED' || look.doneTitle === undefined) return look;
  return phase === 'UNDONE' ? { title: 'Undone', tone: 'neutral', icon: 'undo' } : { ...look, title: look.doneTitle };
}

export interface ActionGroup {
  title: string;
  /** After the import. */
  doneTitle: string;
  actions: readonly ImportAction[];
  /** Only items that are blocked by nothing but others that are to be decided, or only the rest. */
  isBlockedByItem?: boolean;
}

/** The order of the rows of a plan: what a person must do, causes before what follows from them. */
export const actionGroups: readonly ActionGroup[] = [
  { title: 'To decide', doneTitle: 'Failed', actions: ['COLLISION', 'BLOCKED'], isBlockedByItem: false },
  { title: 'Blocked by those to decide', doneTitle: 'Failed with those', actions: ['BLOCKED'], isBlockedByItem: true },
  { title: 'Deletes', doneTitle: 'Deleted', actions: ['DELETE'] },
  { title: 'Changes what is here', doneTitle: 'Changed', actions: ['UPDATE', 'REFERENCE_UPDATE'] },
  { title: 'New', doneTitle: 'Created', actions: ['CREATE'] },
  { title: 'Nothing happens', doneTitle: 'Nothing happened', actions: ['UNCHANGED', 'SKIPPED'] },
];

export function groupTitleOf({ title, doneTitle, actions }: ActionGroup, phase: Phase): string {
  if (phase === 'PLANNED') return title;
  const isTakenBack = phase === 'UNDONE' && actions.some((action) => lookOf(action).doneTitle !== undefined);
  return isTakenBack ? `${doneTitle}, undone` : doneTitle;
}

/** How many items a group has; undefined where the counts of a plan do not tell it. */
export function countOfGroup(
  { actions, isBlockedByItem }: ActionGroup,
  counts: PlanCountsFragment,
): number | undefined {
  if (isBlockedByItem === true || (isBlockedByItem === false && counts.blocked > 0)) return undefined;
  return actions.reduce((sum, action) => sum + lookOf(action).countIn(counts), 0);
}

/** How many items keep the plan from being executed as a whole. */
export function openCount({ collision, blocked }: PlanCountsFragment): number {
  return collision + blocked;
}

/** What an import would do, in one sentence, in the order of the counts; what is zero is left out. */
export function sentenceOfCounts(counts: PlanCountsFragment): string {
  const { create, update, referenceUpdate, delete: deletions, unchanged, skipped } = counts;
  return parts([
    [create, 'to create'],
    [update, 'to update'],
    [referenceUpdate, referenceUpdate === 1 ? 'reference to update' : 'references to update'],
    [deletions, 'to delete'],
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
