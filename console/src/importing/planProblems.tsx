import type { PlanProblemFragment } from '../api/operations.generated.js';
import { ToneIcon } from '../design/badge.js';
import { countOf, formatCount, formatList } from '../design/format.js';
import { Note } from '../design/states.js';
import { badgeTone } from '../design/severity.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import styles from './plan.module.css';

/** How many problems are drawn at once: a file may have a thousand. */
const shownAtOnce = 100;

/** The server's sentences with their place in the file and their fix. */
export function PlanProblems({ problems }: { problems: readonly PlanProblemFragment[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={layout.stack} aria-label="Problems">
      {problems.slice(0, shownAtOnce).map((problem, index) => (
        <li key={index}>
          <PlanProblem problem={problem} />
        </li>
      ))}
      {problems.length > shownAtOnce && (
        <li className={text.muted}>And {countOf(problems.length - shownAtOnce, 'more problem')}.</li>
      )}
    </ul>
  );
}

/** A problem of one item, in the row of the item: the place in the file is known there. */
export function ItemProblem({ problem, isFixShown }: { problem: PlanProblemFragment; isFixShown: boolean }) {
  const place = problem.path.join(' / ');
  return (
    <p className={styles.problem}>
      <ToneIcon tone={badgeTone(problem.severity)} name={problem.severity === 'ERROR' ? 'block' : 'warn'} />
      <span>
        {problem.message}{' '}
        <span className={text.muted}>
          {place !== '' && <code>{place}</code>} {isFixShown && problem.fix}
        </span>
      </span>
    </p>
  );
}

function PlanProblem({ problem }: { problem: PlanProblemFragment }) {
  const place = placeOf(problem);
  return (
    <Note tone={badgeTone(problem.severity)} icon={problem.severity === 'ERROR' ? 'block' : 'warn'}>
      <p>{problem.message}</p>
      {place !== '' && <p className={`${text.muted ?? ''} ${text.mono ?? ''}`}>{place}</p>}
      {'missing' in problem && (
        <ul className={text.muted}>
          {problem.missing.slice(0, shownAtOnce).map(({ missingId, requiredBy }) => (
            <li key={missingId}>
              <code>{missingId}</code>, needed by {formatList(requiredBy.slice(0, 5))}
            </li>
          ))}
        </ul>
      )}
      {'mismatchingIndices' in problem && (
        <ul className={text.muted}>
          {problem.mismatchingIndices.map(({ indexName, sourceIndexVersion, targetIndexVersion }) => (
            <li key={indexName}>
              {indexName}: version {sourceIndexVersion} in the file, {targetIndexVersion} here
            </li>
          ))}
        </ul>
      )}
      {problem.fix != null && (
        <p className={text.muted}>
          <strong>Fix.</strong> {problem.fix}
        </p>
      )}
    </Note>
  );
}

function placeOf(problem: PlanProblemFragment): string {
  const line = 'line' in problem && problem.line != null ? `line ${formatCount(problem.line)}` : '';
  const name = 'name' in problem && problem.name != null ? problem.name : '';
  return [line, name, problem.path.join(' / ')].filter((part) => part !== '').join(' · ');
}
