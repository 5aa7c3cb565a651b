/** The thread of a `ThreadedSqlite`: runs its requests in their order, and answers each. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RenderedSql } from '../renderSql.js';
import type { SqlValue } from '../sql.js';
import { batchCacheKib } from './sqlitePragmas.js';
import { SqliteStatements } from './sqliteStatements.js';

export interface ThreadSettings {
  file: string;
  busyTimeoutMs: number;
}

export type ThreadRequest = { id: number } & (
  | { does: 'BEGIN' | 'COMMIT' | 'ROLLBACK' }
  | { does: 'all' | 'get' | 'run'; statement: RenderedSql }
  /** The values of all rows, one row after the other. */
  | { does: 'insert'; table: string; columns: readonly string[]; values: readonly SqlValue[] }
);

export type ThreadAnswer = { id: number } & ({ result: unknown } | { fault: ThreadFault });

/** An error, as plain data. */
export interface ThreadFault {
  message: string;
  /** Of SQLite or of the file system. */
  code: string | undefined;
}

/** Runs requests. After a failure nothing of its transaction may take effect, whether or not the caller has waited for it. */
class RequestRunner {
  private isInTransaction = false;
  /** The first failure of the transaction, of which SQLite itself may have nothing left. */
  private failed: ThreadFault | undefined;

  constructor(private readonly statements: SqliteStatements) {
    // What is written here is written again after a power failure, so its commits do not wait for the disk. Who commits the result does.
    statements.exec('PRAGMA synchronous = NORMAL');
  }

  outcomeOf(request: ThreadRequest): { result: unknown } | { fault: ThreadFault } {
    if (this.failed && request.does !== 'ROLLBACK') return { fault: this.failed };
    try {
      return { result: this.run(request) };
    } catch (error) {
      const { message, code } = error as Error & { code?: string };
      if (this.isInTransaction) this.failed = { message, code };
      return { fault: { message, code } };
    }
  }

  private run(request: ThreadRequest): unknown {
    const { statements } = this;
    switch (request.does) {
      case 'BEGIN':
        statements.exec('BEGIN IMMEDIATE');
        this.isInTransaction = true;
        return undefined;
      case 'COMMIT':
        statements.exec('COMMIT');
        this.isInTransaction = false;
        return undefined;
      case 'ROLLBACK':
        this.failed = undefined;
        this.isInTransaction = false;
        if (statements.isInTransaction) statements.exec('ROLLBACK');
        return undefined;
      case 'insert':
        statements.insert(request.table, request.columns, request.values);
        return undefined;
      default:
        return statements[request.does](request.statement);
    }
  }
}

if (!parentPort) throw new Error('This module runs in a worker thread.');
const port = parentPort;
const { file, busyTimeoutMs } = workerData as ThreadSettings;
const runner = new RequestRunner(SqliteStatements.open(file, busyTimeoutMs, batchCacheKib));
port.on('message', (request: ThreadRequest) => {
  port.postMessage({ id: request.id, ...runner.outcomeOf(request) } satisfies ThreadAnswer);
});
