import type { Database } from '../../../database/index.js';
import type { AllowedHost } from '../../../shared/allowedHosts.js';
import type { Actor } from '../../../shared/actor.js';
import { isId, newId, type Clock } from '../../../shared/clock.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import { CallbackRepository, orderCallback, type CallbackOrder, type CallbackWish } from '../../callbacks/index.js';
import { TaskRepository, type Task, type TaskService } from '../../tasks/index.js';
import type { Workers } from '../../workers/index.js';
import { checkUndoCall } from './checkUndo.call.js';

interface UndoServiceParts {
  database: Database;
  workers: Workers;
  tasks: TaskRepository;
  taskService: TaskService;
  clock: Clock;
  callbackHosts: readonly AllowedHost[];
}

interface UndoWish extends CallbackWish {
  taskId: string;
  force?: boolean | null;
}

export class UndoService {
  constructor(private readonly parts: UndoServiceParts) {}

  /** Starts the task that takes an import, or an undo, back, once nothing stands in its way. */
  async undo(input: UndoWish, actor: Actor): Promise<{ task: Task | null; problems: Problem[] }> {
    const { workers, tasks, taskService, callbackHosts } = this.parts;
    const order = { taskId: input.taskId, force: input.force ?? false };
    if (!isId(order.taskId)) return { task: null, problems: [notAnId(order.taskId)] };
    const { callback, problems: unfitCallback } = orderCallback(input, callbackHosts);
    const problems = [...unfitCallback, ...(await workers.callHeavy(checkUndoCall, order, actor.id))];
    if (problems.length > 0) return { task: null, problems };
    const id = await this.insertTask(order, { callback, actor });
    taskService.start(id);
    return { task: await tasks.byId(id), problems: [] };
  }

  private async insertTask(
    order: { taskId: string; force: boolean },
    { callback, actor }: { callback: CallbackOrder | null; actor: Actor },
  ): Promise<string> {
    const { database, tasks, clock } = this.parts;
    const undone = await tasks.byId(order.taskId);
    const id = newId();
    const { projectId = null, branchId = null, planId = null } = undone ?? {};
    const createdAt = new Date(clock.now());
    const task = { id, type: 'UNDO_IMPORT', projectId, branchId, planId, input: order, createdAt, actor } as const;
    await database.write(async (manager) => {
      await TaskRepository.insert(manager, task);
      await CallbackRepository.insert(manager, id, callback);
    });
    return id;
  }
}

function notAnId(id: string): Problem {
  return errorProblem('INVALID_ID', `"${id.slice(0, 80)}" is not an id of this server.`, { path: ['input', 'taskId'] });
}
