import { CancelPlanTaskDocument, type PlanTaskFragment } from '../api/operations.generated.js';
import { useSubmit } from '../shell/useSubmit.js';
import { Button } from '../design/button.js';
import { countOf, formatCount } from '../design/format.js';
import { Progress } from '../design/progress.js';
import { EmptyState, ProblemList } from '../design/states.js';
import text from '../design/text.module.css';
import { useTaskRefusals } from '../shell/rights.js';
import { usePlanScreen } from './planContext.js';
import styles from './importing.module.css';

const stageWords: Readonly<Record<string, string>> = {
  clearing: 'Clears what an earlier attempt has left',
  exporting: 'Exports the selection',
  detecting: 'Finds out the format',
  reading: 'Reads and checks the items',
  checking: 'Compares the items with each other',
  deriving: 'Compares the file with the branch',
};

/** The file is being read: nothing of it can be seen yet. */
export function StagingPlan({ task }: { task: PlanTaskFragment | undefined }) {
  const { refresh, plan } = usePlanScreen();
  const cancel = useSubmit(CancelPlanTaskDocument);
  const { processedCount = 0, totalCount, itemsPerSecond, stage, status } = task ?? {};
  const share = totalCount == null || totalCount === 0 ? undefined : processedCount / totalCount;
  const refusals = useTaskRefusals(task?.createdBy ?? null);
  const rate = itemsPerSecond ?? 0;
  return (
    <EmptyState title={status === 'QUEUED' ? 'The file waits for its turn' : 'The file is being read'}>
      <p className={text.muted}>
        {plan.fileName} becomes a plan. You may leave this page: the task goes on, and the plan stays at this address.
      </p>
      <div className={styles.stagingBar}>
        <Progress label="Reading the file" value={share} />
      </div>
      <p className={text.muted} aria-live="polite">
        {stageWords[stage ?? ''] ?? 'Begins'}
        {processedCount > 0 && `: ${countOf(processedCount, 'item')}`}
        {totalCount != null && ` of ${formatCount(totalCount)}`}
        {rate >= 1 && `, ${formatCount(Math.round(rate))}/s`}
      </p>
      <ProblemList problems={cancel.problems} />
      {task && (
        <Button
          whyDisabled={refusals.end}
          onPress={() => {
            void cancel.submit({ input: { id: task.id } }).then(refresh);
          }}
        >
          Cancel
        </Button>
      )}
    </EmptyState>
  );
}
