import { stat } from 'node:fs/promises';
import { AppError } from '../shared/appError.js';
import { isPostgresUrl } from './databaseUrl.js';
import { dataSourceOptions } from './openDatabase.js';
import type { CopyOptions, DatabaseCopy } from './databaseCopy.js';
import { sql } from './sql.js';
import type { SqlConnection } from './sqlConnection.js';

/**
 * Copies a whole database in its state at one moment, while servers read and write it; then runs `work` on that state. For both
 * databases, checks that the copy can be read completely.
 * @throws AppError CONFIGURATION_INVALID with a sentence for the operator
 */
export async function copyDatabase<T>(options: CopyOptions, work: (copy: DatabaseCopy) => Promise<T>): Promise<T> {
  const copy = isPostgresUrl(options.url)
    ? (await import('./postgres/dumpPostgres.js')).dumpPostgres
    : (await import('./sqlite/copySqlite.js')).copySqlite;
  return copy(options, async (copied) => {
    await refuseOtherSchema(options.url, copied.connection);
    return work(copied);
  });
}

/** The size of the database file; 0 for a database that is no file. */
export async function databaseFileBytes(url: string): Promise<number> {
  if (isPostgresUrl(url)) return 0;
  const { fileOf } = await import('./sqlite/sqliteFile.js');
  const parts = ['', '-wal'].map((ending) =>
    stat(fileOf(url) + ending).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(parts)).reduce((sum, size) => sum + size, 0);
}

/** The rows must have the same meaning for the checks and for a restored server as for the server that wrote them. */
async function refuseOtherSchema(url: string, connection: SqlConnection): Promise<void> {
  const { migrations } = await dataSourceOptions(url, []);
  const known = new Set((migrations as { name: string }[]).map(({ name }) => name));
  const rows = await connection.all<{ name: string }>(sql`SELECT name FROM migrations`);
  const unknown = rows.find(({ name }) => !known.has(name));
  if (unknown === undefined && rows.length === known.size) return;
  throw AppError.configuration(
    'The schema of the database is that of another version of Waybill. Run the backup with the version that the server runs.',
  );
}
