import { AppError } from '../../shared/appError.js';
import { sql } from '../sql.js';
import type { SqlConnection } from '../sqlConnection.js';

/** Reserves `count` consecutive content ids and returns the first, inside the caller's transaction. */
export async function reserveContentIds(connection: Pick<SqlConnection, 'get'>, count: number): Promise<number> {
  const row = await connection.get<{ first: number }>(
    sql`UPDATE content_counter SET next_id = next_id + ${count} RETURNING next_id - ${count} AS first`,
  );
  if (!row) throw AppError.internal('The content counter is missing from the database.');
  return row.first;
}
