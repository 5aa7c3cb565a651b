import type { Actor } from '../../shared/actor.js';
import type { WorkerContext } from '../workers/index.js';
import type { TaskType } from './task.entity.js';
import type { EndStatus } from './taskStates.js';

/** How many items came to what. For an import they add up to `totalCount` when it ends. */
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

/** A task as its handler sees it, with what it was started with. */
export interface RunningTask<Input = unknown> {
  id: string;
  type: TaskType;
  projectId: string | null;
  branchId: string | null;
  planId: string | null;
  input: Input;
  /** Who asked for it; null for tasks from before there were principals. */
  actor: Actor | null;
}

export interface TaskEnd {
  status: EndStatus;
  counts: Partial<TaskCounts>;
  errorMessage?: string;
  /** Of a failure, for the log. */
  code?: string;
}

/** What a handler works with. */
export interface TaskContext<Input = unknown> extends WorkerContext {
  task: RunningTask<Input>;
  /** Names what is being done now. */
  enterStage: (stage: string) => void;
  /** Tells counts; those that are left out stay as they were. */
  count: (counts: Partial<TaskCounts>) => void;
  /** Lets a wish to stop be heard; throws then, and the task's open transaction is rolled back. */
  checkpoint: () => Promise<void>;
  /**
   * A new file in the folder of stored files. When the task is not done, whatever was written there is removed, unless `keep` was called:
   * once its row is committed by itself.
   */
  newFile: () => { id: string; path: string; keep: () => void };
  /** Writes the end of the task inside the handler's own transaction, so that it commits with what it tells of. */
  end: (end: TaskEnd) => Promise<void>;
}

/**
 * Does the work of one type of task. It must be able to start again from the beginning after a crash at any point: what an
 * earlier attempt left is cleared first, or was rolled back. `Input` is what tasks of the type are started with; it is stored as JSON.
 */
export interface TaskHandler<Input = unknown> {
  type: TaskType;
  /** Gives the end, or nothing when it wrote the end itself. */
  run: (context: TaskContext<Input>) => Promise<TaskEnd | undefined>;
  /**
   * Sets right what belongs to the task when it failed or was cancelled; runs in the transaction that writes that end. It writes
   * little: the disk may be full.
   */
  whenNotDone?: (context: WorkerContext, task: RunningTask, status: 'FAILED' | 'CANCELLED') => Promise<void>;
  /** What is better done after `whenNotDone`, in the same transaction, and can be left undone when there is no room for it. */
  tidyUp?: (context: WorkerContext, task: RunningTask) => Promise<void>;
  /** Removes what was left undone so; runs when a server starts. */
  sweep?: (context: WorkerContext) => Promise<void>;
}

/** A handler of any type of task. */
export type AnyTaskHandler = TaskHandler<never>;
