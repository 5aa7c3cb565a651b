import { sql, type Sql, type SqlConnection } from '../../../database/worker.js';
import { edgesTo } from '../../resources/worker.js';

interface Reaching {
  /** Ordinals of changed items: whatever depends on them is reached. */
  changed: readonly number[];
  /** The effective names that the changed items had before. */
  oldNames: readonly string[];
  limit: number;
}

/**
 * The ordinals of the items that depend on others in one step: they refer to them, are inside them, or have the old or new name of a changed
 * one. At most about `limit` and one more of each sort.
 */
export async function reachedItems(
  connection: SqlConnection,
  planNo: number,
  { changed, oldNames, limit }: Reaching,
): Promise<number[]> {
  const ofChanged = sql`n.plan_no = ${planNo} AND n.ordinal IN ${sql.numbers(changed)}`;
  const isRenamedTo = sql`s.plan_no = ${planNo} AND s.effective_name <> s.name AND s.effective_name`;
  const newNames = sql`(SELECT n.effective_name FROM import_item n WHERE ${ofChanged})`;
  const queries = [
    ...dependents(ofChanged),
    sql`SELECT s.ordinal FROM import_item s WHERE s.plan_no = ${planNo} AND s.name IN ${oldNames}`,
    sql`SELECT s.ordinal FROM import_item s WHERE s.plan_no = ${planNo} AND s.name IN ${newNames}`,
    sql`SELECT s.ordinal FROM import_item s WHERE ${isRenamedTo} IN ${oldNames}`,
    sql`SELECT s.ordinal FROM import_item s WHERE ${isRenamedTo} IN ${newNames}`,
  ];
  const found = new Set<number>();
  for (const query of queries) {
    const rows = await connection.all<{ ordinal: number }>(sql`${query} LIMIT ${limit + 1}`);
    for (const { ordinal } of rows) found.add(ordinal);
  }
  return [...found];
}

/** The ordinals of the blocked items that depend on items in one step. */
export async function blockedDependents(
  connection: SqlConnection,
  planNo: number,
  ordinals: readonly number[],
): Promise<number[]> {
  const isBlocked = sql`n.plan_no = ${planNo} AND n.ordinal IN ${sql.numbers(ordinals)} AND d.action = 'BLOCKED'`;
  const rows = await connection.all<{ ordinal: number }>(sql.join(dependents(isBlocked), ' UNION '));
  return rows.map(({ ordinal }) => ordinal);
}

/** The items `d` that refer to items `n`, and those that are inside them. */
function dependents(where: Sql): Sql[] {
  return [
    sql`SELECT d.ordinal FROM import_item n
      JOIN ${edgesTo(sql`n.name`)}
      JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = n.namespace
      JOIN import_item d ON d.content_id = e.content_id AND d.plan_no = n.plan_no
      WHERE ${where}`,
    sql`SELECT d.ordinal FROM import_item n
      JOIN import_item d ON d.plan_no = n.plan_no AND d.parent_name = n.name AND d.parent_kind = n.kind
      WHERE ${where}`,
  ];
}
