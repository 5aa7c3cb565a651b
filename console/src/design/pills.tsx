/** A choice of one of several, with counts, that wraps where there is little room. */
import type { KeyboardEvent } from 'react';
import { formatCount } from './format.js';
import styles from './pills.module.css';

interface PillsProps {
  label: string;
  pills: readonly { id: string; title: string; count?: number }[];
  selected: string;
  /** The id of the element that shows what is chosen. */
  panelId: string;
  onSelect: (id: string) => void;
}

export function Pills({ label, pills, selected, panelId, onSelect }: PillsProps) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = pills.findIndex(({ id }) => id === selected);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: pills.length - 1 }[event.key];
    const pill = next === undefined ? undefined : pills[(next + pills.length) % pills.length];
    if (!pill) return;
    event.preventDefault();
    onSelect(pill.id);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[pills.indexOf(pill)]?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.pills} onKeyDown={move}>
      {pills.map(({ id, title, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === selected}
          aria-controls={panelId}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => {
            onSelect(id);
          }}
        >
          {title}
          {count !== undefined && <span className={styles.count}>{formatCount(count)}</span>}
        </button>
      ))}
    </div>
  );
}
