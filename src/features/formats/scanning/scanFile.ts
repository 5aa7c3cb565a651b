import type { FileSource } from '../format.js';
import type { JsonFileScanner, ScanEvent } from './jsonFileScanner.js';

/** Scans a file until its end or its first problem; yields one list of events per chunk. */
export async function* scanFile(source: FileSource, scanner: JsonFileScanner): AsyncGenerator<ScanEvent[]> {
  for await (const chunk of source.open()) {
    yield scanner.feed(chunk);
    if (scanner.isStopped) return;
  }
  yield scanner.end();
}
