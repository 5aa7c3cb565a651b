import { isPostgresUrl } from './databaseUrl.js';
import { PostgresConnection } from './postgres/postgresConnection.js';
import type { SqlConnection } from './sqlConnection.js';
import { SqliteConnection } from './sqlite/sqliteConnection.js';
import { fileOf } from './sqlite/sqliteFile.js';

/** Opens a connection for set-based work in a worker, without the ORM. The schema must exist. */
export function openSqlConnection(url: string, busyTimeoutMs: number, waitsForLocks = true): SqlConnection {
  return isPostgresUrl(url)
    ? new PostgresConnection(url, { busyTimeoutMs, waitsForLocks })
    : SqliteConnection.open(fileOf(url), busyTimeoutMs);
}
