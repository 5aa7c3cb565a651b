/** The server's files are for the user that runs it: the database holds the key that addresses are signed with, and so all files hold data. */
import { chmod, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { storedFilesOf } from '../features/files/index.js';
import { idFileName } from './claimDataDir.js';

const othersBits = 0o077;
const fileMode = 0o600;
const folderMode = 0o700;

/** Names at the top of a data folder that a server or a backup makes. */
const ownNames =
  /^(files|instance-id|backup\.json|waybill\.sqlite(-wal|-shm|-journal)?|waybill\.sqlite\.lock(-journal)?)$/;

/** What a process makes from now on, files of its libraries too, is for its user alone, whatever the umask was that it started with. */
export function closeNewFiles(): void {
  process.umask(othersBits);
}

/**
 * Takes from others what an earlier version, or another umask, has left open to them: the folder of stored files with what is in it, and
 * the data folder, unless somebody keeps other things there.
 */
export async function closeFolders({ dataDir, filesDir }: { dataDir: string; filesDir: string }): Promise<void> {
  const names = await readdir(dataDir);
  if (names.every((name) => ownNames.test(name))) await close(dataDir, folderMode);
  await close(path.join(dataDir, idFileName), fileMode);
  // Where the folder is closed, nobody gets to the files: they are looked at once.
  if (!(await close(filesDir, folderMode))) return;
  for (const name of await storedFilesOf(filesDir)) await close(path.join(filesDir, name), fileMode);
}

/** Whether it was open to others. What belongs to another user stays as that one has it. */
async function close(target: string, mode: number): Promise<boolean> {
  const found = await stat(target).catch(() => undefined);
  if (found === undefined || (found.mode & othersBits) === 0) return false;
  await chmod(target, mode).catch(() => undefined);
  return true;
}
