import { sql, type Sql, type SqlInput } from './sql.js';

/** What `SET` takes: columns, named by members as rows have them, and their values: `{ newName: 'x' }` is `new_name = 'x'`. */
export function assignments(values: Readonly<Record<string, Exclude<SqlInput, readonly string[]>>>): Sql[] {
  return Object.entries(values).map(([member, value]) => {
    const column = member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return sql`${sql.raw(column)} = ${value}`;
  });
}
