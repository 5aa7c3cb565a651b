/** The whole spec of an item: as it will be on the branch, and as it is in the file. */
import { useEffect, useRef, useState } from 'react';
import { ItemSpecDocument, type PlanItemFragment } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { Button } from '../design/button.js';
import { Segments } from '../design/field.js';
import { JsonField, jsonTextOf } from '../design/jsonField.js';
import { ErrorState, SkeletonRows } from '../design/states.js';
import text from '../design/text.module.css';
import { usePlanScreen } from './planContext.js';
import styles from './plan.module.css';

interface WholeSpecProps {
  item: PlanItemFragment;
  isShown: boolean;
  onToggle: () => void;
}

type Side = 'branch' | 'file';

export function WholeSpec({ item, isShown, onToggle }: WholeSpecProps) {
  const { plan } = usePlanScreen();
  const [side, setSide] = useState<Side>('branch');
  return (
    <>
      <div className={styles.specButton}>
        <Button
          look="quiet"
          isSmall
          icon={isShown ? 'down' : 'right'}
          aria-expanded={isShown}
          label={`Whole spec of ${item.name}`}
          onPress={onToggle}
        >
          Whole spec
        </Button>
      </div>
      {isShown && <Spec key={plan.updatedAt} {...{ item, side }} onSide={setSide} />}
    </>
  );
}

interface SpecProps {
  item: PlanItemFragment;
  side: Side;
  onSide: (side: Side) => void;
}

/** Asks again when it is made anew: each choice of the plan may give another spec. */
function Spec({ item, side, onSide }: SpecProps) {
  const { data, error, refresh } = useQuery(ItemSpecDocument, { id: item.id });
  const box = useRef<HTMLDivElement>(null);
  const isLoaded = data !== undefined;
  useEffect(() => {
    if (isLoaded) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isLoaded]);
  if (error && !data) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return <SkeletonRows count={3} />;
  const { node } = data;
  if (!node || !('newSpec' in node)) return <p className={text.muted}>The item is gone.</p>;
  const { spec, newSpec } = node;
  if (spec === null) return <p className={text.muted}>The file is wrong here, so there is no spec.</p>;
  const isOnBranch = side === 'branch' && newSpec !== null;
  return (
    <div ref={box} className={styles.spec}>
      {newSpec === null ? (
        <p className={text.muted}>{wherePlaced(item)}</p>
      ) : (
        <div className={styles.remedy}>
          <Segments
            label={`Spec of ${item.name}`}
            value={side}
            options={[
              { value: 'branch', text: 'On the branch' },
              { value: 'file', text: 'In the file' },
            ]}
            onChange={onSide}
          />
        </div>
      )}
      <JsonField
        isBoxed
        label={`Spec of ${item.name} ${isOnBranch ? 'on the branch' : 'in the file'}`}
        value={jsonTextOf(isOnBranch ? newSpec : spec)}
      />
    </div>
  );
}

function wherePlaced({ action }: PlanItemFragment): string {
  if (action === 'SKIPPED') return 'In the file. It does not come to the branch.';
  if (action === 'COLLISION' || action === 'BLOCKED') return 'In the file.';
  return 'The same in the file and on the branch.';
}
