/** The foot of a plan: what would be written, then how far it is, then what was written. */
import { useState } from 'react';
import { ExecutePlanDocument, type ImportStrategy, type PlanTaskFragment } from '../api/operations.generated.js';
import { useSubmit } from '../shell/useSubmit.js';
import { ToneIcon } from '../design/badge.js';
import { Button, TextButton } from '../design/button.js';
import { Choice } from '../design/menu.js';
import { Decide } from '../design/page.js';
import { ProblemList } from '../design/states.js';
import { useNarrow } from '../design/useNarrow.js';
import { itemsAreOpen, openCount, sentenceOfCounts } from './actions.js';
import { ExecutingFoot } from './executingFoot.js';
import { ResultFoot } from './resultFoot.js';
import { usePlanScreen } from './planContext.js';
import layout from '../design/layout.module.css';
import styles from './plan.module.css';

interface PlanFooterProps {
  task: PlanTaskFragment | undefined;
  /** Brings the first item that is to be decided into view. */
  onFirst: () => void;
}

export function PlanFooter({ task, onFirst }: PlanFooterProps) {
  const { plan } = usePlanScreen();
  if (plan.status === 'EXECUTING') return <ExecutingFoot task={task} />;
  if (plan.status === 'EXECUTED') return <ResultFoot />;
  return <ReadyFoot onFirst={onFirst} />;
}

function ReadyFoot({ onFirst }: Pick<PlanFooterProps, 'onFirst'>) {
  const { plan, whyFixed, whyNot, refresh } = usePlanScreen();
  const stated = plan.settings['importStrategy'];
  const [strategy, setStrategy] = useState<ImportStrategy>(
    stated === 'ON_ERROR_CONTINUE' ? 'ON_ERROR_CONTINUE' : 'ON_ERROR_FAIL',
  );
  const { submit, problems, isBusy } = useSubmit(ExecutePlanDocument);
  const { counts, executeTask } = plan;
  const isNarrow = useNarrow();
  const open = openCount(counts);
  const isWhole = strategy === 'ON_ERROR_FAIL';
  const whyOpen = open > 0 && isWhole ? itemsAreOpen(open) : undefined;
  const why = whyFixed ?? whyOpen ?? (counts.selected === 0 ? 'No item is selected.' : undefined);
  const hasChanged = problems.some(({ code }) => code === 'TARGET_CHANGED');
  const failure = executeTask?.status === 'FAILED' || executeTask?.status === 'CANCELLED' ? executeTask : undefined;
  const execute = async () => {
    await submit({ input: { planId: plan.id, importStrategy: strategy } });
    refresh();
  };
  return (
    <>
      {problems.length > 0 && (
        <div className={`${layout.padded ?? ''} ${styles.refused ?? ''}`}>
          <ProblemList problems={problems} label="Why nothing was imported" />
        </div>
      )}
      <Decide
        say={
          hasChanged
            ? `Nothing was imported: the branch has changed. Now: ${sentenceOfCounts(counts)}`
            : failure
              ? `Nothing was imported: ${failure.status === 'CANCELLED' ? 'it was cancelled' : (failure.errorMessage ?? 'the task failed')}`
              : sentenceOfCounts(counts)
        }
        detail={
          whyNot !== undefined
            ? whyNot
            : open > 0 && !isWhole
              ? `${itemsAreOpen(open)} Left to the error report. Afterwards it can be undone.`
              : isNarrow && whyOpen !== undefined
                ? undefined
                : 'Nothing is written before you confirm. Afterwards it can be undone.'
        }
      >
        {whyOpen !== undefined && (
          <span className={styles.why}>
            <ToneIcon tone="blocked" name="block" />
            {whyOpen} <TextButton onPress={onFirst}>Go to the first</TextButton>
          </span>
        )}
        <Choice
          label="If one fails"
          value={strategy}
          options={[
            { value: 'ON_ERROR_FAIL', text: 'apply nothing' },
            { value: 'ON_ERROR_CONTINUE', text: 'apply the rest' },
          ]}
          onChange={setStrategy}
        />
        <Button look="primary" whyDisabled={isBusy ? 'Waits for the server.' : why} onPress={() => void execute()}>
          Confirm and import
        </Button>
      </Decide>
    </>
  );
}
