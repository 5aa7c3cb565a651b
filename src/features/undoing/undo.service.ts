import type { Database } from '../../database/index.js';
import type { AllowedHost } from '../../shared/allowedHosts.js';
import type { Actor } from '../../shared/actor.js';
import { readerOf, type Session } from '../../shared/session.js';
import { isId, newId, type Clock } from '../../shared/clock.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { Turns } from '../../shared/turns.js';
import { CallbackRepository, orderCallback, type CallbackOrder, type CallbackWish } from '../callbacks/index.js';
import { branchLock } from '../projects/index.js';
import { isTerminal, TaskRepository, type Task, type TaskService } from '../tasks/index.js';
import type { Workers } from '../workers/index.js';
import { checkUndoCall, indexUndoTextsCall, refuseUndoCall, type UndoOrder } from './checkUndo.call.js';
import { takenBack } from './undo.problems.js';

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

interface UndoOutcome {
  task: Task | null;
  problems: Problem[];
}

export class UndoService {
  private readonly turns = new Turns();

  constructor(private readonly parts: UndoServiceParts) {}

  /** Starts the task that undoes an import or an undo, unless problems prevent it. */
  async undo(input: UndoWish, session: Session): Promise<UndoOutcome> {
    const order = { taskId: input.taskId, force: input.force ?? false, reader: readerOf(session) };
    if (!isId(order.taskId)) return refused([notAnId(order.taskId)]);
    // Of simultaneous requests for one task, only the first needs a check; the others find its undo.
    return this.turns.take(order.taskId, () => this.start(order, input, session));
  }

  private async start(order: UndoOrder, input: UndoWish, session: Session): Promise<UndoOutcome> {
    const { tasks, taskService, callbackHosts } = this.parts;
    const { callback, problems: unfitCallback } = orderCallback(input, callbackHosts);
    const problems = [...unfitCallback, ...(await this.check(order, session.actor.id))];
    if (problems.length > 0) return refused(problems);
    const begun = await this.insertTask(order, { callback, actor: session.actor });
    if ('other' in begun) return refused([takenBack(begun.other.id, !isTerminal(begun.other.status))]);
    taskService.start(begun.id, session.actor.id);
    return { task: await tasks.byId(begun.id), problems: [] };
  }

  private async check(order: UndoOrder, principalId: string): Promise<Problem[]> {
    const { workers } = this.parts;
    const refusal = await workers.call(refuseUndoCall, { taskId: order.taskId });
    if (refusal) return [refusal];
    const first = await workers.callHeavy(checkUndoCall, order, principalId);
    if (!first.lacksTexts) return first.problems;
    await workers.call(indexUndoTextsCall, { taskId: order.taskId });
    return (await workers.callHeavy(checkUndoCall, order, principalId)).problems;
  }

  /** Returns the id of the new task, or the undo that another request started first. */
  private async insertTask(
    order: UndoOrder,
    { callback, actor }: { callback: CallbackOrder | null; actor: Actor },
  ): Promise<{ id: string } | { other: Task }> {
    const { database, tasks, clock } = this.parts;
    const undone = await tasks.byId(order.taskId);
    const id = newId();
    const { projectId = null, branchId = null, planId = null } = undone ?? {};
    const createdAt = new Date(clock.now());
    const task = { id, type: 'UNDO_IMPORT', projectId, branchId, planId, input: order, createdAt, actor } as const;
    return database.write(
      async (manager) => {
        const other = await TaskRepository.openOrDoneUndoOf(manager, order.taskId);
        if (other) return { other };
        await TaskRepository.insert<UndoOrder>(manager, { ...task, undoesTaskId: order.taskId });
        await CallbackRepository.insert(manager, id, callback);
        return { id };
      },
      branchLock(branchId ?? ''),
    );
  }
}

function refused(problems: Problem[]): UndoOutcome {
  return { task: null, problems };
}

function notAnId(id: string): Problem {
  return errorProblem('INVALID_ID', `"${id.slice(0, 80)}" is not an id of this server.`, { path: ['input', 'taskId'] });
}
