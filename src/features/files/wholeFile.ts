/** Writes files that get their final name only when they are complete and flushed to disk. A failure leaves no file behind. */
import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Extension of the name of an incomplete file. */
export const partEnding = '.part';

/** `sha256`: of its bytes, 64 hexadecimal digits. */
export interface WrittenFile {
  sizeBytes: number;
  sha256: string;
}

/** Writes a file in pieces; waits for the disk. Returns the result of `write`, and what was written. */
export async function writeWholeFile<T extends object>(
  target: string,
  write: (out: HashedFile) => Promise<T>,
): Promise<T & WrittenFile> {
  return asPart(target, async (part) => {
    const file = await open(part, 'w');
    try {
      const out = new HashedFile(file);
      const written = await write(out);
      await file.sync();
      return { ...written, ...out.written() };
    } finally {
      await file.close();
    }
  });
}

/** Writes a stream to a file. The stream is opened only when its errors are handled: an earlier error would stop the server. */
export async function writeWholeStream(target: string, openSource: () => Readable): Promise<WrittenFile> {
  return asPart(target, async (part) => {
    const meter = new Meter();
    const measured = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        meter.add(chunk);
        done(null, chunk);
      },
    });
    await pipeline(openSource(), measured, createWriteStream(part, { flush: true }));
    return meter.written();
  });
}

/** A file whose size and digest are computed while it is written. */
export class HashedFile {
  private readonly meter = new Meter();

  constructor(private readonly file: FileHandle) {}

  get sizeBytes(): number {
    return this.meter.sizeBytes;
  }

  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.meter.add(bytes);
    await this.file.writeFile(bytes);
  }

  /** Size and digest so far. Nothing can be written afterwards. */
  written(): WrittenFile {
    return this.meter.written();
  }
}

class Meter {
  sizeBytes = 0;
  private readonly hash: Hash = createHash('sha256');

  add(bytes: Buffer): void {
    this.hash.update(bytes);
    this.sizeBytes += bytes.length;
  }

  written(): WrittenFile {
    return { sizeBytes: this.sizeBytes, sha256: this.hash.digest('hex') };
  }
}

async function asPart<T>(target: string, write: (part: string) => Promise<T>): Promise<T> {
  await mkdir(path.dirname(target), { recursive: true });
  const part = `${target}${partEnding}`;
  try {
    const written = await write(part);
    await rename(part, target);
    return written;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
