/** Runs handwritten SQL on the API thread, beside the queries of the ORM. */
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { renderSql } from './renderSql.js';
import { rowShapeOf, shapedRow } from './rowShape.js';
import type { Sql, SqlValue } from './sql.js';
import { postgresDialect, sqliteDialect, type SqlDialect } from './sqlDialects.js';

/** The rows of a statement, with the members that `rowShapeOf` describes. */
export async function readRows<Row>(manager: EntityManager, statement: Sql): Promise<Row[]> {
  const { text, values } = renderSql(statement, dialectOf(manager));
  const rows = await manager.query<Record<string, unknown>[]>(text, values);
  const shape = rowShapeOf(Object.keys(rows[0] ?? {}));
  return rows.map((row) => shapedRow(shape, Object.values(row)) as Row);
}

/** Runs a statement without a result. */
export async function runSql(manager: EntityManager, statement: Sql): Promise<void> {
  const { text, values } = renderSql(statement, dialectOf(manager));
  await manager.query(text, values);
}

/** Adds a condition to a query of the ORM. */
export function andWhere<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, condition: Sql): void {
  const start = Object.keys(query.getParameters()).length;
  const named: SqlDialect = { ...dialectOf(query.dataSource.manager), mark: (number) => `:sql${start + number}` };
  const { text, values } = renderSql(condition, named);
  const parameters: Record<string, SqlValue> = {};
  for (const [index, value] of values.entries()) parameters[`sql${start + index + 1}`] = value;
  query.andWhere(text, parameters);
}

function dialectOf(manager: EntityManager): SqlDialect {
  return manager.dataSource.options.type === 'postgres' ? postgresDialect : sqliteDialect;
}
