/** The states of a task. `successors` lists the allowed changes; every change of status checks it. */
export const TaskStatusEnum = {
  QUEUED: 'QUEUED',
  RUNNING: 'RUNNING',
  COMPLETED: 'COMPLETED',
  COMPLETED_WITH_ERRORS: 'COMPLETED_WITH_ERRORS',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
} as const;
export type TaskStatus = keyof typeof TaskStatusEnum;
export type EndStatus = Exclude<TaskStatus, 'QUEUED' | 'RUNNING'>;

const successors: Readonly<Record<TaskStatus, readonly TaskStatus[]>> = {
  QUEUED: ['RUNNING', 'CANCELLED', 'FAILED'],
  // Back to QUEUED: the server stopped or died; the task starts again.
  RUNNING: ['QUEUED', 'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'],
  COMPLETED: [],
  COMPLETED_WITH_ERRORS: [],
  FAILED: [],
  CANCELLED: [],
};

/** The states from which a task may move to this one. */
export function statesBefore(to: TaskStatus): TaskStatus[] {
  return (Object.keys(successors) as TaskStatus[]).filter((from) => successors[from].includes(to));
}

/** Whether a task in this state has ended. */
export function isTerminal(status: TaskStatus): status is EndStatus {
  return successors[status].length === 0;
}
