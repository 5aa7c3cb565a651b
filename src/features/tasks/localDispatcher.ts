import type { Presence } from '../../database/index.js';
import { observed } from '../../shared/observed.js';
import type { Workers } from '../workers/index.js';
import { recoverTasksCall, type Stranded } from './recoverTasks.call.js';
import type { TaskDispatcher } from './taskDispatcher.js';
import type { AnyTaskHandler } from './taskHandler.js';
import type { TaskHub } from './taskHub.js';
import { TaskQueue } from './taskQueue.js';
import type { TaskRunner } from './taskRunner.js';

const retryMs = 1000;

interface LocalParts {
  workers: Workers;
  handlers: readonly AnyTaskHandler[];
  hub: TaskHub;
  runner: TaskRunner;
  workerCount: number;
  /** Undefined: there can be no other server. */
  presence: Presence | undefined;
  /** Whether no other server used the database when this one opened it: all running tasks are then of one that is gone. */
  isAlone: boolean;
}

/**
 * Runs tasks on the server that they were started on, one of each principal in turn. Servers that share a database find each other's
 * tasks by their rows: see `TaskWatch`.
 */
export class LocalDispatcher implements TaskDispatcher {
  private readonly queue = new TaskQueue();
  private isClosed = false;

  constructor(private readonly parts: LocalParts) {}

  async start(): Promise<void> {
    const { presence, runner, isAlone } = this.parts;
    await presence?.show('RUNNER', runner.id);
    await this.recover(isAlone ? 'ALL' : { absentRunnerIds: [] });
  }

  close(): void {
    this.isClosed = true;
    this.queue.clear();
    this.parts.runner.close();
  }

  dispatch(taskId: string, ownerId: string): void {
    const { runner, hub } = this.parts;
    if (!runner.isRunning(taskId)) this.queue.add(taskId, ownerId);
    hub.touch(taskId);
    this.startNext();
  }

  /** Recovers tasks of servers that are gone, and dispatches all that wait. */
  async recover(stranded: Stranded): Promise<void> {
    const { workers, handlers } = this.parts;
    const { queuedIds, ended } = await workers.call(recoverTasksCall(handlers), stranded);
    for (const end of ended) observed.taskEnded.tell({ ...end, counts: {} });
    for (const taskId of queuedIds) this.dispatch(taskId, '');
  }

  private startNext(): void {
    const { runner, workerCount } = this.parts;
    while (!this.isClosed && runner.runningIds.length < workerCount) {
      const next = this.queue.next();
      if (!next) return;
      void this.run(next);
    }
  }

  private async run({ taskId, ownerId }: { taskId: string; ownerId: string }): Promise<void> {
    const outcome = await this.parts.runner.run(taskId);
    if (outcome === 'UNCLAIMED') {
      await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
      if (!this.isClosed) this.queue.add(taskId, ownerId);
    }
    this.startNext();
  }
}
