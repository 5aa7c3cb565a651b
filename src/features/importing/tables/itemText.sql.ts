import { hasText, sql, type Sql } from '../../../database/worker.js';

/** Whether an item contains a text: in its name in the file, its name on the branch, or its title. `item`: the name of its table. */
export function itemHasText(item: Sql, text: string): Sql {
  const columns = [sql`${item}.name`, sql`${item}.effective_name`, sql`${item}.title`];
  const isFound = columns.map((column) => hasText(column, text));
  return sql`(${sql.join(isFound, ' OR ')})`;
}
