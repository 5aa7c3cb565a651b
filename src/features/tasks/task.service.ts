import type { EntityManager } from 'typeorm';
import { newId, isId, type Clock } from '../../shared/clock.js';
import type { JsonObject } from '../../shared/json.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { Task, type TaskType } from './task.entity.js';
import type { TaskRepository } from './task.repository.js';
import { noCounts } from './taskRows.js';
import type { TaskRunner } from './taskRunner.js';
import { isTerminal } from './taskStates.js';

interface NewTask {
  id?: string;
  type: TaskType;
  projectId: string | null;
  branchId: string | null;
  planId: string | null;
  input: JsonObject;
}

export class TaskService {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly runner: TaskRunner,
    private readonly clock: Clock,
  ) {}

  /** Writes a queued task inside the caller's transaction; `start` it once that is committed. */
  async create(manager: EntityManager, task: NewTask): Promise<string> {
    const id = task.id ?? newId();
    await manager.insert(Task, {
      ...noCounts,
      ...task,
      id,
      status: 'QUEUED',
      stage: null,
      input: JSON.stringify(task.input),
      attempt: 0,
      createdAt: new Date(this.clock.now()),
    });
    return id;
  }

  start(taskId: string): void {
    this.runner.enqueue(taskId);
  }

  /** Asks a task to end, and waits until it has. What it had begun is rolled back. */
  async cancel(id: string): Promise<{ task: Task | null; problems: Problem[] }> {
    const path = ['input', 'id'];
    if (!isId(id))
      return refusal(errorProblem('INVALID_ID', 'The id of the task is not an id of this server.', { path }));
    const task = await this.tasks.byId(id);
    if (!task) return refusal(errorProblem('NOT_FOUND', 'There is no task with this id.', { path }));
    if (isTerminal(task.status) || !(await this.runner.cancel(id))) return refusal(endedAlready(path));
    return { task: await this.tasks.byId(id), problems: [] };
  }
}

function refusal(problem: Problem): { task: null; problems: Problem[] } {
  return { task: null, problems: [problem] };
}

function endedAlready(path: string[]): Problem {
  return errorProblem('TASK_NOT_CANCELLABLE', 'The task has ended already.', { path });
}
