import { chmod, stat } from 'node:fs/promises';

/** The permissions of users other than the one that runs the server, in the mode of a file. */
export const othersBits = 0o077;

/** Gives a file or a folder this mode if it is open to others. Whether it was. What belongs to another user is not changed. */
export async function closeToOthers(target: string, mode: number): Promise<boolean> {
  const found = await stat(target).catch(() => undefined);
  if (found === undefined || (found.mode & othersBits) === 0) return false;
  await chmod(target, mode).catch(() => undefined);
  return true;
}
