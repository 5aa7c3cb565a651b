/** Page caches: a worker walks whole plans, the API thread reads a page of a list. */
export const workerCacheKib = 16 * 1024;
export const apiCacheKib = 4 * 1024;

/**
 * Settings of a connection. WAL lets readers go on while one writes; FULL makes a commit survive a power cut, and costs little
 * because bulk work commits thousands of rows at once.
 */
export function sqlitePragmas(cacheKib: number): string[] {
  return [
    // Counts for a new file only. Measured: what an import writes takes a sixth less time than in pages of 4 KiB.
    'page_size = 8192',
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    `cache_size = -${cacheKib}`,
    'temp_store = FILE',
    'wal_autocheckpoint = 4000',
  ];
}
