import { chmodSync, closeSync, openSync } from 'node:fs';

/** Of the user that runs the server alone. */
const mode = 0o600;
/** What SQLite keeps beside a database file while it is open; it makes these with the mode of the file itself. */
const besides = ['', '-wal', '-shm', '-journal'];

/**
 * Makes a database file that only the user of the server can read and write, before SQLite makes it by the umask, and takes from others
 * what they could read of one that is there. What can't be made or changed, SQLite itself tells of, or belongs to another user.
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
      // There is no such file, or it is of another user, who has it as they want it.
    }
  }
}
