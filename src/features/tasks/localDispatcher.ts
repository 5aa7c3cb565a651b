import { observed } from '../../shared/observed.js';
import type { Workers } from '../workers/index.js';
import { recoverTasksCall } from './recoverTasks.call.js';
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
  /** Whether no other server used the database when this one opened it. */
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

  start(): Promise<void> {
    return this.recover(this.parts.isAlone);
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

  /**
   * Recovers tasks of servers that are gone: all running tasks if there is no other server, which owns none when it starts, else those
   * without a recent heartbeat.
   */
  async recover(isAlone: boolean): Promise<void> {
    const { workers, handlers } = this.parts;
    const { queuedIds, ended } = await workers.call(recoverTasksCall(handlers), isAlone ? 'ALL' : 'SILENT');
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
