/** Others have changed the branch since the plan was derived. */
import { useState } from 'react';
import { ChangedMeanwhileDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { Button, TextButton } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { capitalized, formatTime } from '../design/format.js';
import { Notice } from '../design/page.js';
import { ErrorState, SkeletonRows } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { useAmendments, usePlanScreen } from './planContext.js';
import styles from './importing.module.css';

export function ChangedNotice() {
  const { whyFixed } = usePlanScreen();
  const { setOptions } = useAmendments();
  const [isShown, setIsShown] = useState(false);
  return (
    <Notice icon="sync">
      <span className={styles.noticeText}>
        <strong>Changed meanwhile:</strong> the branch is not as it was when the plan was made.
      </span>
      <TextButton onPress={() => setIsShown(true)}>Show what changed</TextButton>
      <Button isSmall whyDisabled={whyFixed} onPress={() => void setOptions({})}>
        Compare again
      </Button>
      {isShown && <WhatChanged onClose={() => setIsShown(false)} />}
    </Notice>
  );
}

/** Resources that changed after the plan was derived. Deleted ones are not there any more: comparing again finds them. */
function WhatChanged({ onClose }: { onClose: () => void }) {
  const branch = useBranch();
  const { plan } = usePlanScreen();
  const [since] = useState(plan.updatedAt);
  const { data, error, refresh } = useQuery(
    ChangedMeanwhileDocument,
    { branchId: branch.id },
    { policy: 'network-only' },
  );
  const changed = data?.resources?.nodes.filter(({ updatedAt }) => updatedAt > since) ?? [];
  return (
    <Dialog title="What changed on the branch" onClose={onClose}>
      {error && !data && <ErrorState error={error} onRetry={refresh} />}
      {!data && !error && <SkeletonRows count={3} />}
      {data && changed.length === 0 && (
        <p>Resources were deleted, or restored to what they were. Compare again to see what that means for the plan.</p>
      )}
      <ul className={layout.stack}>
        {changed.map(({ id, name, kind, createdAt, updatedAt, history }) => (
          <li key={id}>
            <span className={text.name}>{name}</span> <span className={text.muted}>{capitalized(kind.title)}</span>
            <p className={text.muted}>
              {createdAt > since ? 'Created' : 'Changed'} {formatTime(updatedAt)}
              {history.nodes[0]?.changedBy && ` by ${history.nodes[0].changedBy.name}`}
            </p>
          </li>
        ))}
      </ul>
      <div className={layout.row}>
        <span className={layout.grow} />
        <Button onPress={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
