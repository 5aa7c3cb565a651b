/** What a column can hold, on every database. */
export type SqlValue = string | number | bigint | Buffer | null;

/** Parameters by name; the statement writes `:name`. */
export type SqlParams = Readonly<Record<string, SqlValue>>;

/**
 * A connection for set-based work off the API thread. One module per database implements it; the statements that go through
 * it are written so that every database reads them.
 */
export interface SqlConnection {
  all: <Row>(sql: string, params?: SqlParams) => Promise<Row[]>;
  get: <Row>(sql: string, params?: SqlParams) => Promise<Row | undefined>;
  /** Runs a statement; gives the number of rows that it changed. */
  run: (sql: string, params?: SqlParams) => Promise<number>;
  /** Reads a result in windows of at most `size` rows, so that memory does not grow with it. */
  windows: <Row>(sql: string, params: SqlParams, size: number) => AsyncIterable<Row[]>;
  /** Appends rows by the fastest way that the database has; each row has a value for each column. */
  insertRows: (table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]) => Promise<void>;
  /**
   * Runs `work` in one transaction that holds the writer from its start; rolls back when it throws.
   * Calls inside `work` go through the same connection; transactions do not nest.
   */
  transaction: <T>(work: () => Promise<T>) => Promise<T>;
  /** Reserves `count` content ids and gives the first. Called inside a transaction. */
  reserveContentIds: (count: number) => Promise<number>;
  /** Runs `work` on one unchanging state of the database; it may write temporary tables and nothing else. */
  snapshot: <T>(work: () => Promise<T>) => Promise<T>;
  /** SQL that gives a text as a JSON string, quotes and all; NULL as null. */
  jsonText: (expression: string) => string;
  /** SQL for the texts of a parameter that holds a JSON array of them: `x IN ${textList(':ids')}`. */
  textList: (parameter: string) => string;
  close: () => Promise<void>;
}
