/** SQL over the names of resources. Indexes have the same expressions, so that a change of one needs a migration. */

import type { DialectName } from './schema/tableGroup.js';

const positionOf = { sqlite: 'instr', postgres: 'strpos' } as const;

/** What of a name stands between `@` and the first slash, with the `@`: the site of an entry. An empty text where there is none. */
export function siteInNameSql(name: string, dialect: DialectName): string {
  const at = (mark: string): string => `${positionOf[dialect]}(${name}, '${mark}')`;
  return `CASE WHEN ${at('@')} BETWEEN 1 AND ${at('/')} THEN substr(${name}, ${at('@')}, ${at('/')} - ${at('@')}) ELSE '' END`;
}

/**
 * The last 18 letters of a name in lower case, the last ones first, so that names with the same ending stand together. SQLite takes three
 * letters at a time: to turn a text letter by letter takes twice as long.
 */
export function endingSql(name: string, dialect: DialectName): string {
  if (dialect === 'postgres') return `lower(reverse(right(${name}, 18)))`;
  const lastFirst = [-6, -9, -12, -15, -18].map((start) => ` || substr(${name}, ${start}, 3)`);
  return `lower(substr(${name}, -3)${lastFirst.join('')})`;
}
