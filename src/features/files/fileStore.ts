import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { partEnding } from './wholeFile.js';

/** Path of a stored file. All files are in one folder and have their id as name, so that names from uploads never become paths. */
export function storedFilePath(filesDir: string, id: string): string {
  return path.join(filesDir, id);
}

/**
 * Names that this server gives to files: an id (UUIDv7), with an extension while it is being written. Other files in the folder are
 * ignored.
 */
function isOwnName(name: string): boolean {
  const id = name.endsWith(partEnding) ? name.slice(0, -partEnding.length) : name;
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id);
}

/** Regular files with such a name, directly in the folder; no folders or links. */
export async function storedFilesOf(filesDir: string): Promise<string[]> {
  await mkdir(filesDir, { recursive: true });
  const entries = await readdir(filesDir, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && isOwnName(entry.name)).map(({ name }) => name);
}

/**
 * Removes stored files without a row, which a crash left behind. Returns their number. Files younger than `minAgeMs` are kept, because
 * another server may be about to insert their row.
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

/** Those of them that are complete. */
export async function wholeFilesOf(filesDir: string): Promise<string[]> {
  return (await storedFilesOf(filesDir)).filter((name) => !name.endsWith(partEnding));
}

/** Number of complete stored files, and of those with a row. */
export async function countStored(
  filesDir: string,
  knownIds: ReadonlySet<string>,
): Promise<{ storedCount: number; knownCount: number }> {
  const stored = await wholeFilesOf(filesDir);
  return { storedCount: stored.length, knownCount: stored.filter((name) => knownIds.has(name)).length };
}
