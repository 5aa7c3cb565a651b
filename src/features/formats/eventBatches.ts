import type { FileEvent } from './format.js';

const batchSize = 500;

/** Cuts a list of events into batches that one step of staging can take at once. */
export function* inBatches(events: readonly FileEvent[]): Generator<FileEvent[]> {
  for (let start = 0; start < events.length; start += batchSize) yield events.slice(start, start + batchSize);
}
