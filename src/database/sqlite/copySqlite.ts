import path from 'node:path';
import type Sqlite from 'better-sqlite3';
import { AppError } from '../../shared/appError.js';
import type { CopyOptions, DatabaseCopy } from '../databaseCopy.js';
import { sql } from '../sql.js';
import { SqliteConnection } from './sqliteConnection.js';
import { openSqlite } from './sqliteDriver.js';
import { fileOf, unopenedFile } from './sqliteFile.js';

const fileName = 'waybill.sqlite';
/** All pages in one step, that is, in one read transaction: a copy in several steps starts again whenever a server writes in between. */
const pagesPerStep = 0x7fffffff;

/** Copies a database file with SQLite's online backup. The copy includes what is still in the write-ahead log. */
export async function copySqlite<T>(
  { url, folder, busyTimeoutMs }: CopyOptions,
  work: (copy: DatabaseCopy) => Promise<T>,
): Promise<T> {
  const file = path.join(folder, fileName);
  const source = openSource(fileOf(url), busyTimeoutMs);
  try {
    await source.backup(file, { progress: () => pagesPerStep });
  } finally {
    source.close();
  }
  const connection = SqliteConnection.open(file, busyTimeoutMs);
  try {
    const faults = await connection.all<{ fault: string }>(
      sql`SELECT integrity_check AS fault FROM pragma_integrity_check`,
    );
    if (faults[0]?.fault !== 'ok')
      throw AppError.configuration(`The database file is damaged: ${faults.map(({ fault }) => fault).join('; ')}.`);
    return await connection.snapshot(() => work({ connection, fileName }));
  } finally {
    // The last connection empties the log and removes it.
    await connection.close();
  }
}

function openSource(file: string, timeout: number): Sqlite.Database {
  try {
    return openSqlite(file, { fileMustExist: true, timeout });
  } catch (error) {
    throw unopenedFile(file, error as Error);
  }
}
