import type { DataSourceOptions, EntityManager, Logger } from 'typeorm';

export type EntityClass = new () => object;

/** What a database is opened with. */
export interface OpenOptions {
  /** `sqlite:/path/to/file` or `postgres://user@host/database`. */
  url: string;
  entities: readonly EntityClass[];
  /** How long a write waits for others before it gives up. */
  busyTimeoutMs: number;
  /** Sees every statement; tests use it to count them. */
  logger?: Logger;
}

/** The database as the API thread sees it: short queries only. */
export interface Database {
  /** For queries. Never write through it. */
  readonly read: EntityManager;
  /** Whether other servers may work on it at the same time. */
  readonly isShared: boolean;
  /** Whether no other server was at it when this one opened it: what is half done then was left by one that is gone. */
  readonly isAlone: boolean;
  /**
   * Runs `work` in one transaction; commits what it returns, rolls back what it throws. No other write that names the same lock,
   * here or in `SqlConnection.lock`, is under way meanwhile: what is checked first still holds when it is written.
   * @throws AppError DATABASE_BUSY when others hold the writer or the lock for too long.
   */
  write: <T>(work: (manager: EntityManager) => Promise<T>, lockName?: string) => Promise<T>;
  /** The time by the database's own clock, the same for all servers that share it: ISO 8601 in UTC, milliseconds. */
  now: () => Promise<string>;
  close: () => Promise<void>;
}

/** What each database brings. */
export interface DatabaseModule {
  /** Opens the connections and brings the schema up to date. */
  openDatabase: (options: OpenOptions) => Promise<Database>;
  /** TypeORM's settings; also what its command line uses. */
  dataSourceOptions: (options: Omit<OpenOptions, 'busyTimeoutMs'>) => DataSourceOptions;
}
