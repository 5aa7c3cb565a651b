import { sqliteFile } from './openDatabase.js';
import type { SqlConnection } from './sqlConnection.js';
import { SqliteConnection } from './sqlite/sqliteConnection.js';

/** Opens a connection for set-based work in a worker. The schema must exist. */
export function openSqlConnection(url: string, busyTimeoutMs: number): SqlConnection {
  return SqliteConnection.open(sqliteFile(url), busyTimeoutMs);
}
