/** Where there is little room, a row is a card: all of its cells, in the order of the columns, each with its title. */
import type { Column, Sorting } from './column.js';
import { Icon } from './icon.js';
import styles from './table.module.css';
import text from './text.module.css';

interface CardParts<Row> {
  label: string;
  columns: readonly Column<Row>[];
  sorting: Sorting | undefined;
  onSort: ((sorting: Sorting) => void) | undefined;
}

/** The one column of a table of cards. The first cell is the head of the card; what can be done stands beside it. */
export function cardColumn<Row>({ label, columns, sorting, onSort }: CardParts<Row>): Column<Row> {
  const [first, ...others] = columns;
  const doings = others.filter(({ isDoings }) => isDoings);
  const facts = others.filter(({ isDoings }) => isDoings !== true);
  return {
    id: 'card',
    title: label,
    head: onSort ? <Sorts {...{ columns, sorting, onSort }} /> : label,
    cell: (row) => (
      <div className={styles.card}>
        <div className={styles.cardHead}>
          <div className={styles.cardTitle}>{first?.cell(row)}</div>
          {doings.map(({ id, cell }) => (
            <div key={id}>{cell(row)}</div>
          ))}
        </div>
        {facts.length > 0 && (
          <dl className={styles.facts}>
            {facts.map(({ id, title, cell }) => (
              <div key={id}>
                <dt>{title}</dt>
                <dd>{cell(row)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    ),
  };
}

function Sorts<Row>({
  columns,
  sorting,
  onSort,
}: Omit<CardParts<Row>, 'label'> & { onSort: (sorting: Sorting) => void }) {
  return (
    <span className={styles.sorts} role="group" aria-label="Sort by">
      {columns
        .filter(({ isSortable }) => isSortable)
        .map(({ id, title }) => {
          const isSorted = sorting?.column === id;
          const isDescending = isSorted && sorting.isDescending;
          return (
            <button
              key={id}
              type="button"
              className={styles.sort}
              aria-pressed={isSorted}
              onClick={() => {
                onSort({ column: id, isDescending: isSorted && !isDescending });
              }}
            >
              {title}
              {isSorted && <span className={text.hidden}>{isDescending ? ', descending' : ', ascending'}</span>}
              {isSorted && <Icon name={isDescending ? 'down' : 'up'} isSmall />}
            </button>
          );
        })}
    </span>
  );
}
