import { AppError } from '../shared/appError.js';
import { dataSourceOptions } from './openDatabase.js';
import { sql } from './sql.js';
import type { SqlConnection } from './sqlConnection.js';

/**
 * Refuses a database whose tables are not those of this version: rows must mean the same here as for the server that wrote them.
 * @throws AppError CONFIGURATION_INVALID with a sentence for the operator
 */
export async function refuseOtherSchema(url: string, connection: SqlConnection): Promise<void> {
  const { migrations } = await dataSourceOptions(url, []);
  const known = new Set((migrations as { name: string }[]).map(({ name }) => name));
  const rows = await connection.all<{ name: string }>(sql`SELECT name FROM migrations`).catch((error: unknown) => {
    throw isMissingTable(error)
      ? AppError.configuration(
          'The database is empty: no server was started on it yet. Use the settings of the server.',
        )
      : error;
  });
  const unknown = rows.find(({ name }) => !known.has(name));
  if (unknown === undefined && rows.length === known.size) return;
  throw AppError.configuration(
    'The schema of the database is that of another version of Waybill. Use the version that the server runs.',
  );
}

/** As each of the two drivers says it. */
function isMissingTable(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === '42P01' || message?.includes('no such table') === true;
}
