import type { SqlDialect } from '../renderSql.js';

export const postgresDialect: SqlDialect = {
  name: 'postgres',
  mark: (number) => `$${number}`,
  truthMark: (mark) => `${mark}::boolean`,
  truth: String,
  textList: (mark) => `(SELECT value FROM json_array_elements_text(${mark}::json))`,
  numberList: (mark) => `(SELECT value::bigint AS value FROM json_array_elements_text(${mark}::json))`,
};
