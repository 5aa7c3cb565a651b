/** A spec as a tree, with links to what it names. Arrow keys move, open and close. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { JsonObject } from '../json.js';
import { TextButton } from '../design/button.js';
import { Icon } from '../design/icon.js';
import text from '../design/text.module.css';
import { specRows, type SpecRow } from './specRows.js';
import styles from './specTree.module.css';

interface SpecTreeProps {
  spec: JsonObject;
  find: string;
  /** What stands at a pointer and is a resource. */
  targets: ReadonlyMap<string, string>;
  onFollow: (id: string) => void;
}

const rowHeight = 24;

export function SpecTree({ spec, find, targets, onFollow }: SpecTreeProps) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => specRows(spec, { toggled, find }), [spec, toggled, find]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  const toggle = ({ pointer }: SpecRow) => {
    const next = new Set(toggled);
    if (!next.delete(pointer)) next.add(pointer);
    setToggled(next);
  };
  const reach = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setCurrent(next);
    virtualizer.scrollToIndex(next);
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${String(next)}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[current];
    if (!row || !(event.target as HTMLElement).matches('[role="treeitem"]')) return;
    const parent = rows.findLastIndex(({ depth }, index) => index < current && depth < row.depth);
    const moves: Record<string, () => void> = {
      ArrowDown: () => reach(current + 1),
      ArrowUp: () => reach(current - 1),
      Home: () => reach(0),
      End: () => reach(rows.length - 1),
      ArrowRight: () => (row.isOpen === false ? toggle(row) : row.isOpen && reach(current + 1)),
      ArrowLeft: () => (row.isOpen && find === '' ? toggle(row) : parent >= 0 && reach(parent)),
      Enter: () => row.isOpen !== undefined && toggle(row),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  if (rows.length === 0)
    return <p className={styles.none}>{find === '' ? 'The spec is empty.' : 'Nothing in the spec matches.'}</p>;
  const reachable = Math.min(current, rows.length - 1);
  return (
    <div ref={scroll} className={styles.scroll}>
      <ul
        role="tree"
        aria-label="Spec"
        className={styles.tree}
        style={{ height: `${String(virtualizer.getTotalSize())}px` }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={row.pointer}
              role="treeitem"
              data-index={index}
              aria-level={row.depth + 1}
              aria-posinset={row.position}
              aria-setsize={row.siblings}
              {...(row.isOpen !== undefined && { 'aria-expanded': row.isOpen })}
              tabIndex={index === reachable ? 0 : -1}
              style={{
                top: `${String(start)}px`,
                paddingInlineStart: `${String(16 + Math.min(row.depth, 16) * 16)}px`,
              }}
              onClick={(event) => {
                setCurrent(index);
                if (row.isOpen !== undefined && !(event.target as HTMLElement).closest('button')) toggle(row);
              }}
            >
              {row.isOpen === undefined ? (
                <span className={styles.gap} />
              ) : (
                <Icon name={row.isOpen ? 'down' : 'right'} isSmall />
              )}
              <RowText row={row} target={targets.get(row.pointer)} onFollow={onFollow} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface RowTextProps {
  row: SpecRow;
  target: string | undefined;
  onFollow: (id: string) => void;
}

function RowText({ row: { label, value, note }, target, onFollow }: RowTextProps) {
  const linked = (words: string) =>
    target === undefined ? (
      words
    ) : (
      <TextButton
        onPress={() => {
          onFollow(target);
        }}
      >
        {words}
      </TextButton>
    );
  if (value === undefined)
    return (
      <>
        <span className={styles.key}>{linked(label)}</span>
        <span className={styles.note}>{note}</span>
      </>
    );
  return (
    <>
      <span className={styles.key}>{label}:</span>
      <span className={text.cut} title={value}>
        {linked(value)}
      </span>
    </>
  );
}
