import DataLoader from 'dataloader';
import type { AnswerBudget } from './answerBudget.js';
import type { Session } from '../shared/session.js';

/** Reads many keys at once: one value or null for each, in the same order. Its identity names the loader. */
export type BatchRead<Key, Value> = (keys: readonly Key[]) => Promise<readonly (Value | null)[]>;

/** The DataLoaders of one request, made when first asked for, so that each batch of keys is one statement. */
export class RequestLoaders {
  private readonly loaders = new Map<unknown, DataLoader<never, never>>();

  load<Key, Value>(read: BatchRead<Key, Value>, key: Key): Promise<Value | null> {
    let loader = this.loaders.get(read) as DataLoader<Key, Value | null> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value | null>(read, { maxBatchSize: 500 });
      this.loaders.set(read, loader as unknown as DataLoader<never, never>);
    }
    return loader.load(key);
  }

  /** Removes a cached value: a large value that is used once need not be kept. */
  forget<Key, Value>(read: BatchRead<Key, Value>, key: Key): void {
    (this.loaders.get(read) as DataLoader<Key, Value | null> | undefined)?.clear(key);
  }
}

/** The context of every resolver. */
export interface RequestContext {
  loaders: RequestLoaders;
  /** The budget of the answer. */
  answer: AnswerBudget;
  /** Address of this server as the client sees it, without a trailing slash. */
  publicUrl: string;
  /** The caller and their rights. */
  session: Session;
}

/** Sorts rows under the keys that were asked for; null where there is none. */
export function inKeyOrder<Key, Value>(
  keys: readonly Key[],
  rows: Iterable<Value>,
  keyOf: (row: Value) => Key,
): (Value | null)[] {
  const rowByKey = new Map<Key, Value>();
  for (const row of rows) rowByKey.set(keyOf(row), row);
  return keys.map((key) => rowByKey.get(key) ?? null);
}

/** Gathers many rows under each key that was asked for; an empty list where there is none. */
export function groupedByKey<Key, Value>(
  keys: readonly Key[],
  rows: Iterable<Value>,
  keyOf: (row: Value) => Key,
): Value[][] {
  const rowsByKey = new Map<Key, Value[]>(keys.map((key) => [key, []]));
  for (const row of rows) rowsByKey.get(keyOf(row))?.push(row);
  return keys.map((key) => rowsByKey.get(key) ?? []);
}
