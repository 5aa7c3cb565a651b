/**
 * Edges by the name that they lead to. PostgreSQL has an index for it. SQLite has the table `edge_target`, because an index would have to
 * be kept in order with each transaction of a staged file: `indexEdges` adds the edges of many contents at once, in the order of the names,
 * and a trigger removes those of deleted edges.
 */
import { sql, type Sql, type SqlConnection } from '../../database/worker.js';

/** The edges `e` that lead to a name, after `JOIN`: `resource t JOIN ${edgesTo(sql`t.name`)}`. */
export function edgesTo(name: Sql): Sql {
  return sql.byDialect({
    sqlite: sql`edge_target en ON en.target_name = ${name}
      JOIN edge e ON e.content_id = en.content_id AND e.ordinal = en.ordinal`,
    postgres: sql`edge e ON e.target_name = ${name}`,
  });
}

/**
 * Makes edges known to `edgesTo`, inside the caller's transaction; those that are known already may be among them. `edges`: what stands
 * after `FROM`, with edges `e`, and ends with a condition.
 */
export async function indexEdges(connection: SqlConnection, edges: Sql): Promise<void> {
  if (connection.dialect !== 'sqlite') return;
  await connection.run(
    sql`INSERT INTO edge_target (target_name, content_id, ordinal) SELECT e.target_name, e.content_id, e.ordinal FROM ${edges}
     ORDER BY 1, 2, 3 ON CONFLICT DO NOTHING`,
  );
}
