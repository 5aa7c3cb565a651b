import type { FileEvent } from './format.js';

/** Small: between two of them, the thread attends to its database, which may be writing what was read before. */
const batchSize = 50;

/** Splits a list of events into batches for staging. */
export function* inBatches(events: readonly FileEvent[]): Generator<FileEvent[]> {
  for (let start = 0; start < events.length; start += batchSize) yield events.slice(start, start + batchSize);
}
