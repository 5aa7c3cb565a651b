/**
 * Only the user that runs the server may read its files: the database contains the key that signs links, so every file contains
 * data.
 */
import { readdir } from 'node:fs/promises';
import type { FileStore } from '../features/files/index.js';
import { closeToOthers } from '../shared/fileModes.js';

/** Names at the top of a data folder that a server or a backup creates. */
const ownNames =
  /^(files|instance-id|backup\.json|waybill\.sqlite(-wal|-shm|-journal)?|waybill\.sqlite\.lock(-journal)?)$/;

/**
 * Removes the access of other users, from an earlier version or umask, to the stored files, and to the data folder, unless it contains
 * foreign files.
 */
export async function closeFolders(dataDir: string, fileStore: FileStore): Promise<void> {
  const names = await readdir(dataDir);
  if (names.every((name) => ownNames.test(name))) await closeToOthers(dataDir, 0o700);
  await fileStore.closeToOthers();
}
