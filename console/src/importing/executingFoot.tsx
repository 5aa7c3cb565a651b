import { CancelPlanTaskDocument, type PlanTaskFragment } from '../api/operations.generated.js';
import { useSubmit } from '../shell/useSubmit.js';
import { Button } from '../design/button.js';
import { formatCount, formatDuration } from '../design/format.js';
import { Decide } from '../design/page.js';
import { Progress } from '../design/progress.js';
import { useTaskRefusals } from '../shell/rights.js';
import { usePlanScreen } from './planContext.js';
import styles from './importing.module.css';

export function ExecutingFoot({ task }: { task: PlanTaskFragment | undefined }) {
  const { refresh, plan } = usePlanScreen();
  const cancel = useSubmit(CancelPlanTaskDocument);
  const refusals = useTaskRefusals(task?.createdBy ?? null);
  const done = task?.processedCount ?? 0;
  const total = task?.totalCount ?? plan.counts.selected;
  const rate = task?.itemsPerSecond ?? 0;
  const left = rate > 0 && total > done ? formatDuration(((total - done) / rate) * 1000) : undefined;
  return (
    <Decide
      say={
        task?.status === 'QUEUED'
          ? 'The import waits for its turn'
          : `Writing ${formatCount(done)} of ${formatCount(total)}`
      }
      detail={rate >= 1 ? `${formatCount(Math.round(rate))}/s${left === undefined ? '' : `, ${left} left`}` : undefined}
    >
      <div className={styles.footProgress}>
        <Progress label="Import" value={total === 0 ? undefined : done / total} />
      </div>
      {task && (
        <Button whyDisabled={refusals.end} onPress={() => void cancel.submit({ input: { id: task.id } }).then(refresh)}>
          Cancel
        </Button>
      )}
    </Decide>
  );
}
