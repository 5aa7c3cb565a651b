import { sql, type Sql } from '../../database/worker.js';
import { lowerAscii } from '../../shared/lowerAscii.js';

/**
 * Whether a resource has a name: an SQL expression, or a text. The index of names begins with names in lower case, so that it serves lists
 * and names that differ only in case too.
 */
export function isNamed(resource: string, name: Sql | string): Sql {
  const own = sql.raw(`${resource}.name`);
  // lower() of a parameter would use the locale of the database, not that of the column.
  const folded = typeof name === 'string' ? sql`${lowerAscii(name)}` : sql`lower(${name})`;
  return sql`lower(${own}) = ${folded} AND ${own} = ${name}`;
}
