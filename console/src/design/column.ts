/** A column of a table, and the order of its rows. */
import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** In CSS; what is left goes to the columns without one. */
  width?: string;
  isNumber?: boolean;
  /** Left out where there is little room. */
  isWideOnly?: boolean;
  /** Stands in the head instead of the title, which stays its name. */
  head?: ReactNode;
  isSortable?: boolean;
  /** Whether it holds what can be done with the row: it stands at the head of a card. */
  isDoings?: boolean;
}

export interface Sorting {
  column: string;
  isDescending: boolean;
}
