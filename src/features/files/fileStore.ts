import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Where a stored file lies: one folder, each file under its id, so that no name from outside ever becomes a path. */
export function storedFilePath(filesDir: string, id: string): string {
  return path.join(filesDir, id);
}

/**
 * Removes files that no row knows: what a crash left half done. Gives their number. Those that were written in the last `minAgeMs`
 * stay, because another server may be about to make them known.
 */
export async function removeStrays(filesDir: string, knownIds: ReadonlySet<string>, minAgeMs: number): Promise<number> {
  await mkdir(filesDir, { recursive: true });
  let removedCount = 0;
  for (const name of await readdir(filesDir)) {
    const file = path.join(filesDir, name);
    if (knownIds.has(name) || (minAgeMs > 0 && Date.now() - (await stat(file)).mtimeMs < minAgeMs)) continue;
    await rm(file, { force: true, recursive: true });
    removedCount += 1;
  }
  return removedCount;
}
