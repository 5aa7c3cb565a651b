import type { Config } from '../shared/config.js';

/** What a worker thread is told when it starts. */
export interface WorkerSettings {
  databaseUrl: string;
  busyTimeoutMs: number;
  /** Whether its thread leaves the processor to others that want it. */
  yieldsToOthers?: boolean;
  /** False for workers that try again what met a held lock. */
  waitsForLocks?: boolean;
  filesDir: string;
  instance: { id: string; name: string };
  batchSize: number;
  fileLimits: Config['fileLimits'];
  packStates: Config['packStates'];
  superuserPacks: Config['superuserPacks'];
}
