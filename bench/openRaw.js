import { RawPostgres } from './rawPostgres.js';
import { RawSqlite } from './rawSqlite.js';

/** Opens the raw database of that kind; `file` is for the one that lies in a file. */
export const openRaw = (kind, file, schema) =>
  kind === 'postgres' ? RawPostgres.open(schema) : new RawSqlite(file, schema);
