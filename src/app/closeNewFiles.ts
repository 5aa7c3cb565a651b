import { othersBits } from '../shared/fileModes.js';

/** Restricts new files of the process, including those of libraries, to its user, whatever its umask was. */
export function closeNewFiles(): void {
  process.umask(othersBits);
}
