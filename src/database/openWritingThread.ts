import { availableParallelism } from 'node:os';
import { isPostgresUrl } from './databaseUrl.js';
import type { BatchConnection } from './sqlConnection.js';
import { fileOf } from './sqlite/sqliteFile.js';

/** Opens another connection, which writes while its caller goes on. */
export type OpenWritingThread = () => Promise<BatchConnection>;

/**
 * How to write batches in a thread beside that of the caller. Undefined where this gains nothing: PostgreSQL writes in a process of its own,
 * and two threads on one processor take turns.
 */
export function writingThreadOf(url: string, busyTimeoutMs: number): OpenWritingThread | undefined {
  if (isPostgresUrl(url) || availableParallelism() < 2) return undefined;
  return async () => {
    const { ThreadedSqlite } = await import('./sqlite/threadedSqlite.js');
    return ThreadedSqlite.open({ file: fileOf(url), busyTimeoutMs });
  };
}
