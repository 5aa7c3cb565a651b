import { isPostgresUrl } from './databaseUrl.js';
import type { SqlConnection, WaitOptions } from './sqlConnection.js';
import { fileOf } from './sqlite/sqliteFile.js';

/**
 * Opens a connection for set-based work in a worker, without the ORM. The schema must exist. Loads only the driver of its database.
 */
export async function openSqlConnection(
  url: string,
  busyTimeoutMs: number,
  options: Omit<WaitOptions, 'busyTimeoutMs'> = {},
): Promise<SqlConnection> {
  if (isPostgresUrl(url)) {
    const { PostgresConnection } = await import('./postgres/postgresConnection.js');
    return new PostgresConnection(url, { ...options, busyTimeoutMs });
  }
  const { SqliteConnection } = await import('./sqlite/sqliteConnection.js');
  return SqliteConnection.open(fileOf(url), busyTimeoutMs);
}
