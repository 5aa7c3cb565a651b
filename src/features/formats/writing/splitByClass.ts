import { siteMemberOf } from '../../kinds/worker.js';
import { classOfRecord, keyOfClass } from './recordFormats.js';
import type { ExportRecord, RecordClass } from './recordFormats.js';

export interface ClassRecords {
  recordClass: RecordClass;
  records: AsyncIterable<readonly ExportRecord[]>;
}

/**
 * Splits a stream of records into one stream per class. The records of a class must be adjacent, and must be read before the next class
 * is requested. Memory holds one batch. Throws if a class occurs a second time.
 */
export async function* splitByClass(
  source: AsyncIterable<readonly ExportRecord[]> | Iterable<readonly ExportRecord[]>,
): AsyncGenerator<ClassRecords> {
  const queue = new RecordQueue(source);
  const seen = new Set<string>();
  try {
    for (let first = await queue.peek(); first !== undefined; first = await queue.peek()) {
      const recordClass = { ...classOfRecord(first), siteMember: siteMemberOf(first.spec) };
      const key = keyOfClass(recordClass);
      if (seen.has(key)) throw new Error(`Records of ${key.replace('\n', ' ')} are not adjacent.`);
      seen.add(key);
      yield { recordClass, records: queue.takeClass(key) };
    }
  } finally {
    await queue.close();
  }
}

class RecordQueue {
  private readonly batches: AsyncIterator<readonly ExportRecord[]> | Iterator<readonly ExportRecord[]>;
  private waiting: readonly ExportRecord[] = [];

  constructor(source: AsyncIterable<readonly ExportRecord[]> | Iterable<readonly ExportRecord[]>) {
    this.batches = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  }

  async peek(): Promise<ExportRecord | undefined> {
    while (this.waiting.length === 0) {
      const next = await this.batches.next();
      if (next.done === true) return undefined;
      this.waiting = next.value;
    }
    return this.waiting[0];
  }

  async *takeClass(key: string): AsyncGenerator<readonly ExportRecord[]> {
    while ((await this.peek()) !== undefined) {
      const end = this.waiting.findIndex((record) => keyOfClass(classOfRecord(record)) !== key);
      const taken = end < 0 ? this.waiting : this.waiting.slice(0, end);
      this.waiting = end < 0 ? [] : this.waiting.slice(end);
      if (taken.length > 0) yield taken;
      if (end >= 0) return;
    }
  }

  async close(): Promise<void> {
    await this.batches.return?.();
  }
}
