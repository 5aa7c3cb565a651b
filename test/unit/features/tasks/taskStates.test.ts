import {
  isTerminal,
  statesBefore,
  TaskStatusEnum,
  type TaskStatus,
} from '../../../../src/features/tasks/taskStates.js';

const statuses = Object.keys(TaskStatusEnum) as TaskStatus[];

describe('the states of a task', () => {
  it.each<[TaskStatus, TaskStatus[]]>([
    ['QUEUED', ['RUNNING']],
    ['RUNNING', ['QUEUED']],
    ['COMPLETED', ['RUNNING']],
    ['COMPLETED_WITH_ERRORS', ['RUNNING']],
    ['FAILED', ['QUEUED', 'RUNNING']],
    ['CANCELLED', ['QUEUED', 'RUNNING']],
  ])('%s comes after %j only', (status, before) => {
    expect(statesBefore(status)).toEqual(before);
  });

  it('never follow a terminal one', () => {
    const before = statuses.flatMap((status) => statesBefore(status));
    expect(before.filter(isTerminal)).toEqual([]);
  });

  it('are terminal unless the task still waits or runs', () => {
    expect(statuses.filter((status) => !isTerminal(status))).toEqual(['QUEUED', 'RUNNING']);
  });
});
