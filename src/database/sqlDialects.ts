import type { DialectName, SqlValue } from './sql.js';

/** The syntax of a database for parameters. */
export interface SqlDialect {
  name: DialectName;
  /** The placeholder of a parameter; `number` counts from 1. */
  mark: (number: number) => string;
  /** The value of a boolean parameter. */
  truthMark: (mark: string) => string;
  truth: (value: boolean) => SqlValue;
  /** A table of one column, `value`, from a parameter with a JSON array. */
  textList: (mark: string) => string;
  numberList: (mark: string) => string;
}

const sqliteList = (mark: string): string => `(SELECT value FROM json_each(${mark}))`;

export const sqliteDialect: SqlDialect = {
  name: 'sqlite',
  mark: () => '?',
  truthMark: (mark) => mark,
  truth: Number,
  textList: sqliteList,
  numberList: sqliteList,
};

export const postgresDialect: SqlDialect = {
  name: 'postgres',
  mark: (number) => `$${number}`,
  truthMark: (mark) => `${mark}::boolean`,
  truth: String,
  textList: (mark) => `(SELECT value FROM json_array_elements_text(${mark}::json))`,
  numberList: (mark) => `(SELECT value::bigint AS value FROM json_array_elements_text(${mark}::json))`,
};
