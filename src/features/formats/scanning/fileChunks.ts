import { createReadStream } from 'node:fs';
import type { FileSource } from '../format.js';
import type { JsonFileScanner, ScanEvent } from './jsonFileScanner.js';

const chunkBytes = 256 * 1024;

/** Reads a file in chunks; leaving the loop early closes it. Throws the fault of the file system when it can not be read. */
export function fileChunks({ path, open }: FileSource): AsyncIterable<Buffer> {
  return open === undefined ? (createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) : open();
}

/** Scans a file to its end or its first problem, one list of events per chunk. */
export async function* scanFile(source: FileSource, scanner: JsonFileScanner): AsyncGenerator<ScanEvent[]> {
  for await (const chunk of fileChunks(source)) {
    yield scanner.feed(chunk);
    if (scanner.isStopped) return;
  }
  yield scanner.end();
}
