/** Files on disk. They get their final name only when they are complete and flushed. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HashedFile, Meter, type FileSource, type FileTarget, type WrittenFile } from './fileBytes.js';

/** Extension of the name of an incomplete file. */
export const partEnding = '.part';

const chunkBytes = 256 * 1024;

/** The file at a path of this machine. Reading and writing throw errors of the file system. */
export function diskFile(target: string): FileSource & FileTarget {
  return {
    open: (range) => createReadStream(target, { highWaterMark: chunkBytes, ...range }) as AsyncIterable<Buffer>,
    write: (write) => writeInPieces(target, write),
    writeStream: (openSource) => writeStream(target, openSource),
  };
}

function writeInPieces<T extends object>(
  target: string,
  write: (out: HashedFile) => Promise<T>,
): Promise<T & WrittenFile> {
  return asPart(target, async (part) => {
    const file = await open(part, 'w');
    try {
      const out = new HashedFile((bytes) => file.writeFile(bytes));
      const written = await write(out);
      await file.sync();
      return { ...written, ...out.written() };
    } finally {
      await file.close();
    }
  });
}

function writeStream(target: string, openSource: () => AsyncIterable<Buffer>): Promise<WrittenFile> {
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
