import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { partEnding } from './wholeFile.js';

/** Where a stored file lies: one folder, each file under its id, so that no name from outside ever becomes a path. */
export function storedFilePath(filesDir: string, id: string): string {
  return path.join(filesDir, id);
}

/** Names that this server gives to files: an id (UUIDv7), while one is being written with an ending. Nothing else in the folder is ours. */
function isOwnName(name: string): boolean {
  const id = name.endsWith(partEnding) ? name.slice(0, -partEnding.length) : name;
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id);
}

/** Regular files, directly in the folder, that have such a name; neither folders nor links. */
export async function storedFilesOf(filesDir: string): Promise<string[]> {
  await mkdir(filesDir, { recursive: true });
  const entries = await readdir(filesDir, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && isOwnName(entry.name)).map(({ name }) => name);
}

/**
 * Removes files of this server that no row knows: what a crash left half done. Gives their number. Those that were written in the last
 * `minAgeMs` stay, because another server may be about to make them known.
 */
export async function removeStrays(filesDir: string, knownIds: ReadonlySet<string>, minAgeMs: number): Promise<number> {
  let removedCount = 0;
  for (const name of await storedFilesOf(filesDir)) {
    const file = path.join(filesDir, name);
    if (knownIds.has(name) || (minAgeMs > 0 && Date.now() - (await stat(file)).mtimeMs < minAgeMs)) continue;
    await rm(file, { force: true });
    removedCount += 1;
  }
  return removedCount;
}

/** Those of them that are whole. */
export async function wholeFilesOf(filesDir: string): Promise<string[]> {
  return (await storedFilesOf(filesDir)).filter((name) => !name.endsWith(partEnding));
}

/** How many whole stored files are in the folder, and how many of them are known. */
export async function countStored(
  filesDir: string,
  knownIds: ReadonlySet<string>,
): Promise<{ storedCount: number; knownCount: number }> {
  const stored = await wholeFilesOf(filesDir);
  return { storedCount: stored.length, knownCount: stored.filter((name) => knownIds.has(name)).length };
}
