import type { PlanItemFragment } from '../api/operations.generated.js';
import { Segments } from '../design/field.js';
import { capitalized } from '../design/format.js';
import text from '../design/text.module.css';
import { useAmendments, usePlanScreen } from './planContext.js';
import styles from './plan.module.css';

/** Copy or reference, in the row; kinds that can't be references say so. */
export function ModeSwitch({ item }: { item: PlanItemFragment }) {
  const { whyFixed, plan, phase } = usePlanScreen();
  const { setMode } = useAmendments();
  const isFixed = !item.isSelected || whyFixed !== undefined || plan.source?.project == null;
  if (phase !== 'PLANNED' || item.isDeletion)
    return <span className={text.muted}>{item.mode === 'COPY' ? 'Copy' : 'Reference'}</span>;
  if (item.mode === 'COPY' && (!item.kind.isReferenceAllowed || plan.source?.project == null))
    return (
      <span
        className={`${text.muted ?? ''} ${styles.copyOnly ?? ''}`}
        title={
          item.kind.isReferenceAllowed
            ? 'The file does not say from which project it is, so that nothing could update a reference.'
            : `${capitalized(item.kind.title)} can’t be a reference.`
        }
      >
        Copy only
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
