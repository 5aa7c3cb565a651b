/** Which rows of a long list are in view, and where they stand. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef, type RefObject } from 'react';

interface ListOfRows<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** In pixels, without heading and detail. */
  rowHeight: number;
  extraHeightOf: ((row: Row, previous: Row | undefined) => number) | undefined;
  scroll: RefObject<HTMLElement | null>;
}

/** All rows are measured again only when `rows`, `rowHeight` or `extraHeightOf` is another one: with 100,000 rows it takes long. */
export function useDrawnRows<Row>({ rows, keyOf, rowHeight, extraHeightOf, scroll }: ListOfRows<Row>) {
  const latestKeyOf = useRef(keyOf);
  latestKeyOf.current = keyOf;
  const getItemKey = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? index : latestKeyOf.current(row);
    },
    // oxlint-disable-next-line react/exhaustive-deps -- a new function makes the virtualizer measure again
    [rows, rowHeight, extraHeightOf],
  );
  return useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => {
      const row = rows[index];
      return rowHeight + (row === undefined ? 0 : (extraHeightOf?.(row, rows[index - 1]) ?? 0));
    },
    getItemKey,
    overscan: 12,
  });
}
