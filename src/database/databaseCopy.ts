import type { SqlConnection } from './sqlConnection.js';

/** The options of a copy of a database. */
export interface CopyOptions {
  url: string;
  /** Where the copy goes. */
  folder: string;
  busyTimeoutMs: number;
}

/** A copy of a database. During the work on it, `connection` reads the copied state and nothing newer. */
export interface DatabaseCopy {
  connection: SqlConnection;
  /** Name of the file in the folder. */
  fileName: string;
}
