/**
 * Only the user that runs the server may read its files: the database contains the key that signs links, so every file contains
 * data.
 */
import { chmod, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { storedFilesOf } from '../features/files/index.js';
import { idFileName } from './claimDataDir.js';
import { othersBits } from './closeNewFiles.js';

const fileMode = 0o600;
const folderMode = 0o700;

/** Names at the top of a data folder that a server or a backup creates. */
const ownNames =
  /^(files|instance-id|backup\.json|waybill\.sqlite(-wal|-shm|-journal)?|waybill\.sqlite\.lock(-journal)?)$/;

/**
 * Removes the access of other users, from an earlier version or umask, to the folder of stored files and its files, and to the
 * data folder, unless it contains foreign files.
 */
export async function closeFolders({ dataDir, filesDir }: { dataDir: string; filesDir: string }): Promise<void> {
  const names = await readdir(dataDir);
  if (names.every((name) => ownNames.test(name))) await close(dataDir, folderMode);
  await close(path.join(dataDir, idFileName), fileMode);
  // If the folder was already closed, nobody could reach its files: they are checked only once.
  if (!(await close(filesDir, folderMode))) return;
  for (const name of await storedFilesOf(filesDir)) await close(path.join(filesDir, name), fileMode);
}

/** Whether it was open to others. A folder of another user is not changed. */
async function close(target: string, mode: number): Promise<boolean> {
  const found = await stat(target).catch(() => undefined);
  if (found === undefined || (found.mode & othersBits) === 0) return false;
  await chmod(target, mode).catch(() => undefined);
  return true;
}
