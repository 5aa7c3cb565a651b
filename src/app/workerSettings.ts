import type { Config } from '../shared/config.js';
import type { FilesPlace } from '../shared/filesPlace.js';

/** The settings of a worker thread. */
export interface WorkerSettings {
  databaseUrl: string;
  busyTimeoutMs: number;
  /** Whether its thread runs with lower priority. */
  yieldsToOthers?: boolean;
  /** False for workers whose calls are retried if a lock is held. */
  waitsForLocks?: boolean;
  /** For workers that only read for requests. */
  statementTimeoutMs?: number;
  /** Whether its spans are sent to the API thread. */
  isTraced: boolean;
  files: FilesPlace;
  instance: { id: string; name: string };
  batchSize: number;
  fileLimits: Config['fileLimits'];
  packStates: Config['packStates'];
  superuserPacks: Config['superuserPacks'];
}
