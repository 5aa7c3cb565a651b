import { createHash } from 'node:crypto';
import type { Problem } from '../../../shared/problem.js';
import { inBatches } from '../eventBatches.js';
import type { FileEvent, FileSource, ReadOptions, StatedSettings } from '../format.js';
import type { RecordEvent } from '../records/recordEvents.js';
import { ObjectsReading } from './objectsReading.js';
import type { FileStatement } from './fileStatement.js';

/** The part of reading that differs between file formats. */
export interface ObjectsFile {
  options: ReadOptions;
  statement: FileStatement;
  settings?: StatedSettings | undefined;
  /** Problems that are known before the first record; an ERROR ends the reading. */
  problems?: readonly Problem[];
  /** Reads the records of the file. */
  records: (source: FileSource) => AsyncIterable<RecordEvent[]>;
  /** Returns problems of the members beside the records, after the last record. */
  finish?: (count: number) => readonly Problem[];
  claimedCount?: number | null;
}

/** Reads a file of records into file events: source, settings, items, problems, end. The digest is computed over the bytes of the file. */
export async function* readObjects(file: ObjectsFile): AsyncGenerator<FileEvent[]> {
  const { options, statement, settings } = file;
  const reading = new ObjectsReading(options, statement);
  yield reading.begin(file.problems);
  if (reading.hasEnded()) return;
  if (settings) yield [{ type: 'settings', settings }];
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of options.open()) {
      hash.update(chunk);
      yield chunk;
    }
  }
  for await (const found of file.records({ open: hashed })) {
    yield* inBatches(reading.take(found));
    if (reading.hasEnded()) return;
  }
  yield reading.finish();
  if (reading.hasEnded()) return;
  yield (file.finish?.(reading.count) ?? []).map((problem) => ({ type: 'problem', problem }));
  const bundleDigest = `sha256:${hash.digest('hex')}`;
  yield [{ type: 'end', bundleDigest, claimedDigest: null, claimedCount: null }];
}
