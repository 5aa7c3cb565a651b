import type { DataSourceOptions, EntityManager, Logger } from 'typeorm';
import type { Presence } from './presence.js';

export type EntityClass = new () => object;

/** The options for opening a database. */
export interface OpenOptions {
  /** `sqlite:/path/to/file` or `postgres://user@host/database`. */
  url: string;
  entities: readonly EntityClass[];
  /** How long a write waits for other writes before it fails. */
  busyTimeoutMs: number;
  /** The largest number of connections, where there is a pool of them. */
  poolSize?: number;
  /** Sees every statement; tests use it to count them. */
  logger?: Logger;
}

/** The database as the API thread sees it: short queries only. */
export interface Database {
  /** For queries only. */
  readonly read: EntityManager;
  /** Whether other servers may use it at the same time. */
  readonly isShared: boolean;
  /** Whether no other server used it when this one opened it: unfinished work was then left by a server that is gone. */
  readonly isAlone: boolean;
  /** What its servers show each other; undefined if there can be only one. */
  readonly presence: Presence | undefined;
  /**
   * Runs `work` in one transaction, which is rolled back if `work` throws. No other write with the same lock, here or through
   * `SqlConnection.lock`, runs at the same time: what `work` checks first still holds when it writes.
   * @throws AppError DATABASE_BUSY if others hold the writer or the lock for too long
   */
  write: <T>(work: (manager: EntityManager) => Promise<T>, lockName?: string) => Promise<T>;
  /** The time of the database's clock, which all its servers share: ISO 8601 in UTC, with milliseconds. */
  now: () => Promise<string>;
  /** Its connections at this moment; undefined if it has no pool of them. */
  pool: () => PoolState | undefined;
  close: () => Promise<void>;
}

/** Connections of the API thread to the database. */
export interface PoolState {
  busyCount: number;
  idleCount: number;
  /** How many wait for a connection. */
  waitingCount: number;
}

/** The implementation for one database. */
export interface DatabaseModule {
  /** Opens the connections and brings the schema up to date. */
  openDatabase: (options: OpenOptions) => Promise<Database>;
  /** TypeORM's settings; also what its command line uses. */
  dataSourceOptions: (options: Omit<OpenOptions, 'busyTimeoutMs'>) => DataSourceOptions;
}
