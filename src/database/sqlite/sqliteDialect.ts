import type { SqlDialect } from '../renderSql.js';

const list = (mark: string): string => `(SELECT value FROM json_each(${mark}))`;

export const sqliteDialect: SqlDialect = {
  name: 'sqlite',
  mark: () => '?',
  truthMark: (mark) => mark,
  truth: Number,
  textList: list,
  numberList: list,
};
