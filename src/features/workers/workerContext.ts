import type { SqlConnection } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import type { EdgeTypes, KindRegistry } from '../kinds/worker.js';

/** What the items of one uploaded file may come to. */
export interface FileLimits {
  items: number;
  /** So many times the bytes of the file may be written to the database for it, beyond what every file may. */
  growth: number;
}

/** What work off the API thread may use. Each worker has its own. */
export interface WorkerContext {
  connection: SqlConnection;
  kinds: KindRegistry;
  edgeTypes: EdgeTypes;
  clock: Clock;
  /** Folder of stored uploads and results. */
  filesDir: string;
  instance: { id: string; name: string };
  /** How many items of a file are written at once, while it is read. */
  batchSize: number;
  fileLimits: FileLimits;
}

/** How a running piece of work tells of itself, and learns that it is to stop. */
export interface WorkSignals {
  /** Tells how far the work is; plain data, merged by the listener. */
  report: (progress: unknown) => void;
  /**
   * Lets messages in, so that a wish to stop is heard.
   * @throws AppError TASK_CANCELLED or SHUTTING_DOWN when the work is to stop; what it had open is rolled back.
   */
  checkpoint: () => Promise<void>;
}

/**
 * A piece of work off the API thread: named, so that it can be asked for across the thread boundary.
 * Arguments and results are plain data.
 */
export interface WorkerCall<Args, Result> {
  name: string;
  /** True when it writes nothing (temporary tables aside): it never waits behind one that waits for the database's writer. */
  isRead?: boolean;
  run: (context: WorkerContext, args: Args, signals: WorkSignals) => Promise<Result>;
}

/** A read whose work grows with a branch or a plan: it runs where it holds no other call up. */
export interface HeavyRead<Args, Result> extends WorkerCall<Args, Result> {
  isRead: true;
  isHeavy: true;
}

/** Work that is short however much there is. */
type LightCall<Args, Result> = WorkerCall<Args, Result> & { isHeavy?: never };

/** Why running work is to stop: because somebody cancelled it, or because the server ends and will go on with it later. */
export type StopReason = 'CANCEL' | 'SHUTDOWN';

/** A piece of work under way on a task worker. */
export interface RunningWork<Result> {
  result: Promise<Result>;
  stop: (reason: StopReason) => void;
}

/** The API thread's way to the workers. */
export interface Workers {
  /** Short set-based work that a request waits for; one at a time, in the order asked. */
  call: <Args, Result>(call: LightCall<Args, Result>, args: Args) => Promise<Result>;
  /**
   * A heavy read that a request of this principal waits for: one at a time, the principals in turn.
   * @throws AppError TOO_MANY_HEAVY_READS when as many wait as may.
   */
  callHeavy: <Args, Result>(call: HeavyRead<Args, Result>, args: Args, principalId: string) => Promise<Result>;
  /** Long work; the caller keeps to the number of task workers. */
  start: <Args, Result>(
    call: WorkerCall<Args, Result>,
    args: Args,
    onProgress: (progress: unknown) => void,
  ) => RunningWork<Result>;
}
