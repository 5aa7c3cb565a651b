/** Files that appear under their name only when they are whole and on the disk; on any failure nothing is left behind. */
import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What the name of a file ends with until it is whole. */
export const partEnding = '.part';

/** What was written. `sha256`: of its bytes, 64 hexadecimal digits. */
export interface WrittenFile {
  sizeBytes: number;
  sha256: string;
}

/** Writes a file piece by piece; it waits for the disk. Gives what `write` gave, with what was written. */
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

/**
 * Writes all that a stream gives. It is opened only when somebody listens: one that fails before that would take the server down.
 */
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

/** A file that is measured while it is written. */
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

  /** What was written so far; nothing can be written afterwards. */
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
