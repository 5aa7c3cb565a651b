import type { PlanTaskFragment } from '../api/operations.generated.js';
import { ButtonAnchor, ButtonLink } from '../design/button.js';
import { EmptyState, ProblemList } from '../design/states.js';
import layout from '../design/layout.module.css';
import { Scroll } from '../design/page.js';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { searchOfSettings } from './importSearch.js';
import { KindOfRecords } from './kindOfRecords.js';
import { PlanProblems } from './planProblems.js';
import { usePlanScreen } from './planContext.js';
import { hasEnded } from './usePlan.js';
import styles from './importing.module.css';

/** A plan that came to nothing: why, and the way to the next file. */
export function FailedPlan({ task }: { task: PlanTaskFragment | undefined }) {
  const branch = useBranch();
  const { plan } = usePlanScreen();
  const place = { projectKey: branch.project.key, branchName: branch.name };
  const file = task?.files.find(({ purpose }) => purpose === 'SOURCE');
  const lacksKind = plan.problems.some(({ code }) => code === 'KIND_REQUIRED');
  const another = (
    <ButtonLink
      to={branchPath(place, 'import')}
      search={searchOfSettings(plan.settings)}
      {...(!lacksKind && { look: 'primary' as const })}
      icon="upload"
    >
      Choose another file
    </ButtonLink>
  );
  if (plan.status === 'DISCARDED')
    return (
      <EmptyState title="The plan was discarded">
        <p className={text.muted}>Nothing of {plan.fileName ?? 'the file'} was imported.</p>
        {another}
      </EmptyState>
    );
  const isTold = plan.problems.length > 0;
  return (
    <Scroll label="Why there is no plan">
      <div className={styles.upload}>
        <h2>{task?.status === 'CANCELLED' ? 'Reading was cancelled' : 'The file can’t become a plan'}</h2>
        <p className={text.muted}>Nothing of it was imported. The options are kept for the next file.</p>
        <PlanProblems
          problems={lacksKind ? plan.problems.map((problem) => ({ ...problem, fix: null, path: [] })) : plan.problems}
        />
        {lacksKind && <KindOfRecords />}
        {!isTold && task?.errorMessage != null && hasEnded(task.status) && (
          <ProblemList problems={[{ code: 'TASK_FAILED', severity: 'ERROR', message: task.errorMessage }]} />
        )}
        <div className={layout.row}>
          {another}
          {file?.url != null && (
            <ButtonAnchor href={file.url} icon="download">
              The file
            </ButtonAnchor>
          )}
        </div>
      </div>
    </Scroll>
  );
}
