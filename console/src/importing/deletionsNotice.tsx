/** What a plan with mirrored kinds deletes, and the consent to it. */
import { PlanDeletionsDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { Button, TextButton } from '../design/button.js';
import { countOf } from '../design/format.js';
import { Notice } from '../design/page.js';
import { useAmendments, usePlanScreen } from './planContext.js';
import styles from './importing.module.css';

export function DeletionsNotice({ onShow }: { onShow: () => void }) {
  const { plan } = usePlanScreen();
  const isMirror = Array.isArray(plan.settings['mirrorKinds']);
  return isMirror && plan.status === 'READY' ? <Deletions onShow={onShow} /> : null;
}

function Deletions({ onShow }: { onShow: () => void }) {
  const { plan, whyFixed } = usePlanScreen();
  const { setOptions } = useAmendments();
  const { data } = useQuery(PlanDeletionsDocument, { id: plan.id });
  const count = data?.importPlan?.items.totalCount ?? 0;
  const isAllowed = plan.settings['isDeletionAllowed'] === true;
  return (
    <Notice icon="trash">
      <span className={styles.noticeText}>
        <strong>Deletions:</strong>{' '}
        {count === 0 ? 'nothing that came from this project is missing in the file.' : saying(count)}{' '}
        {count > 0 && (isAllowed ? 'You allow it.' : 'This needs your consent.')}
      </span>
      {count > 0 && <TextButton onPress={onShow}>Show them</TextButton>}
      {count > 0 && (
        <Button isSmall whyDisabled={whyFixed} onPress={() => void setOptions({ isDeletionAllowed: !isAllowed })}>
          {isAllowed ? 'Do not allow deletions' : `Allow ${countOf(count, 'deletion')}`}
        </Button>
      )}
    </Notice>
  );
}

function saying(count: number): string {
  const are = count === 1 ? 'is' : 'are';
  return `${countOf(count, 'resource')} that came from this project earlier ${are} no longer in the file.`;
}
