import { stat } from 'node:fs/promises';
import { isPostgresUrl } from './databaseUrl.js';
import type { CopyOptions, DatabaseCopy } from './databaseCopy.js';
import { refuseOtherSchema } from './refuseOtherSchema.js';
import { fileOf } from './sqlite/sqliteFile.js';

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
  const parts = ['', '-wal'].map((ending) =>
    stat(fileOf(url) + ending).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(parts)).reduce((sum, size) => sum + size, 0);
}
