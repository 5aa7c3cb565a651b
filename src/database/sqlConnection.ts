import type { Sql, SqlValue } from './sql.js';

export type { SqlValue } from './sql.js';

/** How a connection meets a lock that another holds. */
export interface LockOptions {
  /** How long it waits for others before it gives up. */
  busyTimeoutMs: number;
  /** False: it does not wait for locks with names; the caller tries the transaction again, see `LockTurns`. */
  waitsForLocks?: boolean;
}

/**
 * A connection for set-based work off the API thread. One module per database implements it; the statements that go through
 * it are written so that every database reads them: see `sql`.
 */
export interface SqlConnection {
  /** The rows of a statement; `rowShapeOf` says what their members are. */
  all: <Row>(statement: Sql) => Promise<Row[]>;
  get: <Row>(statement: Sql) => Promise<Row | undefined>;
  /** Runs a statement; gives the number of rows that it changed. */
  run: (statement: Sql) => Promise<number>;
  /**
   * Reads a result in windows of at most `size` rows, so that memory does not grow with it. Other statements may run between two
   * windows; transactions and snapshots may neither begin nor end.
   */
  windows: <Row>(statement: Sql, size: number) => AsyncIterable<Row[]>;
  /** Appends rows by the fastest way that the database has; each row has a value for each column. */
  insertRows: (table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]) => Promise<void>;
  /**
   * Runs `work` in one transaction; rolls back when it throws. Calls inside `work` go through the same connection; transactions do
   * not nest. Where the database has one writer, the transaction holds it from its start; else what `lock` says holds.
   */
  transaction: <T>(work: () => Promise<T>) => Promise<T>;
  /**
   * Waits until no other transaction holds the lock of this name, and holds it until the transaction ends. Called inside a
   * transaction, before what is to stay true is read. A connection that does not wait for locks (see {@link LockOptions}) throws instead.
   * @throws AppError DATABASE_BUSY when that takes too long, LOCK_HELD by a connection that does not wait.
   */
  lock: (name: string) => Promise<void>;
  /** Reserves `count` content ids, which follow each other, and gives the first. Called inside a transaction. */
  reserveContentIds: (count: number) => Promise<number>;
  /**
   * Runs `work` on one unchanging state of the database; it may make and fill temporary tables and write nothing else. They are
   * to be used before it ends.
   */
  snapshot: <T>(work: () => Promise<T>) => Promise<T>;
  /** The time by the database's own clock, the same for all servers that share it: ISO 8601 in UTC, milliseconds. */
  now: () => Promise<string>;
  /** Lets the database learn what tables hold, after they were filled by transactions that have ended. Never fails. */
  analyze: (tables: readonly string[]) => Promise<void>;
  /**
   * Runs `work`, which makes many small statements, so that their rows are looked up by index: a plan that reads whole tables, which
   * may be good for one large statement, would be ruinous for all of them. Called inside a transaction or snapshot.
   */
  byIndex: <T>(work: () => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}
