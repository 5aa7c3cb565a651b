/** The permissions of users other than the one that runs the server, in the mode of a file. */
export const othersBits = 0o077;

/** Restricts new files of the process, including those of libraries, to its user, whatever its umask was. */
export function closeNewFiles(): void {
  process.umask(othersBits);
}
