import { AppError } from '../shared/appError.js';
import { DialectChoice, NumberList, Sql, type SqlInput, type SqlValue } from './sql.js';
import type { SqlDialect } from './sqlDialects.js';

/** A statement for a driver. */
export interface RenderedSql {
  text: string;
  values: SqlValue[];
}

/** The text depends only on the fragments, not on the values, so that a repeated statement is already prepared. */
export function renderSql(statement: Sql, dialect: SqlDialect): RenderedSql {
  const rendered: RenderedSql = { text: '', values: [] };
  write(rendered, statement, dialect);
  return rendered;
}

function write(rendered: RenderedSql, { strings, inputs }: Sql, dialect: SqlDialect): void {
  rendered.text += strings[0] ?? '';
  for (const [index, input] of inputs.entries()) {
    if (input instanceof Sql) write(rendered, input, dialect);
    else if (input instanceof DialectChoice) write(rendered, input.of[dialect.name], dialect);
    else rendered.text += bind(rendered.values, input, dialect);
    rendered.text += strings[index + 1] ?? '';
  }
}

/** Adds a value, and returns its placeholder in the text. */
function bind(values: SqlValue[], input: Exclude<SqlInput, Sql> | NumberList | undefined, dialect: SqlDialect): string {
  const mark = dialect.mark(values.length + 1);
  if (typeof input === 'boolean') {
    values.push(dialect.truth(input));
    return dialect.truthMark(mark);
  }
  // The types allow no such value; a driver would take it for NULL.
  if (input === undefined) throw AppError.internal('A statement has a value that is undefined.');
  if (input instanceof NumberList) {
    values.push(JSON.stringify(input.numbers));
    return dialect.numberList(mark);
  }
  if (isList(input)) {
    values.push(JSON.stringify(input));
    return dialect.textList(mark);
  }
  values.push(input);
  return mark;
}

function isList(input: SqlValue | readonly string[]): input is readonly string[] {
  return Array.isArray(input);
}
