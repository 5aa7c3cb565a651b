/** Page caches: a worker walks whole plans, the API thread reads a page of a list. */
export const workerCacheKib = 32 * 1024;
export const apiCacheKib = 4 * 1024;

/**
 * Settings of a connection. WAL lets readers go on while one writes; FULL makes a commit survive a power cut, and costs little
 * because bulk work commits thousands of rows at once.
 */
export function sqlitePragmas(cacheKib: number): string[] {
  return [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    `cache_size = -${cacheKib}`,
    'temp_store = MEMORY',
    'wal_autocheckpoint = 4000',
  ];
}
