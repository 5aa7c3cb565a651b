import { AppError } from '../../shared/appError.js';
import { isBusy } from './sqliteConnection.js';
import { openSqlite } from './sqliteDriver.js';

/** A server that is being replaced may need a moment to end. */
const patienceMs = 500;

/**
 * Keeps other servers away from a database file: tasks, stored files and recovery after a crash belong to one server at a time.
 * The lock is one of the operating system on a small file beside the database, so that it ends with the process, however that ends.
 * Gives the way to let go of it.
 * @throws AppError CONFIGURATION_INVALID when another server has the file.
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
