import { In, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { ListOrder } from '../shared/listOrder.js';

interface KeysetRequest<Row> {
  first: number;
  after: readonly (string | number)[] | undefined;
  order: ListOrder<Row>;
}

/** Restricts a query to a page: the rows after a key, in an order, and one more row if there are further ones. */
export function keysetPage<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { first, after, order: { key, direction } }: KeysetRequest<Row>,
): SelectQueryBuilder<Row> {
  if (after) {
    const columns = key.map(({ by }) => by).join(', ');
    const values = key.map((_, index) => `:after${index}`).join(', ');
    const parameters = Object.fromEntries(after.map((value, index) => [`after${index}`, value]));
    query.andWhere(`(${columns}) ${direction === 'ASC' ? '>' : '<'} (${values})`, parameters);
  }
  for (const [index, { by }] of key.entries()) {
    // TypeORM sorts by a property or by a selected expression, never by SQL.
    const isProperty = /^\w+\.\w+$/.test(by);
    if (!isProperty) query.addSelect(by, `sort_${index}`);
    query.addOrderBy(isProperty ? by : `sort_${index}`, direction);
  }
  return query.limit(first + 1);
}

/** Maximum number of values in one statement; that of SQLite is 32,766. */
const maxParameters = 20_000;
/** The maximum number of selects in one statement of SQLite is 500. */
const maxQueries = 250;

type Query<Row extends ObjectLiteral> = SelectQueryBuilder<Row>;

interface HasId {
  id: string;
}

/** The rows of many queries on one entity, such as the pages of many owners, read with few statements however many queries there are. */
export async function rowsTogether<Row extends HasId>(
  manager: EntityManager,
  queries: readonly Query<Row>[],
): Promise<Row[][]> {
  const [query] = queries;
  if (!query) return [];
  if (queries.length === 1) return [await query.getMany()];
  const entity = query.expressionMap.mainAlias?.target;
  if (!entity) return [];
  const lists = await runTogether<HasId>(manager, queries, `q."${query.alias}_id" AS id`);
  const ids = lists.flat().map(({ id }) => id);
  const rowById = new Map<string, Row>();
  for (let start = 0; start < ids.length; start += maxParameters) {
    const where = { id: In(ids.slice(start, start + maxParameters)) };
    const rows = await manager.findBy(entity, where);
    for (const row of rows as Row[]) rowById.set(row.id, row);
  }
  return lists.map((list) => list.flatMap(({ id }) => rowById.get(id) ?? []));
}

/** The number of rows of each of many queries. */
export async function countsTogether<Row extends ObjectLiteral>(
  manager: EntityManager,
  queries: readonly Query<Row>[],
): Promise<number[]> {
  const counts = queries.map((query) => query.select('count(*)', 'total'));
  const lists = await runTogether<{ total: number | string }>(manager, counts, 'q.total');
  return lists.map(([row]) => Number(row?.total ?? 0));
}

/** Runs queries of one shape in few statements; `columns` is the SQL of the columns to read of each query `q`. */
async function runTogether<Selected>(
  manager: EntityManager,
  queries: readonly Query<ObjectLiteral>[],
  columns: string,
): Promise<Selected[][]> {
  const lists: Selected[][] = queries.map(() => []);
  let parts: string[] = [];
  let values: unknown[] = [];
  const run = async () => {
    const rows = await manager.query<(Selected & { queryNo: number })[]>(parts.join(' UNION ALL '), values);
    for (const row of rows) lists[row.queryNo]?.push(row);
    parts = [];
    values = [];
  };
  for (const [queryNo, query] of queries.entries()) {
    const [sql, given] = query.getQueryAndParameters() as [string, unknown[]];
    const isFull = parts.length >= maxQueries || values.length + given.length > maxParameters;
    if (parts.length > 0 && isFull) await run();
    const offset = values.length;
    // The parameters of PostgreSQL are numbered, those of SQLite are in order.
    const numbered = sql.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + offset}`);
    parts.push(`SELECT ${queryNo} AS "queryNo", ${columns} FROM (${numbered}) AS q`);
    values.push(...given);
  }
  if (parts.length > 0) await run();
  return lists;
}
