/** Files that appear under their name only when they are whole and on the disk; on any failure nothing is left behind. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What was written. */
export interface WrittenBytes {
  sizeBytes: number;
  /** Of the file's bytes, as `sha256:<hex>`. */
  sha256: string;
}

/** Writes a file piece by piece; it waits for the disk. */
export async function writeWholeFile<T>(
  path: string,
  write: (out: HashedFile) => Promise<T>,
): Promise<T & WrittenBytes> {
  const partPath = `${path}.part`;
  const file = await open(partPath, 'w');
  try {
    const out = new HashedFile(file);
    const written = await write(out);
    await file.sync();
    await file.close();
    await rename(partPath, path);
    return { ...written, sizeBytes: out.sizeBytes, sha256: out.sha256() };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(partPath, { force: true });
    throw error;
  }
}

/** Writes all that a stream gives into a file. */
export async function writeWholeStream(path: string, bytes: Readable): Promise<WrittenBytes> {
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
    await pipeline(bytes, meter, createWriteStream(`${path}.part`, { flush: true }));
    await rename(`${path}.part`, path);
  } catch (error) {
    await rm(`${path}.part`, { force: true });
    throw error;
  }
  return { sizeBytes, sha256: `sha256:${hash.digest('hex')}` };
}

/** A file that is hashed while it is written. */
export class HashedFile {
  sizeBytes = 0;
  private readonly hash = createHash('sha256');

  constructor(private readonly file: FileHandle) {}

  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.hash.update(bytes);
    for (let offset = 0; offset < bytes.length;) {
      const { bytesWritten } = await this.file.write(bytes, offset);
      offset += bytesWritten;
    }
    this.sizeBytes += bytes.length;
  }

  sha256(): string {
    return `sha256:${this.hash.digest('hex')}`;
  }
}
