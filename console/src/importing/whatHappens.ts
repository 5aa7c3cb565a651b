import type { PlanItemFragment } from '../api/operations.generated.js';
import { countOf, formatTime } from '../design/format.js';

/** One sentence about an item: what is in its way, else what the import does with it. */
export function whatHappens(item: PlanItemFragment): string {
  const { action, problems, diffCount, existing, newName } = item;
  const builtIn = problems.find(({ code }) => code === 'BUILT_IN');
  const worst = problems.find(({ severity }) => severity === 'ERROR') ?? problems[0];
  switch (action) {
    case 'COLLISION':
    case 'BLOCKED':
      return worst?.message ?? '';
    case 'UPDATE':
      return `${remembered(item)}${fieldsDiffer(diffCount)}`;
    case 'REFERENCE_UPDATE': {
      const exportedAt = existing?.origin?.exportedAt;
      return `${fieldsDiffer(diffCount)}${exportedAt == null ? '' : ` Replaces the export of ${formatTime(exportedAt)}.`}`;
    }
    case 'CREATE':
      return [
        newName === null ? '' : `Becomes ${newName} here${item.isNameRemembered ? ', as remembered' : ''}.`,
        worst?.message ?? '',
      ]
        .join(' ')
        .trim();
    case 'UNCHANGED':
      return builtIn?.message ?? `${remembered(item)}The branch has it with the same content.`;
    case 'DELETE':
      return worst?.message ?? 'It came from the same project, and is no longer in the file.';
    case 'SKIPPED':
      if (item.isDeletion) return 'You keep it, although it is no longer in the file.';
      return existing === null ? 'You left it out.' : 'You left it out: what the branch has is used.';
  }
}

/** The same after the import. */
export function whatHappened(item: PlanItemFragment): string {
  const { action, problems, diffCount, existing, name, newName } = item;
  const builtIn = problems.find(({ code }) => code === 'BUILT_IN');
  const note = (problems.find(({ severity }) => severity === 'ERROR') ?? problems[0])?.message ?? '';
  switch (action) {
    case 'COLLISION':
    case 'BLOCKED':
      return note;
    case 'UPDATE':
    case 'REFERENCE_UPDATE':
      return diffCount === 0 ? 'Its content differed.' : `${countOf(diffCount, 'field')} differed.`;
    case 'CREATE':
      return [newName === null ? '' : `It is ${name} in the file.`, note].join(' ').trim();
    case 'UNCHANGED':
      return builtIn?.message ?? 'The branch had it with the same content.';
    case 'DELETE':
      return 'It came from the same project, and was no longer in the file.';
    case 'SKIPPED':
      if (item.isDeletion) return 'It was kept, although it was no longer in the file.';
      return existing === null ? 'It was left out.' : 'It was left out: what the branch has is used.';
  }
}

/** The same after the import was taken back. */
export function whatWasUndone(item: PlanItemFragment): string {
  switch (item.action) {
    case 'CREATE':
      return 'It was deleted again.';
    case 'UPDATE':
    case 'REFERENCE_UPDATE':
      return 'It has its content from before the import again.';
    case 'DELETE':
      return 'It is back on the branch.';
    default:
      return whatHappened(item);
  }
}

function remembered({ isNameRemembered, newName }: PlanItemFragment): string {
  return isNameRemembered && newName !== null ? `It is ${newName} here, as remembered. ` : '';
}

function fieldsDiffer(count: number): string {
  if (count === 0) return 'Its content differs.';
  return `${countOf(count, 'field')} ${count === 1 ? 'differs' : 'differ'}.`;
}
