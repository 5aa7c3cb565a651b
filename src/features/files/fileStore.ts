import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What was written. `sha256`: 64 hexadecimal digits. */
export interface WrittenFile {
  sizeBytes: number;
  sha256: string;
}

/** Where a stored file lies: one folder, each file under its id, so that no name from outside ever becomes a path. */
export function storedFilePath(filesDir: string, id: string): string {
  return path.join(filesDir, id);
}

/**
 * Writes a stream to disk and through to it, hashing on the way. Leaves nothing behind when it fails. The stream is opened
 * only when somebody listens: one that fails before that would take the server down.
 */
export async function writeStream(target: string, openSource: () => Readable): Promise<WrittenFile> {
  await mkdir(path.dirname(target), { recursive: true });
  const part = `${target}.part`;
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(openSource(), meter, createWriteStream(part, { flush: true }));
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

/** Writes pieces of text to disk as they come, hashing on the way. */
export async function writeText(target: string, pieces: AsyncIterable<string>): Promise<WrittenFile> {
  await mkdir(path.dirname(target), { recursive: true });
  const part = `${target}.part`;
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await open(part, 'w');
  try {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece);
      hash.update(bytes);
      sizeBytes += bytes.length;
      await file.writeFile(bytes);
    }
    await file.sync();
    await file.close();
    await rename(part, target);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
  return { sizeBytes, sha256: hash.digest('hex') };
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
