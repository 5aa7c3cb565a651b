import { AppError } from '../shared/appError.js';
import { Sql, type SqlValue } from './sql.js';

const tokens =
  /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|::|(?<![\w$]):([A-Za-z_]\w*)/g;

/** A statement with `:name` parameters. */
export function namedSql(statement: string, params: Readonly<Record<string, SqlValue>> = {}): Sql {
  const strings: string[] = [];
  const values: SqlValue[] = [];
  let start = 0;
  for (const { 0: token, 1: name, index } of statement.matchAll(tokens)) {
    if (name === undefined) continue;
    const value = params[name];
    if (value === undefined) throw AppError.internal(`The statement has no value for its parameter "${name}".`);
    strings.push(statement.slice(start, index));
    values.push(value);
    start = index + token.length;
  }
  return new Sql([...strings, statement.slice(start)], values);
}
