/**
 * SQL for what of a name stands between `@` and the first slash, with the `@`: the site of an entry. An empty text where there is none. The
 * index of external reference codes has the same expression, so that a change of it needs a migration.
 */
export function siteInNameSql(name: string, positionOf: 'instr' | 'strpos'): string {
  const at = (mark: string): string => `${positionOf}(${name}, '${mark}')`;
  return `CASE WHEN ${at('@')} BETWEEN 1 AND ${at('/')} THEN substr(${name}, ${at('@')}, ${at('/')} - ${at('@')}) ELSE '' END`;
}
