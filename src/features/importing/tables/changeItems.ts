/** The changes of rows of `import_item` after they were staged. */
import type { SqlConnection, SqlParams, SqlValue } from '../../../database/index.js';
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
  isValid?: boolean;
  isIncomplete?: boolean;
  effectiveContentId?: number;
  hasWarning?: true;
  action?: ImportAction;
  /** The reason of the action; see `reasonFacts`. */
  reason?: string;
}

const columnOf: Readonly<Record<keyof ItemChange, string>> = {
  mode: 'mode',
  isSelected: 'is_selected',
  newName: 'new_name',
  isValid: 'is_valid',
  isIncomplete: 'is_incomplete',
  effectiveContentId: 'effective_content_id',
  hasWarning: 'has_warning',
  action: 'action',
  reason: 'reason',
};

/** Changes items by their ordinals. */
export async function changeItems(
  { connection, planNo }: ItemsOfPlan,
  ordinals: Iterable<number>,
  change: ItemChange,
): Promise<void> {
  const all = [...ordinals];
  const where = `ordinal IN ${connection.numberList(':changedOrdinals')}`;
  for (let start = 0; start < all.length; start += windowSize) {
    const params = { changedOrdinals: JSON.stringify(all.slice(start, start + windowSize)) };
    await changeItemsWhere({ connection, planNo }, { where, params }, change);
  }
}

export interface ItemsOfPlan {
  connection: SqlConnection;
  planNo: number;
}

/** A condition on columns of `import_item`, without an alias, and its parameters. `:planNo` is the plan. */
export interface ItemCondition {
  where: string;
  params?: SqlParams;
}

/** Changes the items that meet a condition; returns their number. */
export function changeItemsWhere(
  { connection, planNo }: ItemsOfPlan,
  condition: ItemCondition,
  change: ItemChange,
): Promise<number> {
  const { sql, params } = updateOf(planNo, condition, change);
  return connection.run(sql, params);
}

/** Changes the items that meet a condition; returns their ordinals. */
export async function changedOrdinals(
  { connection, planNo }: ItemsOfPlan,
  condition: ItemCondition,
  change: ItemChange,
): Promise<number[]> {
  const { sql, params } = updateOf(planNo, condition, change);
  const rows = await connection.all<{ ordinal: number }>(`${sql} RETURNING ordinal`, params);
  return rows.map(({ ordinal }) => ordinal);
}

function updateOf(
  planNo: number,
  { where, params }: ItemCondition,
  change: ItemChange,
): { sql: string; params: SqlParams } {
  const entries = Object.entries(change) as [keyof ItemChange, SqlValue | boolean][];
  const values: Record<string, SqlValue> = {};
  const assignments = entries.map(([key, value]) => {
    const column = columnOf[key];
    if (typeof value === 'boolean') return `${column} = ${value ? 'TRUE' : 'FALSE'}`;
    values[`new_${column}`] = value;
    return `${column} = :new_${column}`;
  });
  const sql = `UPDATE import_item SET ${assignments.join(', ')} WHERE plan_no = :planNo AND (${where})`;
  return { sql, params: { ...params, ...values, planNo } };
}

/** Sets derived columns of items. `select` gives them by these names, and `ordinal`; only rows that differ are written. */
export async function deriveColumns(
  { connection, planNo }: ItemsOfPlan,
  columns: readonly string[],
  { select, params }: { select: string; params: SqlParams },
): Promise<void> {
  await connection.run(
    `UPDATE import_item AS o SET ${columns.map((column) => `${column} = d.${column}`).join(', ')}
     FROM (${select}) AS d
     WHERE o.plan_no = :planNo AND o.ordinal = d.ordinal
       AND (${columns.map((column) => `o.${column} IS DISTINCT FROM d.${column}`).join(' OR ')})`,
    { ...params, planNo },
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
      'CREATE TEMP TABLE IF NOT EXISTS item_problem (ordinal INTEGER PRIMARY KEY, problems TEXT NOT NULL)',
    );
    await connection.run('DELETE FROM item_problem');
    await connection.insertRows('item_problem', ['ordinal', 'problems'], rows);
    await connection.run(
      `UPDATE import_item SET file_problems = p.problems FROM item_problem p
       WHERE import_item.plan_no = :planNo AND import_item.ordinal = p.ordinal`,
      { planNo },
    );
  }
}
