/**
 * Coordinates the tasks of servers that share a database, through the rows of tasks. Each server writes heartbeats and
 * progress, takes queued tasks and those of dead servers, cancels on request, and passes on the ends of other servers' tasks.
 */
import type { Logger } from 'pino';
import type { Presence } from '../../database/index.js';
import type { LocalDispatcher } from './localDispatcher.js';
import { silentAfterMs } from './recoverTasks.call.js';
import type { OpenTask, TaskRepository } from './task.repository.js';
import type { TaskHub } from './taskHub.js';
import type { TaskRunner } from './taskRunner.js';

const intervalMs = 2000;

interface WatchParts {
  tasks: TaskRepository;
  runner: TaskRunner;
  presence: Presence;
  dispatcher: LocalDispatcher;
  hub: TaskHub;
  logger: Logger;
}

export class TaskWatch {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(private readonly parts: WatchParts) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.round = this.look().finally(() => {
        if (!this.isClosed) this.start();
      });
    }, intervalMs);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private async look(): Promise<void> {
    const { tasks, runner, dispatcher, hub, logger } = this.parts;
    try {
      for (const taskId of runner.runningIds) await tasks.beat({ taskId, runnerId: runner.id });
      const open = await tasks.open();
      for (const task of open) this.heed(task);
      const absentRunnerIds = await this.absentOf(open);
      if (absentRunnerIds.length > 0 || open.some(isSilent)) await dispatcher.recover({ absentRunnerIds });
      hub.wakeAll();
    } catch (error) {
      // The next round retries: a short failure of the database is no reason to stop.
      logger.warn({ error }, 'the tasks of other servers could not be read');
    }
  }

  /** The servers that run tasks and do not show that they are there. */
  private async absentOf(open: readonly OpenTask[]): Promise<string[]> {
    const { runner, presence } = this.parts;
    const others = new Set(open.flatMap(({ runnerId }) => (runnerId === runner.id ? [] : (runnerId ?? []))));
    if (others.size === 0) return [];
    const shown = await presence.shown('RUNNER');
    return [...others].filter((runnerId) => !shown.has(runnerId));
  }

  private heed(task: OpenTask): void {
    const { runner, dispatcher } = this.parts;
    const isHere = runner.isRunning(task.id);
    if (task.status === 'QUEUED') dispatcher.dispatch(task.id, task.principalId ?? '');
    else if (isHere && task.runnerId !== runner.id) runner.abandon(task.id);
    else if (isHere && task.isCancelRequested) void runner.cancel(task.id);
  }
}

/** By the clock of this server, as a first guess; the recovery uses that of the database. */
function isSilent({ status, heartbeatAt }: OpenTask): boolean {
  return status === 'RUNNING' && Date.now() - Date.parse(heartbeatAt ?? '') > silentAfterMs;
}
