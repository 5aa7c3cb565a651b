import { Badge } from '../design/badge.js';
import { Button, TextButton } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { capitalized, countOf, formatList } from '../design/format.js';
import { EmptyState, ErrorState } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { PrerequisiteChoice } from './prerequisiteChoice.js';
import { useAmendments, usePlanScreen } from './planContext.js';
import { isOpen, usePrerequisites, type ShownPrerequisite } from './usePrerequisites.js';
import styles from './plan.module.css';

/** What the selected items need and the file does not bring: missing ones first. */
export function PrerequisitesDialog({ onClose }: { onClose: () => void }) {
  const { plan } = usePlanScreen();
  const { all, open, totalCount, error, refresh } = usePrerequisites(plan.id, plan.updatedAt);
  return (
    <Dialog title="What the items need on this branch" isWide onClose={onClose}>
      {error && all.length === 0 && <ErrorState error={error} onRetry={refresh} />}
      {totalCount === 0 && (
        <EmptyState title="Nothing is needed">
          <p className={text.muted}>The file brings everything that its items refer to.</p>
        </EmptyState>
      )}
      {totalCount !== undefined && totalCount > 0 && (
        <p className={text.muted}>
          {countOf(totalCount, 'prerequisite')},{' '}
          {open.length === 0 ? 'all of them here' : `${String(open.length)} to decide`}
          {totalCount > all.length && `. The first ${String(all.length)} are shown`}
        </p>
      )}
      <ul className={styles.prerequisites}>
        {all.map((prerequisite) => (
          <PrerequisiteRow key={`${prerequisite.kind.name} ${prerequisite.name}`} prerequisite={prerequisite} />
        ))}
      </ul>
      <div className={layout.row}>
        <span className={layout.grow} />
        <Button onPress={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}

function PrerequisiteRow({ prerequisite }: { prerequisite: ShownPrerequisite }) {
  const { whyFixed } = usePlanScreen();
  const { remap } = useAmendments();
  const { kind, name, toName, toVersion, toTenant, requiredBy, requiredByCount } = prerequisite;
  const isDecided = toName !== null || toVersion !== null || toTenant !== null;
  const names = requiredBy.nodes.map((item) => item.name);
  const rest = requiredByCount - names.length;
  return (
    <li>
      <div className={layout.row}>
        {isOpen(prerequisite) ? (
          <Badge tone="blocked" icon="block">
            {prerequisite.isPresent ? 'To decide' : 'Missing'}
          </Badge>
        ) : (
          <Badge tone="create" icon="check">
            Here
          </Badge>
        )}
        <span className={text.name}>{name}</span>
        <span className={text.muted}>{capitalized(kind.title)}</span>
      </div>
      <p className={text.muted}>Needed by {formatList(rest > 0 ? [...names, `${String(rest)} more`] : names)}</p>
      {isDecided && (
        <p>
          Replaced by{' '}
          <code>
            {[toName, toVersion === null ? null : `version ${toVersion}`, toTenant].filter(Boolean).join(', ')}
          </code>
          {prerequisite.isRemembered && ', as in an earlier import'}.{' '}
          {whyFixed === undefined && (
            <TextButton onPress={() => void remap({ kind: kind.name, name })}>Take it back</TextButton>
          )}
        </p>
      )}
      {isOpen(prerequisite) && <PrerequisiteChoice prerequisite={prerequisite} />}
    </li>
  );
}
