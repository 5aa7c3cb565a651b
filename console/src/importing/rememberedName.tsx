/** A name that an earlier import from the same project has given to an item. */
import { useState } from 'react';
import type { PlanItemFragment } from '../api/operations.generated.js';
import { Badge } from '../design/badge.js';
import { Button } from '../design/button.js';
import { ProblemList, type ShownProblem } from '../design/states.js';
import { useAmendments, usePlanScreen } from './planContext.js';
import styles from './plan.module.css';

interface RememberedNameProps {
  item: PlanItemFragment;
  /** Whether the field for another name, which can take it back too, follows. */
  isFieldShown: boolean;
}

export function RememberedName({ item, isFieldShown }: RememberedNameProps) {
  const { whyFixed } = usePlanScreen();
  const { rename } = useAmendments();
  const [problems, setProblems] = useState<readonly ShownProblem[]>([]);
  return (
    <>
      <div className={styles.remedy}>
        <Badge tone="neutral" icon="clock">
          Remembered
        </Badge>
        <span>
          An earlier import from the same project has named it <code>{item.newName}</code>.
        </span>
        {!isFieldShown && (
          <Button
            look="quiet"
            isSmall
            whyDisabled={whyFixed}
            onPress={() => void rename(item.id, item.name).then((renamed) => setProblems(renamed.problems))}
          >
            Take the name of the file
          </Button>
        )}
      </div>
      <ProblemList problems={problems} />
    </>
  );
}
