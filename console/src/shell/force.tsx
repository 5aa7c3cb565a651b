/** What the API calls force, in the words of the console: an undo or a deletion that is done all the same. */
import { Checkbox } from '../design/field.js';
import type { ShownProblem } from '../design/states.js';

const label = 'Do it all the same';

/** Whether a problem of an undo is gone with `force`. What is inside of what would go is not. */
function isOvercome({ code, fix }: ShownProblem): boolean {
  return code === 'CHANGED_SINCE_IMPORT' || (code === 'HAS_DEPENDENTS' && /\bset force\b/i.test(fix ?? ''));
}

/** Whether an undo that was refused may be done all the same. */
export function mayForce(problems: readonly ShownProblem[]): boolean {
  return problems.some(isOvercome);
}

/** The same problems, whose fixes name the checkbox in place of the argument of the API. */
export function inWordsOfForce(problems: readonly ShownProblem[]): ShownProblem[] {
  return problems.map(({ fix, ...problem }) => ({
    ...problem,
    ...(fix != null && {
      fix: fix.replace(/\bset force to true\b/i, (words) => `${words.startsWith('S') ? 'T' : 't'}ick “${label}”`),
    }),
  }));
}

interface ForceBoxProps {
  isForced: boolean;
  onChange: (isForced: boolean) => void;
}

/** Lets an undo be done although resources were changed since, or refer to what would go. */
export function ForceBox({ isForced, onChange }: ForceBoxProps) {
  return (
    <Checkbox isSelected={isForced} onChange={onChange}>
      {label}: later changes are lost, and what refers to a deleted resource is left without it
    </Checkbox>
  );
}
