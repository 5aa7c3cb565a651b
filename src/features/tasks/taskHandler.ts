import type { Actor } from '../../shared/actor.js';
import type { FileTarget } from '../files/worker.js';
import type { WorkerContext } from '../workers/index.js';
import type { TaskType } from './task.entity.js';
import type { EndStatus } from './taskStates.js';

/** Numbers of items per outcome. For an import they add up to `totalCount` at the end. */
export interface TaskCounts {
  processedCount: number;
  totalCount: number | null;
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  skippedCount: number;
  deletedCount: number;
  failedCount: number;
}

/** A task for its handler, with its input. */
export interface RunningTask<Input = unknown> {
  id: string;
  type: TaskType;
  projectId: string | null;
  branchId: string | null;
  planId: string | null;
  input: Input;
  /** The user who started it; null for tasks that are older than access control. */
  actor: Actor | null;
}

export interface TaskEnd {
  status: EndStatus;
  counts: Partial<TaskCounts>;
  errorMessage?: string;
  /** The code of a failure, for the log. */
  code?: string;
}

/** The context of a handler. */
export interface TaskContext<Input = unknown> extends WorkerContext {
  task: RunningTask<Input>;
  /** Reports the current stage. */
  enterStage: (stage: string) => void;
  /** Reports counts; absent ones are unchanged. */
  count: (counts: Partial<TaskCounts>) => void;
  /** Throws if the task was cancelled or the server is stopping; the open transaction is then rolled back. */
  checkpoint: () => Promise<void>;
  /**
   * A new stored file. If the task fails or is cancelled, it is removed, unless `keep` was called after
   * its row was committed.
   */
  newFile: () => { id: string; file: FileTarget; keep: () => void };
  /** Writes the end of the task inside the handler's transaction, so that it commits with the work. */
  end: (end: TaskEnd) => Promise<void>;
}

/**
 * Executes tasks of one type. It must be able to start again from the beginning after a crash at any point: it first clears
 * what an earlier attempt left, unless that was rolled back. `Input` is the input of the tasks, stored as JSON.
 */
export interface TaskHandler<Input = unknown> {
  type: TaskType;
  /** Returns the end, or undefined if it wrote the end itself. */
  run: (context: TaskContext<Input>) => Promise<TaskEnd | undefined>;
  /**
   * Corrects dependent rows of a failed or cancelled task, in the transaction that writes its end. It must write little: the
   * disk may be full.
   */
  onUnsuccessfulEnd?: (context: WorkerContext, task: RunningTask, status: 'FAILED' | 'CANCELLED') => Promise<void>;
  /** Optional work after `onUnsuccessfulEnd`, in the same transaction; skipped if there is no disk space. */
  tidyUp?: (context: WorkerContext, task: RunningTask) => Promise<void>;
  /** Does the work that `tidyUp` skipped; runs when a server starts. */
  sweep?: (context: WorkerContext) => Promise<void>;
}

/** A handler of any type of task. */
export type AnyTaskHandler = TaskHandler<never>;
