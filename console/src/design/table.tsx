/**
 * A table of any length: it draws the rows in view and asks for the next page when a person comes near the end of what is there. Arrow
 * keys, J and K move from row to row, Enter opens, X ticks.
 */
import { Fragment, useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { cardColumn } from './cardColumn.js';
import type { Column, Sorting } from './column.js';
import { Checkbox } from './field.js';
import { Icon } from './icon.js';
import { useDrawnRows } from './useDrawnRows.js';
import { useNarrow } from './useNarrow.js';
import { useReachedRow, type Reached } from './useReachedRow.js';
import { useTableKeys, type Ticks } from './useTableKeys.js';
import styles from './table.module.css';

export type { Column, Sorting } from './column.js';

interface TableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** How many there are, loaded or not. */
  totalCount: number;
  keyOf: (row: Row) => string;
  /** What a screen reader calls a row. */
  nameOf: (row: Row) => string;
  rowHeight?: number;
  leastWidth?: string;
  ticks?: Ticks<Row>;
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
  /** The row that stands open beside the table. */
  openKey?: string | undefined;
  onOpen?: (row: Row) => void;
  /** Whether a press on a row ticks it; only where rows do not open. */
  isTickedByRow?: boolean;
  reached?: Reached | undefined;
  /** Shown below the row, as long as it gives something. */
  detailOf?: (row: Row) => ReactNode;
  /**
   * About how high the heading and the detail of a row are, in pixels: keeps the scroll bar steady. All rows are measured again when it is
   * another function, so it stays the same as long as the heights do.
   */
  extraHeightOf?: ((row: Row, previous: Row | undefined) => number) | undefined;
  /** The heading of the group that begins with this row; `previous` is the row before it. */
  groupOf?: (row: Row, previous: Row | undefined) => ReactNode;
  hasMore?: boolean;
  onEnd?: () => void;
  /** Told how far down rows are drawn, from 0. */
  onShown?: (lastIndex: number) => void;
}

/** The next page is asked for when so many rows are left below. */
const rowsAhead = 30;
const rowHeights = { plain: 36, card: 84 };

/** A table with one column has its own look for little room. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, sorting, onSort } = props;
  const isOfCards = useNarrow() && columns.length > 1;
  if (!isOfCards) return <Rows {...props} />;
  return (
    <Rows
      {...props}
      {...{ isOfCards, leastWidth: '0', rowHeight: rowHeights.card }}
      columns={[cardColumn({ label, columns, sorting, onSort })]}
    />
  );
}

function Rows<Row>(props: TableProps<Row> & { isOfCards?: boolean }) {
  const { label, columns, rows, totalCount, keyOf, rowHeight = rowHeights.plain, ticks, sorting, onSort } = props;
  const { openKey, isOfCards = false } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(-1);

  const virtualizer = useDrawnRows({ rows, keyOf, rowHeight, extraHeightOf: props.extraHeightOf, scroll });
  const shown = virtualizer.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const columnCount = columns.length + (ticks ? 1 : 0);

  const { hasMore, onEnd, onShown } = props;
  const lastShown = shown.at(-1)?.index ?? -1;
  useEffect(() => onShown?.(lastShown), [lastShown, onShown]);
  useEffect(() => {
    if (hasMore && lastShown >= rows.length - rowsAhead) onEnd?.();
  }, [hasMore, lastShown, rows.length, onEnd]);

  useReachedRow(props.reached, {
    rows,
    keyOf,
    scroll,
    onReach: (index) => {
      setCurrent(index);
      virtualizer.scrollToIndex(index, { align: 'center' });
    },
  });
  const onKeyDown = useTableKeys({
    rows,
    keyOf,
    current,
    onMove: (index) => {
      setCurrent(index);
      virtualizer.scrollToIndex(index);
    },
    onOpen: props.onOpen,
    ticks,
  });

  return (
    <div ref={scroll} className={styles.scroll}>
      <table
        className={`${styles.table ?? ''} ${isOfCards ? (styles.cards ?? '') : ''}`}
        aria-label={label}
        aria-rowcount={totalCount + 1}
        style={
          { '--row-height': `${String(rowHeight)}px`, '--least-width': props.leastWidth ?? '0' } as React.CSSProperties
        }
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {ticks && <col style={{ width: '52px' }} />}
          {columns.map(({ id, width, isWideOnly }) => (
            <col
              key={id}
              className={isWideOnly ? styles.wideOnly : undefined}
              style={width === undefined ? {} : { width }}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {ticks && (
              <th scope="col">
                <Checkbox
                  label={`All of ${label}`}
                  isSelected={ticks.all === 'all'}
                  isIndeterminate={ticks.all === 'some'}
                  onChange={ticks.onTickAll}
                  isDisabled={ticks.isDisabled === true}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} columnCount={columnCount} />}
          {shown.map(({ index, key }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <BodyRow
                key={String(key)}
                {...{ props, row, index, columnCount }}
                measure={isOfCards ? virtualizer.measureElement : undefined}
                isOpen={openKey === keyOf(row)}
                isReachable={index === Math.max(0, current)}
              />
            );
          })}
          {after > 0 && <Gap height={after} columnCount={columnCount} />}
        </tbody>
      </table>
    </div>
  );
}

function HeadCell<Row>({
  column,
  sorting,
  onSort,
}: {
  column: Column<Row>;
  sorting: Sorting | undefined;
  onSort: ((sorting: Sorting) => void) | undefined;
}) {
  const isSorted = sorting?.column === column.id;
  const isDescending = isSorted && sorting.isDescending;
  return (
    <th
      scope="col"
      className={cellClass(column)}
      {...(column.isSortable && { 'aria-sort': !isSorted ? 'none' : isDescending ? 'descending' : 'ascending' })}
    >
      {column.isSortable && onSort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => {
            onSort({ column: column.id, isDescending: isSorted && !isDescending });
          }}
        >
          {column.title}
          {isSorted && <Icon name={isDescending ? 'down' : 'up'} isSmall />}
        </button>
      ) : (
        (column.head ?? column.title)
      )}
    </th>
  );
}

interface BodyRowProps<Row> {
  props: TableProps<Row>;
  row: Row;
  index: number;
  columnCount: number;
  /** Takes the height of a row that is not known before it is drawn. */
  measure: ((row: HTMLElement | null) => void) | undefined;
  isOpen: boolean;
  isReachable: boolean;
}

