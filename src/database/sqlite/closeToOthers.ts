import { chmodSync, closeSync, openSync } from 'node:fs';

/** Access for the user of the server only. */
const mode = 0o600;
/** Files that SQLite creates beside an open database file, with the mode of that file. */
const besides = ['', '-wal', '-shm', '-journal'];

/**
 * Creates a database file that only the user of the server can read and write, before SQLite would create it with the mode of the umask,
 * and removes the access of others to an existing one. Failures are ignored: SQLite reports a file that it cannot create, and the mode of
 * another user's file is left to that user.
 */
export function closeToOthers(file: string): void {
  try {
    closeSync(openSync(file, 'a', mode));
  } catch {
    return;
  }
  for (const ending of besides) {
    try {
      chmodSync(`${file}${ending}`, mode);
    } catch {
      // The file does not exist, or belongs to another user, who chooses its mode.
    }
  }
}
