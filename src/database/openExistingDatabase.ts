import { accessSync } from 'node:fs';
import { AppError } from '../shared/appError.js';
import { isPostgresUrl } from './databaseUrl.js';
import { openSqlConnection } from './openSqlConnection.js';
import { refuseOtherSchema } from './refuseOtherSchema.js';
import type { SqlConnection } from './sqlConnection.js';
import { fileOf, unopenedFile } from './sqlite/sqliteFile.js';

/**
 * Opens the database of a server beside it, and creates none.
 * @throws AppError CONFIGURATION_INVALID with a sentence for the operator if there is none, or one of another version
 */
export async function openExistingDatabase(url: string, busyTimeoutMs: number): Promise<SqlConnection> {
  if (!isPostgresUrl(url)) refuseMissingFile(fileOf(url));
  const connection = await openSqlConnection(url, busyTimeoutMs);
  try {
    if (isPostgresUrl(url)) await refuseUnreachable(url, connection);
    await refuseOtherSchema(url, connection);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function refuseMissingFile(file: string): void {
  try {
    accessSync(file);
  } catch (error) {
    throw unopenedFile(file, error as Error);
  }
}

async function refuseUnreachable(url: string, connection: SqlConnection): Promise<void> {
  const { unopened } = await import('./postgres/postgresOptions.js');
  await connection.now().catch((error: unknown) => {
    throw unopened(url, error instanceof AppError ? (error.cause ?? error) : error);
  });
}
