import type { PlanItemFragment } from '../api/operations.generated.js';
import { Segments } from '../design/field.js';
import text from '../design/text.module.css';
import { lookOf } from './actions.js';
import { useAmendments, usePlanScreen } from './planContext.js';
import { useWhyNoReference } from './whyNoReference.js';
import styles from './plan.module.css';

/** Copy or reference, in the row; kinds that can't be references say so. */
export function ModeSwitch({ item }: { item: PlanItemFragment }) {
  const { whyFixed, plan, phase } = usePlanScreen();
  const { setMode } = useAmendments();
  const whyNoReference = useWhyNoReference();
  const isFixed = !item.isSelected || whyFixed !== undefined || plan.source?.project == null;
  // What was left out or failed was imported as nothing.
  const isWritten = lookOf(item.action).doneTitle !== undefined || item.action === 'UNCHANGED';
  if (phase !== 'PLANNED' || item.isDeletion)
    return <span className={text.muted}>{!isWritten ? '' : item.mode === 'COPY' ? 'Copy' : 'Reference'}</span>;
  const whyNot = whyNoReference(item.kind);
  if (item.mode === 'COPY' && whyNot !== undefined)
    return (
      <span className={`${text.muted ?? ''} ${styles.copyOnly ?? ''}`} title={whyNot}>
        Copy only<span className={text.hidden}>: {whyNot}</span>
      </span>
    );
  return (
    <Segments
      label={`Import ${item.name} as`}
      value={item.mode}
      isDisabled={isFixed && item.kind.isReferenceAllowed}
      options={[
        { value: 'COPY', text: 'Copy' },
        { value: 'REFERENCE', text: 'Reference' },
      ]}
      onChange={(mode) => void setMode({ itemIds: [item.id], mode })}
    />
  );
}
