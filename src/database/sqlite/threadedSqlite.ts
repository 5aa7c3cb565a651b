import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { renderSql } from '../renderSql.js';
import type { Sql, SqlValue } from '../sql.js';
import type { BatchConnection } from '../sqlConnection.js';
import { sqliteDialect } from '../sqlDialects.js';
import { reserveContentIds } from './contentCounter.js';
import { faultOf, valuesOf } from './sqliteStatements.js';
import type { ThreadAnswer, ThreadRequest, ThreadSettings } from './writingThread.js';

const entry = new URL('./writingThread.js', import.meta.url);

/** Rows are short-lived; see `WorkerThread`. */
const resourceLimits = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 512 };

type Asked = ThreadRequest extends infer Request ? (Request extends unknown ? Omit<Request, 'id'> : never) : never;

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * A connection to SQLite in a thread of its own, so that its caller can do something else while rows are written. Requests are sent at
 * once and run in their order.
 */
export class ThreadedSqlite implements BatchConnection {
  readonly dialect = 'sqlite';
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private gone: Error | undefined;

  private constructor(private readonly thread: Worker) {
    thread.on('message', (answer: ThreadAnswer) => {
      this.settle(answer);
    });
    thread.on('error', (error) => {
      this.end(error);
    });
    thread.on('exit', () => {
      this.end(new Error('The thread that writes to the database has ended.'));
    });
  }

  static async open(settings: ThreadSettings): Promise<ThreadedSqlite> {
    const thread = new Worker(entry, { workerData: settings, resourceLimits });
    const connection = new ThreadedSqlite(thread);
    await once(thread, 'online');
    return connection;
  }

  all<Row>(statement: Sql): Promise<Row[]> {
    return this.ask({ does: 'all', statement: renderSql(statement, sqliteDialect) });
  }

  get<Row>(statement: Sql): Promise<Row | undefined> {
    return this.ask({ does: 'get', statement: renderSql(statement, sqliteDialect) });
  }

  run(statement: Sql): Promise<number> {
    return this.ask({ does: 'run', statement: renderSql(statement, sqliteDialect) });
  }

  /** Does not wait: if the rows cannot be inserted, the commit fails with the reason. */
  insertRows(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): Promise<void> {
    this.ask({ does: 'insert', table, columns, values: valuesOf(rows) }).catch(() => undefined);
    return Promise.resolve();
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.ask({ does: 'BEGIN' });
    try {
      const result = await work();
      await this.ask({ does: 'COMMIT' });
      return result;
    } catch (error) {
      // If the thread is gone, so is its transaction.
      await this.ask({ does: 'ROLLBACK' }).catch(() => undefined);
      throw error;
    }
  }

  byIndex<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  reserveContentIds(count: number): Promise<number> {
    return reserveContentIds(this, count);
  }

  async close(): Promise<void> {
    await this.thread.terminate();
  }

  private ask<Result>(request: Asked): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      if (this.gone) {
        reject(this.gone);
        return;
      }
      const id = this.nextId++;
      this.waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
      this.thread.postMessage({ id, ...request } satisfies ThreadRequest);
    });
  }

  private settle(answer: ThreadAnswer): void {
    const asked = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('fault' in answer) {
      const { message, code } = answer.fault;
      asked?.reject(faultOf(Object.assign(new Error(message), { code })));
    } else asked?.resolve(answer.result);
  }

  private end(error: Error): void {
    this.gone ??= error;
    for (const { reject } of this.waiting.values()) reject(this.gone);
    this.waiting.clear();
  }
}
