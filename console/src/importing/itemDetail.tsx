/** Below the row of an item: what is wrong with it and the controls that mend it, what an update changes, and its whole spec. */
import type { PlanItemFragment, PlanProblemFragment } from '../api/operations.generated.js';
import tones from '../design/tone.module.css';
import { Differences } from './differences.js';
import { ItemRemedies } from './itemRemedies.js';
import { lookOf } from './actions.js';
import { ItemProblem } from './planProblems.js';
import { RememberedName } from './rememberedName.js';
import { RenameField } from './renameField.js';
import { usePlanScreen } from './planContext.js';
import { remediedCodes } from './remedies.js';
import { WholeSpec } from './wholeSpec.js';
import styles from './plan.module.css';

interface ItemDetailProps {
  item: PlanItemFragment;
  isSpecShown: boolean;
  onSpecToggle: () => void;
}

export function ItemDetail({ item, isSpecShown, onSpecToggle }: ItemDetailProps) {
  const { action, problems } = item;
  const { whyFixed } = usePlanScreen();
  const isToDecide = action === 'COLLISION' || action === 'BLOCKED';
  const isUpdate = action === 'UPDATE' || action === 'REFERENCE_UPDATE';
  // The row says the first of them already.
  const told = isToDecide ? problems.filter((problem, index) => index > 0 || isFixShown(problem)) : problems;
  const isRenamed = action === 'COLLISION' || action === 'CREATE' || problems.some(({ code }) => code === 'FORBIDDEN');
  return (
    <div className={`${styles.inset ?? ''} ${tones[lookOf(action).tone] ?? ''}`}>
      {item.isNameRemembered && <RememberedName item={item} isFieldShown={isRenamed} />}
      {isUpdate && <Differences item={item} />}
      {isRenamed && item.canRename && item.isSelected && whyFixed === undefined && <RenameField item={item} />}
      {isToDecide && <ItemRemedies item={item} />}
      {told.map((problem, index) => (
        <ItemProblem key={index} problem={problem} isFixShown={isFixShown(problem)} />
      ))}
      {!item.isDeletion && <WholeSpec item={item} isShown={isSpecShown} onToggle={onSpecToggle} />}
    </div>
  );
}

/** Whether the fix is told in words: not where a control does it, nor where it is a call of the API. */
function isFixShown({ code, fix }: PlanProblemFragment): boolean {
  return fix !== null && !remediedCodes.has(code) && !/remapPrerequisite|setImportOptions|setPackEnabled/.test(fix);
}
