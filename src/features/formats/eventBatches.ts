import type { FileEvent } from './format.js';

const batchSize = 500;

/** Splits a list of events into batches for staging. */
export function* inBatches(events: readonly FileEvent[]): Generator<FileEvent[]> {
  for (let start = 0; start < events.length; start += batchSize) yield events.slice(start, start + batchSize);
}
