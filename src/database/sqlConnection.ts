import type { DialectName, Sql, SqlValue } from './sql.js';

export type { SqlValue } from './sql.js';

/** How long a connection waits. */
export interface WaitOptions {
  /** How long it waits for a lock before it fails. */
  busyTimeoutMs: number;
  /** False: it does not wait for named locks; the caller retries the transaction, see `LockTurns`. */
  waitsForLocks?: boolean;
  /** How long a statement may run, where the database can stop it; undefined: as long as it takes. */
  statementTimeoutMs?: number | undefined;
}

/**
 * A connection for set-based work outside the API thread, implemented once for each database. Its statements are written for all of them:
 * see `sql`.
 */
export interface SqlConnection {
  readonly dialect: DialectName;
  /** The rows of a statement, with the members that `rowShapeOf` describes. */
  all: <Row>(statement: Sql) => Promise<Row[]>;
  get: <Row>(statement: Sql) => Promise<Row | undefined>;
  /** Runs a statement; returns the number of changed rows. */
  run: (statement: Sql) => Promise<number>;
  /**
   * Reads a result in windows of at most `size` rows, so that its length does not matter for the memory. Other statements may run between
   * two windows, but no transaction or snapshot may begin or end there.
   */
  windows: <Row>(statement: Sql, size: number) => AsyncIterable<Row[]>;
  /** Inserts rows in the fastest way of the database; each row has a value for each column. */
  insertRows: (table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]) => Promise<void>;
  /**
   * Runs `work` in one transaction, which is rolled back if `work` throws. `work` uses the same connection; transactions do not nest. If the
   * database has only one writer, the transaction is that writer from its start; else `lock` coordinates writers.
   */
  transaction: <T>(work: () => Promise<T>) => Promise<T>;
  /**
   * Waits until no other transaction holds the lock of this name, and holds it until the transaction ends. Called inside a
   * transaction, before reading what must not change until then. A connection that does not wait for locks (see {@link WaitOptions}) throws instead.
   * @throws AppError DATABASE_BUSY if that takes too long, LOCK_HELD on a connection that does not wait
   */
  lock: (name: string) => Promise<void>;
  /** Reserves `count` consecutive content ids and returns the first. Called inside a transaction. */
  reserveContentIds: (count: number) => Promise<number>;
  /**
   * Runs `work` on one unchanging state of the database. It may create and fill temporary tables, which exist until its end, and write
   * nothing else.
   */
  snapshot: <T>(work: () => Promise<T>) => Promise<T>;
  /** The time of the database's clock, which all its servers share: ISO 8601 in UTC, with milliseconds. */
  now: () => Promise<string>;
  /** Updates the planner's statistics of tables that earlier transactions filled. Never fails. */
  analyze: (tables: readonly string[]) => Promise<void>;
  /**
   * Runs `work`, which executes many small statements, with plans that use indexes: reading a whole table may be best for one large
   * statement, but not for each of many. Called inside a transaction or snapshot.
   */
  byIndex: <T>(work: () => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}

/** What the writing of many rows in batches needs of a connection. It is redone from the start after a power failure. */
export type BatchConnection = Pick<
  SqlConnection,
  'dialect' | 'all' | 'get' | 'run' | 'insertRows' | 'transaction' | 'byIndex' | 'reserveContentIds' | 'close'
>;
