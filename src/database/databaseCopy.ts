import type { SqlConnection } from './sqlConnection.js';

/** What a copy of a database needs to know. */
export interface CopyOptions {
  url: string;
  /** Where the copy goes. */
  folder: string;
  busyTimeoutMs: number;
}

/** A copy of a database. `connection` reads the state that was copied, and nothing newer, for as long as the work with it lasts. */
export interface DatabaseCopy {
  connection: SqlConnection;
  /** Name of the file in the folder. */
  fileName: string;
}
