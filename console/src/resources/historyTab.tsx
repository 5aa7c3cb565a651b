/** The revisions of the open resource, each with what it changed, and a way back to it. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  ResourceHistoryDocument,
  RestoreResourceDocument,
  type OpenResourceFragment,
  type ResourceHistoryQuery,
} from '../api/operations.generated.js';
import { usePages } from '../api/usePages.js';
import { useSubmit } from '../shell/useSubmit.js';
import { Button } from '../design/button.js';
import drawer from '../design/drawer.module.css';
import { countOf, formatCount, formatTime } from '../design/format.js';
import { ErrorState, ProblemList, SkeletonRows } from '../design/states.js';
import { useToast } from '../design/toasts.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch, useBranchChanges } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { useWhyNot } from '../shell/rights.js';
import styles from './historyTab.module.css';
import { CompareRevisions } from './compareRevisions.js';
import { SpecDifferenceList } from './specDifferenceList.js';
import { differencesOf } from './specDifferences.js';

type Revision = NonNullable<ResourceHistoryQuery['resource']>['history']['nodes'][number];

/** Specs may be large: few of them are asked for at once. */
const pageSize = 20;

export function HistoryTab({ resource, onRestored }: { resource: OpenResourceFragment; onRestored: () => void }) {
  const branch = useBranch();
  const show = useToast();
  const whyNoEditor = useWhyNot('EDITOR');
  const { nodes, totalCount, error, hasMore, loadMore, refresh } = usePages(ResourceHistoryDocument, {
    variables: { id: resource.id },
    pageIn: ({ resource: found }) => found?.history,
    pageSize,
  });
  useBranchChanges(branch.id, refresh);
  const { submit, problems, isBusy } = useSubmit(RestoreResourceDocument);
  const restore = async (revision: number) => {
    const data = await submit({ input: { id: resource.id, revision } });
    if (!data?.restoreRevision.resource) return;
    show({ tone: 'update', icon: 'undo', title: `Revision ${formatCount(revision)} of ${resource.name} is restored` });
    refresh();
    onRestored();
  };
  const whyNot =
    resource.mode === 'REFERENCE'
      ? 'A reference can’t be changed here: import it again, or detach it.'
      : (whyNoEditor ?? (isBusy ? 'Waits for the server.' : undefined));
  if (error && nodes.length === 0) return <ErrorState error={error} onRetry={refresh} />;
  if (totalCount === undefined) return <SkeletonRows count={5} />;
  return (
    <>
      {problems.length > 0 && (
        <div className={drawer.body}>
          <ProblemList problems={problems} />
        </div>
      )}
      <div className={layout.scroll}>
        {nodes.length > 1 && <CompareRevisions key={resource.id} revisions={nodes} />}
        <ol aria-label="Revisions">
          {nodes.map((revision, index) => (
            <RevisionRow
              key={revision.revision}
              revision={revision}
              previous={nodes[index + 1]}
              isLastLoaded={index === nodes.length - 1 && hasMore}
              place={{ projectKey: branch.project.key, branchName: branch.name }}
            >
              {index === 0 ? (
                <span className={`${text.small ?? ''} ${text.muted ?? ''}`}>now</span>
              ) : (
                <Button
                  isSmall
                  label={`Restore revision ${formatCount(revision.revision)}`}
                  whyDisabled={whyNot}
                  onPress={() => void restore(revision.revision)}
                >
                  Restore
                </Button>
              )}
            </RevisionRow>
          ))}
        </ol>
        {hasMore && (
          <div className={drawer.body}>
            <Button onPress={loadMore}>Show earlier ones</Button>
          </div>
        )}
      </div>
      <p className={`${drawer.body ?? ''} ${text.small ?? ''} ${text.muted ?? ''}`}>
        {formatCount(nodes.length)} of {countOf(totalCount, 'revision')}
      </p>
    </>
  );
}

interface RevisionRowProps {
  revision: Revision;
  previous: Revision | undefined;
  /** Whether the one before it is there, but not loaded. */
  isLastLoaded: boolean;
  place: { projectKey: string; branchName: string };
  children: ReactNode;
}

function RevisionRow({ revision, previous, isLastLoaded, place, children }: RevisionRowProps) {
  const differences = previous ? differencesOf(previous.spec, revision.spec) : [];
  const fields = differences.length === 0 ? '' : `, ${countOf(differences.length, 'field')}`;
  const plan = revision.task?.importPlan;
  return (
    <li className={styles.revision}>
      <span className={styles.number}>{formatCount(revision.revision)}</span>
      <div>
        <p>
          {plan ? (
            <>
              {revision.task?.type === 'UNDO_IMPORT' ? 'Undo of the import of ' : 'Import of '}
              <Link to={branchPath(place, `import/${plan.id}`)}>{plan.fileName ?? 'a file'}</Link>
            </>
          ) : (
            whatHappened(revision, previous, isLastLoaded)
          )}
          {fields}
        </p>
        <p className={`${text.small ?? ''} ${text.muted ?? ''}`}>
          {formatTime(revision.changedAt)}
          {revision.changedBy && `, ${revision.changedBy.name}`}
        </p>
      </div>
      {children}
      {differences.length > 0 && <SpecDifferenceList differences={differences} />}
    </li>
  );
}

function whatHappened(revision: Revision, previous: Revision | undefined, isLastLoaded: boolean): ReactNode {
  if (revision.task) return revision.task.type === 'UNDO_IMPORT' ? 'Import undone' : 'Imported';
  if (!previous) return isLastLoaded ? 'Changed' : revision.revision === 1 ? 'Created' : 'First revision that is kept';
  if (previous.name !== revision.name)
    return (
      <>
        Renamed from <span className={text.mono}>{previous.name}</span>
      </>
    );
  if (previous.mode === 'REFERENCE' && revision.mode === 'EDITABLE') return 'Detached';
  return previous.digest === revision.digest ? 'No field changed' : 'Edited';
}
