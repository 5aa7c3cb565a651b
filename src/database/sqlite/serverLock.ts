import { AppError } from '../../shared/appError.js';
import { isBusy } from './sqliteStatements.js';
import { openSqlite } from './sqliteDriver.js';

/** How long a server that is being replaced may need to stop. */
const patienceMs = 500;

/**
 * Reserves a database file for this server: only one server at a time may run its tasks, change its stored files and recover it. The
 * operating system holds the lock, on a small file beside the database, so that it ends with the process in any case. Returns a function
 * that releases it.
 * @throws AppError CONFIGURATION_INVALID if another server uses the file
 */
export function lockForServer(file: string): () => void {
  const lock = openSqlite(`${file}.lock`, { timeout: patienceMs });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw AppError.configuration(
      `Another Waybill server is using the database file ${file}. Stop it first, or give this one a WAYBILL_DATA_DIR of its own; several servers can share a PostgreSQL database.`,
    );
  }
  return () => {
    lock.close();
  };
}
