/** Below the row of an item: what is wrong with it and the controls that mend it, or what an update changes. */
import type { PlanItemFragment } from '../api/operations.generated.js';
import tones from '../design/tone.module.css';
import { Differences } from './differences.js';
import { ItemRemedies } from './itemRemedies.js';
import { lookOf } from './actions.js';
import { ItemProblem } from './planProblems.js';
import { RenameField } from './renameField.js';
import { usePlanScreen } from './planContext.js';
import { remediedCodes } from './remedies.js';
import styles from './plan.module.css';

export function ItemDetail({ item }: { item: PlanItemFragment }) {
  const { action, problems } = item;
  const { whyFixed } = usePlanScreen();
  const isToDecide = action === 'COLLISION' || action === 'BLOCKED';
  const isUpdate = action === 'UPDATE' || action === 'REFERENCE_UPDATE';
  // The row says the first of them already.
  const told = isToDecide ? problems.filter((problem, index) => index > 0 || isFixShown(problem.code)) : problems;
  return (
    <div className={`${styles.inset ?? ''} ${tones[lookOf(action).tone] ?? ''}`}>
      {isUpdate && <Differences item={item} />}
      {item.canRename && item.isSelected && whyFixed === undefined && action !== 'UNCHANGED' && (
        <RenameField item={item} />
      )}
      {isToDecide && <ItemRemedies item={item} />}
      {told.map((problem, index) => (
        <ItemProblem key={index} problem={problem} isFixShown={isFixShown(problem.code)} />
      ))}
    </div>
  );
}

function isFixShown(code: string): boolean {
  return !remediedCodes.has(code);
}
