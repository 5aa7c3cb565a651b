import { createReadStream } from 'node:fs';
import type { JsonFileScanner, ScanEvent } from './jsonFileScanner.js';

const chunkBytes = 256 * 1024;

/** Reads a file in chunks; leaving the loop early closes it. Throws the fault of the file system when it can not be read. */
export function fileChunks(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>;
}

/** Scans a file to its end or its first problem, one list of events per chunk. */
export async function* scanFile(path: string, scanner: JsonFileScanner): AsyncGenerator<ScanEvent[]> {
  for await (const chunk of fileChunks(path)) {
    yield scanner.feed(chunk);
    if (scanner.isStopped) return;
  }
  yield scanner.end();
}
