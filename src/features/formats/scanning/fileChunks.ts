import { createReadStream } from 'node:fs';
import type { FileSource } from '../format.js';
import type { JsonFileScanner, ScanEvent } from './jsonFileScanner.js';

const chunkBytes = 256 * 1024;

/** Reads a file in chunks. Leaving the loop early closes it. Throws errors of the file system. */
export function fileChunks({ path, open }: FileSource): AsyncIterable<Buffer> {
  return open === undefined ? (createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) : open();
}

/** Scans a file until its end or its first problem; yields one list of events per chunk. */
export async function* scanFile(source: FileSource, scanner: JsonFileScanner): AsyncGenerator<ScanEvent[]> {
  for await (const chunk of fileChunks(source)) {
    yield scanner.feed(chunk);
    if (scanner.isStopped) return;
  }
  yield scanner.end();
}
