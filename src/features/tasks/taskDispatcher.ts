/**
 * How a queued task gets to a server that runs it. The row of the task is the truth, and its claim decides who runs it: a dispatcher only
 * says when to try.
 */
export interface TaskDispatcher {
  /** Takes care of the tasks that earlier servers left, and runs tasks from now on. */
  start: () => Promise<void>;
  /** Starts no more tasks. */
  close: () => Promise<void> | void;
  /** Queues a task; call it after its row is committed. `ownerId`: the principal that started it, empty if unknown. */
  dispatch: (taskId: string, ownerId: string) => void;
}
