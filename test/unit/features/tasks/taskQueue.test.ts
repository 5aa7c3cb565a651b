import { TaskQueue } from '../../../../src/features/tasks/taskQueue.js';

function drained(queue: TaskQueue): string[] {
  const taskIds: string[] = [];
  for (let next = queue.next(); next; next = queue.next()) taskIds.push(next.taskId);
  return taskIds;
}

describe('tasks that wait for a worker', () => {
  it('come in turns of those who asked for them, those of one in the order given', () => {
    const queue = new TaskQueue();
    for (const id of ['a1', 'a2', 'a3', 'a4']) queue.add(id, 'a');
    queue.add('b1', 'b');
    queue.add('c1', 'c');
    queue.add('b2', 'b');
    expect(drained(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
  });

  it('wait once, however often they are given', () => {
    const queue = new TaskQueue();
    queue.add('a1', 'a');
    queue.add('a1', '');
    expect(drained(queue)).toEqual(['a1']);
  });
});
