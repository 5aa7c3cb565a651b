/** The keys of a table: arrows, J and K move from row to row, Enter opens, X ticks. */
import type { KeyboardEvent } from 'react';

export interface Ticks<Row> {
  isTicked: (row: Row) => boolean;
  onTick: (row: Row, isTicked: boolean) => void;
  /** Of all rows that match, loaded or not. */
  all: 'all' | 'some' | 'none';
  onTickAll: (isTicked: boolean) => void;
  /** Whether they only show what was chosen. */
  isDisabled?: boolean;
}

interface TableKeys<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The row that was reached last; -1 before the first. */
  current: number;
  onMove: (index: number) => void;
  onOpen: ((row: Row) => void) | undefined;
  ticks: Ticks<Row> | undefined;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 15, PageUp: -15 };

export function useTableKeys<Row>({ rows, keyOf, current, onMove, onOpen, ticks }: TableKeys<Row>) {
  return (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (isForControl(event, target)) return;
    const key = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const at = rows.findIndex((row) => keyOf(row) === key);
    const row = rows[at];
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const index = Math.max(0, Math.min(rows.length - 1, (at < 0 ? current : at) + step));
      const next = rows[index];
      if (next === undefined) return;
      onMove(index);
      focusWhenDrawn(event.currentTarget, keyOf(next));
    } else if (row !== undefined && event.key === 'x' && ticks && ticks.isDisabled !== true) {
      event.preventDefault();
      ticks.onTick(row, !ticks.isTicked(row));
    } else if (row !== undefined && event.key === 'Enter' && target.matches('[data-row]')) {
      event.preventDefault();
      onOpen?.(row);
    }
  };
}

/** Whether the control in a row, or the browser, has its own use for a key. */
function isForControl(event: KeyboardEvent, target: HTMLElement): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  if (target.matches('input:not([type="checkbox"]), textarea, select')) return true;
  return event.key.startsWith('Arrow') && target.closest('[role="radiogroup"]') !== null;
}

/** A row that is far away is drawn some frames after it was scrolled to. */
const framesToDraw = 30;

/** Gives the focus to a row once it is drawn. */
export function focusWhenDrawn(table: Element, key: string, frames = framesToDraw): void {
  requestAnimationFrame(() => {
    const row = table.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
    if (row) row.focus();
    else if (frames > 0) focusWhenDrawn(table, key, frames - 1);
  });
}
