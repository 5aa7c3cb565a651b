/**
 * Settings of every connection. WAL lets readers go on while one writes; FULL makes a commit survive a power cut, and costs
 * little because bulk work commits thousands of rows at once.
 */
export const sqlitePragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'cache_size = -65536',
  'temp_store = MEMORY',
  'wal_autocheckpoint = 4000',
] as const;
