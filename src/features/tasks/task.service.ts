import { isId } from '../../shared/clock.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { Signal } from '../../shared/signal.js';
import type { Task } from './task.entity.js';
import type { TaskRepository } from './task.repository.js';
import type { TaskDispatcher } from './taskDispatcher.js';
import type { TaskHub } from './taskHub.js';
import type { TaskRunner } from './taskRunner.js';
import { isTerminal } from './taskStates.js';

const pollMs = 200;
const patienceMs = 60_000;

interface TaskServiceParts {
  tasks: TaskRepository;
  hub: TaskHub;
  runner: TaskRunner;
  dispatcher: TaskDispatcher;
}

export class TaskService {
  constructor(private readonly parts: TaskServiceParts) {}

  /** `ownerId`: the principal that started it. */
  start(taskId: string, ownerId: string): void {
    this.parts.dispatcher.dispatch(taskId, ownerId);
  }

  /** Cancels a task and waits for its end. Its changes are rolled back. */
  async cancel(id: string): Promise<{ task: Task | null; problems: Problem[] }> {
    const path = ['input', 'id'];
    if (!isId(id))
      return refusal(errorProblem('INVALID_ID', 'The id of the task is not an id of this server.', { path }));
    const { tasks, runner } = this.parts;
    const task = await tasks.byId(id);
    if (!task) return refusal(errorProblem('NOT_FOUND', 'There is no task with this id.', { path }));
    const isAsked = !isTerminal(task.status) && ((await runner.cancel(id)) || (await this.cancelElsewhere(id)));
    if (!isAsked) return refusal(endedAlready(path));
    const asked = await tasks.byId(id);
    // It may have ended before it was cancelled.
    const isTooLate = asked !== null && isTerminal(asked.status) && asked.status !== 'CANCELLED';
    return isTooLate ? refusal(endedAlready(path)) : { task: asked, problems: [] };
  }

  /** Asks the server that runs the task to cancel it. If that server is dead, the task is ended when this is noticed. */
  private async cancelElsewhere(id: string): Promise<boolean> {
    const { tasks, hub } = this.parts;
    if (!(await tasks.requestCancel(id))) return false;
    const changed = new Signal();
    const unlisten = hub.listen(id, () => {
      changed.raise();
    });
    hub.askCancel(id);
    try {
      for (const end = performance.now() + patienceMs; performance.now() < end;) {
        await changed.raised(pollMs);
        if ((await tasks.byId(id))?.status !== 'RUNNING') break;
      }
    } finally {
      unlisten();
    }
    return true;
  }
}

function refusal(problem: Problem): { task: null; problems: Problem[] } {
  return { task: null, problems: [problem] };
}

function endedAlready(path: string[]): Problem {
  return errorProblem('TASK_NOT_CANCELLABLE', 'The task has already ended.', { path });
}
