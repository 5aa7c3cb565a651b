/** The problems of deletions: resources that came from the source project earlier, and are no longer in the file. */
import { errorProblem, warningProblem, type Problem } from '../../../shared/problem.js';
import { unseenSubject } from '../../../shared/unseen.js';
import type { ItemRow } from '../tables/itemRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { deniedItem, referenceRefused } from './blockedItem.problems.js';
import { titleOf, type Titles } from './item.problems.js';
import type { DeletionUser } from './usersOfDeletions.js';

const path = ['name'];

/** Why a deletion is not carried out, and what it would lose. */
export function deletionProblems(
  context: Titles,
  plan: PlanRow,
  { item, users }: { item: ItemRow; users: readonly DeletionUser[] },
): Problem[] {
  const problems = [...referenceRefused(context, plan, item), ...deniedItem(context, plan, item)];
  if (item.reason === 'DELETION_IN_USE') problems.push(...inUse(context, item, users));
  if (item.reason === 'DELETION_NOT_ALLOWED') problems.push(notAllowed(context, plan, item));
  const isPlanned = item.action === 'DELETE' || item.reason === 'DELETION_NOT_ALLOWED';
  if (isPlanned && item.hasWarning) problems.push(changedHere(item));
  return problems;
}

function notAllowed(context: Titles, plan: PlanRow, item: ItemRow): Problem {
  const source = plan.sourceProjectKey === null ? 'the source project' : `the project "${plan.sourceProjectKey}"`;
  const title = titleOf(context, item.kind);
  const message = `The ${title} "${item.name}" came from ${source} and is no longer in the file. Its deletion is not allowed yet.`;
  const fix = 'Allow it with isDeletionAllowed, or deselect the deletion to keep the resource.';
  return errorProblem('DELETION_NOT_ALLOWED', message, { path, ...about(item), fix });
}

function inUse(context: Titles, item: ItemRow, users: readonly DeletionUser[]): Problem[] {
  const fix = 'Deselect the deletion to keep the resource, or change what uses it first.';
  const detail = { path, ...about(item), fix };
  // A container that was chosen for the import is the only other use.
  if (users.length === 0) {
    const message = `"${item.name}" is the container of this import, so it cannot be deleted.`;
    return [errorProblem('HAS_DEPENDENTS', message, detail)];
  }
  return users.map(({ kind, name, isInside, isSeen }) => {
    const subject = isSeen ? sentenceStart(`${titleOf(context, kind)} "${name}"`) : unseenSubject;
    const does = isInside ? 'is inside' : 'depends on';
    return errorProblem('HAS_DEPENDENTS', `${subject} ${does} "${item.name}", which is no longer in the file.`, detail);
  });
}

function changedHere(item: ItemRow): Problem {
  const message = `"${item.name}" was changed here after it was imported. Its deletion loses the change; an undo brings it back.`;
  const fix = 'Deselect the deletion to keep the resource.';
  return warningProblem('CHANGED_SINCE_IMPORT', message, { path, ...about(item), fix });
}

function about({ existingId }: ItemRow): { resourceId?: string } {
  return existingId === null ? {} : { resourceId: existingId };
}

function sentenceStart(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
