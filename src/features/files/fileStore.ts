/** Where uploads and results are kept: the port, and what holds for every store. Only the adapters know which one it is. */
import type { FileSource, FileTarget } from './fileBytes.js';

export interface FileStore {
  readonly names: StoreNames;
  /** The file with this id; it need not be there. */
  file: (id: string) => FileSource & FileTarget;
  /** Every complete file. */
  list: () => AsyncIterable<ListedFile>;
  /** What writing left that is not complete: it is being written, or a crash ended that. */
  unfinished: () => AsyncIterable<UnfinishedFile>;
  /** Removes files, those that are there. A store that cannot be reached keeps them for the next sweep. */
  remove: (ids: readonly string[]) => Promise<void>;
  /** The id of the instance that the store belongs to; undefined if nobody has claimed it. */
  owner: () => Promise<string | undefined>;
  /** Writes the id of an instance, unless there is one. Where two claim at once, `owner` says who was first. */
  claim: (instanceId: string) => Promise<void>;
  /** Closes what users of this machine other than the server's could read. */
  closeToOthers: () => Promise<void>;
  /** Whether it can be read now. Waits two seconds at most. */
  isAvailable: () => Promise<boolean>;
}

/** What operators know it by. */
export interface StoreNames {
  /** What belongs to one installation, as the start of a sentence, such as `The data folder /srv/data`. */
  claimed: string;
  /** What a setting can choose instead: another `folder`. */
  kind: string;
  /** The setting that names it. */
  setting: string;
  /** Where the files are. */
  files: string;
}

export interface ListedFile {
  id: string;
  sizeBytes: number;
  /** When it was written, by the clock of the store. */
  writtenMs: number;
}

export interface UnfinishedFile {
  /** When it was last written to or begun, by the clock of the store. */
  startedMs: number;
  remove: () => Promise<void>;
}

/** Whether the server gives such ids to files (UUIDv7). Nothing else in a store is looked at, and nothing else is ever removed. */
export function isFileId(name: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(name);
}

/** What {@link sweepFiles} found. */
export interface SweptFiles {
  removedCount: number;
  /** Number of rows without a file. */
  missingCount: number;
}

/**
 * Removes what a crash left: files without a row, and unfinished ones. Those that are younger than `minAgeMs` are kept, because another
 * server may be writing them, or be about to insert their row.
 */
export async function sweepFiles(
  store: FileStore,
  knownIds: ReadonlySet<string>,
  minAgeMs: number,
): Promise<SweptFiles> {
  const isOld = (ms: number) => minAgeMs === 0 || Date.now() - ms >= minAgeMs;
  const strayIds: string[] = [];
  let foundCount = 0;
  for await (const { id, writtenMs } of store.list()) {
    if (knownIds.has(id)) foundCount += 1;
    else if (isOld(writtenMs)) strayIds.push(id);
  }
  await store.remove(strayIds);
  let removedCount = strayIds.length;
  for await (const { startedMs, remove } of store.unfinished()) {
    if (!isOld(startedMs)) continue;
    await remove();
    removedCount += 1;
  }
  return { removedCount, missingCount: knownIds.size - foundCount };
}
