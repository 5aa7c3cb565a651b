/** The changes of rows of `import_item` after they were staged. */
import { assignments, sql, type Sql, type SqlConnection, textColumn } from '../../../database/worker.js';
import type { Problem } from '../../../shared/problem.js';
import type { ImportAction, ImportMode } from './importStates.js';

/** Rows per statement. */
const windowSize = 1000;

/** Columns to change; absent ones keep their values. */
export interface ItemChange {
  mode?: ImportMode;
  isSelected?: boolean;
  /** The name chosen for the item; null: its name in the file. */
  newName?: string | null;
  /** Whether the name was remembered from an earlier import. */
  isNameRemembered?: boolean;
  isValid?: boolean;
  isIncomplete?: boolean;
  effectiveContentId?: number;
  hasWarning?: true;
  action?: ImportAction;
  /** The reason of the action; see `reasonFacts`. */
  reason?: string;
}

/** Changes items by their ordinals. */
export async function changeItems(
  { connection, planNo }: ItemsOfPlan,
  ordinals: Iterable<number>,
  change: ItemChange,
): Promise<void> {
  const all = [...ordinals];
  for (let start = 0; start < all.length; start += windowSize) {
    const window = sql.numbers(all.slice(start, start + windowSize));
    await changeItemsWhere({ connection, planNo }, sql`ordinal IN ${window}`, change);
  }
}

export interface ItemsOfPlan {
  connection: SqlConnection;
  planNo: number;
}

/** Ordinals of the items to derive; absent for all items of the plan. */
export type ItemScope = readonly number[] | undefined;

/** Whether an ordinal is in a scope. */
export function isInScope(ordinal: Sql, scope: ItemScope): Sql {
  return scope === undefined ? sql`TRUE` : sql`${ordinal} IN ${sql.numbers(scope)}`;
}

/** Changes the items that meet a condition on columns of `import_item`, without an alias; returns their number. */
export function changeItemsWhere(
  { connection, planNo }: ItemsOfPlan,
  condition: Sql,
  change: ItemChange,
): Promise<number> {
  return connection.run(updateOf(planNo, condition, change));
}

/** Changes the items that meet such a condition; returns their ordinals. */
export async function changedOrdinals(
  { connection, planNo }: ItemsOfPlan,
  condition: Sql,
  change: ItemChange,
): Promise<number[]> {
  const update = updateOf(planNo, condition, change);
  const rows = await connection.all<{ ordinal: number }>(sql`${update} RETURNING ordinal`);
  return rows.map(({ ordinal }) => ordinal);
}

function updateOf(planNo: number, condition: Sql, change: ItemChange): Sql {
  return sql`UPDATE import_item SET ${sql.join(assignments({ ...change }), ', ')} WHERE plan_no = ${planNo} AND (${condition})`;
}

/** Sets derived columns of items. `select` gives them by these names, and `ordinal`; only rows that differ are written. */
export async function deriveColumns(
  { connection, planNo }: ItemsOfPlan,
  columns: readonly string[],
  select: Sql,
): Promise<void> {
  const each = (of: (column: Sql) => Sql, separator: string) =>
    sql.join(
      columns.map((column) => of(sql.raw(column))),
      separator,
    );
  await connection.run(
    sql`UPDATE import_item AS o SET ${each((column) => sql`${column} = d.${column}`, ', ')}
     FROM (${select}) AS d
     WHERE o.plan_no = ${planNo} AND o.ordinal = d.ordinal
       AND (${each((column) => sql`o.${column} IS DISTINCT FROM d.${column}`, ' OR ')})`,
  );
}

/** Problems to add to those of an item. */
export interface ItemProblems {
  ordinal: number;
  /** JSON of its problems so far. */
  fileProblems: string | null;
  added: readonly Problem[];
}

/** Adds problems of the file to items. */
export async function addItemProblems(
  { connection, planNo }: ItemsOfPlan,
  items: readonly ItemProblems[],
): Promise<void> {
  const changed = items.filter(({ added }) => added.length > 0);
  for (let start = 0; start < changed.length; start += windowSize) {
    const rows = changed.slice(start, start + windowSize).map(({ ordinal, fileProblems, added }) => {
      const known = fileProblems === null ? [] : (JSON.parse(fileProblems) as Problem[]);
      return [ordinal, JSON.stringify([...known, ...added])];
    });
    await connection.run(
      sql`CREATE TEMP TABLE IF NOT EXISTS item_problem (ordinal INTEGER PRIMARY KEY, problems ${textColumn} NOT NULL)`,
    );
    await connection.run(sql`DELETE FROM item_problem`);
    await connection.insertRows('item_problem', ['ordinal', 'problems'], rows);
    await connection.run(
      sql`UPDATE import_item SET file_problems = p.problems FROM item_problem p
       WHERE import_item.plan_no = ${planNo} AND import_item.ordinal = p.ordinal`,
    );
  }
}