function BodyRow<Row>({ props, row, index, columnCount, measure, isOpen, isReachable }: BodyRowProps<Row>) {
  const { columns, rows, keyOf, nameOf, ticks, detailOf, groupOf, onOpen, isTickedByRow = false } = props;
  const detail = detailOf?.(row);
  const group = groupOf?.(row, rows[index - 1]);
  return (
    <Fragment>
      {group != null && (
        <tr className={styles.group}>
          <td colSpan={columnCount}>{group}</td>
        </tr>
      )}
      <tr
        className={`${styles.row ?? ''} ${detail != null ? (styles.open ?? '') : ''}`}
        data-row={keyOf(row)}
        // The heading of a group is no part of the row.
        {...(measure && group == null && { ref: measure })}
        // Also where it is not measured any more: an observer may look at it once again.
        data-index={index}
        aria-rowindex={index + 2}
        aria-label={nameOf(row)}
        {...(onOpen && {
          'aria-selected': isOpen,
          onClick: (event: MouseEvent) => {
            if (!isControl(event.target as HTMLElement)) onOpen(row);
          },
        })}
        {...(isTickedByRow &&
          ticks && {
            onClick: (event: MouseEvent) => {
              if (!isControl(event.target as HTMLElement)) ticks.onTick(row, !ticks.isTicked(row));
            },
          })}
        tabIndex={isReachable ? 0 : -1}
      >
        {ticks && (
          <td className={styles.tick}>
            <Checkbox
              label={nameOf(row)}
              isSelected={ticks.isTicked(row)}
              isDisabled={ticks.isDisabled === true}
              onChange={(isTicked) => {
                ticks.onTick(row, isTicked);
              }}
            />
          </td>
        )}
        {columns.map((column) => (
          <td key={column.id} className={cellClass(column)}>
            {column.cell(row)}
          </td>
        ))}
      </tr>
      {detail != null && (
        <tr className={styles.detail}>
          <td colSpan={columnCount}>{detail}</td>
        </tr>
      )}
    </Fragment>
  );
}

/** Whether a press is meant for what stands in a row, and not for the row. */
function isControl(target: HTMLElement): boolean {
  return target.closest('a, button, input, label, [role="dialog"]') !== null;
}

function Gap({ height, columnCount }: { height: number; columnCount: number }) {
  return (
    <tr className={styles.gap} aria-hidden="true" style={{ height: `${String(height)}px` }}>
      <td colSpan={columnCount} />
    </tr>
  );
}

function cellClass({ isNumber, isWideOnly }: { isNumber?: boolean; isWideOnly?: boolean }): string {
  return [isNumber && styles.number, isWideOnly && styles.wideOnly].filter(Boolean).join(' ');
}

/** How many rows a list has, and what its keys do. */
export function TableFoot({ children }: { children: ReactNode }) {
  return <div className={styles.foot}>{children}</div>;
}
