import { useEffect, type RefObject } from 'react';
import { focusWhenDrawn } from './useTableKeys.js';

/** A row that is brought into view and gets the focus. */
export interface Reached {
  key: string;
  /** Tells one request for a row from the next for the same row. */
  time: number;
}

interface ReachedTable<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  scroll: RefObject<HTMLElement | null>;
  /** Brings the row at an index into view. */
  onReach: (index: number) => void;
}

export function useReachedRow<Row>(
  reached: Reached | undefined,
  { rows, keyOf, scroll, onReach }: ReachedTable<Row>,
): void {
  useEffect(() => {
    const index = reached ? rows.findIndex((row) => keyOf(row) === reached.key) : -1;
    if (!reached || index < 0 || !scroll.current) return;
    onReach(index);
    focusWhenDrawn(scroll.current, reached.key);
    // Rows that arrive later must not bring it into view again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [reached]);
}
