import type { OpenWritingThread, SqlConnection } from '../../database/worker.js';
import type { Clock } from '../../shared/clock.js';
import type { FileStore } from '../files/worker.js';
import type { EdgeTypes, KindRegistry } from '../kinds/worker.js';

/** Limits per uploaded file. */
export interface FileLimits {
  items: number;
  /** Maximum bytes in the database per byte of the file, beyond what every file may use. */
  growth: number;
}

/** The context of work in worker threads. Each worker has its own. */
export interface WorkerContext {
  connection: SqlConnection;
  /** Opens a second connection, to write beside other work; absent where that gains nothing. Whoever opens it closes it. */
  openWritingThread?: OpenWritingThread | undefined;
  kinds: KindRegistry;
  edgeTypes: EdgeTypes;
  clock: Clock;
  /** Stored uploads and results. */
  fileStore: FileStore;
  instance: { id: string; name: string };
  /** Items of a file per write to the database. */
  batchSize: number;
  fileLimits: FileLimits;
}

/** How running work reports its progress, and learns that it must stop. */
export interface WorkSignals {
  /** Reports progress; plain data, merged by the listener. */
  report: (progress: unknown) => void;
  /**
   * Receives messages, so that a request to stop is noticed.
   * @throws AppError TASK_CANCELLED or SHUTTING_DOWN if the work must stop; its open transaction is rolled back
   */
  checkpoint: () => Promise<void>;
}

/** Work that runs in a worker thread, called by its name. Arguments and results are plain data. */
export interface WorkerCall<Args, Result> {
  name: string;
  /** Whether it writes nothing, except temporary tables: it never waits behind calls that write. */
  isRead?: boolean;
  run: (context: WorkerContext, args: Args, signals: WorkSignals) => Promise<Result>;
}

/** A read whose work grows with a branch or a plan: it runs where it delays no other call. */
export interface HeavyRead<Args, Result> extends WorkerCall<Args, Result> {
  isRead: true;
  isHeavy: true;
}

/** A call that writes, or whose work does not grow with the data. */
type LightCall<Args, Result> = WorkerCall<Args, Result> & { isHeavy?: never };

/** Why running work must stop: it was cancelled, or the server stops and will continue it later. */
export type StopReason = 'CANCEL' | 'SHUTDOWN';

/** Running work of a task worker. */
export interface RunningWork<Result> {
  result: Promise<Result>;
  stop: (reason: StopReason) => void;
}

/** The API thread's access to the workers. */
export interface Workers {
  /** Short set-based work that a request waits for; one call at a time, in order. */
  call: <Args, Result>(call: LightCall<Args, Result>, args: Args) => Promise<Result>;
  /**
   * A heavy read that a request of this principal waits for: one at a time per principal, principals in turn.
   * @throws AppError TOO_MANY_HEAVY_READS if the queue is full
   */
  callHeavy: <Args, Result>(call: HeavyRead<Args, Result>, args: Args, principalId: string) => Promise<Result>;
  /** Starts the threads of task workers, so that no task waits for one; else each starts at its first task. */
  warmUp: () => void;
  /** Long work; the caller must not exceed the number of task workers. */
  start: <Args, Result>(
    call: WorkerCall<Args, Result>,
    args: Args,
    onProgress: (progress: unknown) => void,
  ) => RunningWork<Result>;
}
