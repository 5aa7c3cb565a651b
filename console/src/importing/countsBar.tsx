/** How many items there are of each action: a bar for the proportions, buttons for the numbers and as filters. */
import type { ImportAction, PlanCountsFragment } from '../api/operations.generated.js';
import { ToneIcon } from '../design/badge.js';
import { formatCount } from '../design/format.js';
import tones from '../design/tone.module.css';
import { actionLooks, titleOf } from './actions.js';
import { usePlanScreen } from './planContext.js';
import styles from './plan.module.css';

interface CountsBarProps {
  counts: PlanCountsFragment;
  selected: ImportAction | undefined;
  onSelect: (action: ImportAction | undefined) => void;
}

export function CountsBar({ counts, selected, onSelect }: CountsBarProps) {
  const { phase } = usePlanScreen();
  const shown = actionLooks.filter(({ action, countIn }) => countIn(counts) > 0 || action === selected);
  return (
    <div className={styles.counts}>
      <div className={styles.stack} aria-hidden="true">
        {shown.map(({ action, tone, isDashed, countIn }) => (
          <span
            key={action}
            className={`${tones[tone] ?? ''} ${isDashed ? (styles.dashed ?? '') : ''}`}
            style={{ flex: `${String(countIn(counts))} 1 0` }}
          />
        ))}
      </div>
      <div className={styles.chips} role="group" aria-label="Show only">
        <button
          type="button"
          className={styles.chip}
          aria-pressed={selected === undefined}
          onClick={() => onSelect(undefined)}
        >
          All <b>{formatCount(counts.total)}</b>
        </button>
        {shown.map((look) => (
          <button
            key={look.action}
            type="button"
            className={styles.chip}
            aria-pressed={look.action === selected}
            onClick={() => onSelect(look.action === selected ? undefined : look.action)}
          >
            <ToneIcon tone={look.tone} name={look.icon} />
            {titleOf(look, phase)} <b>{formatCount(look.countIn(counts))}</b>
          </button>
        ))}
      </div>
    </div>
  );
}
