/** What the processes on one database tell each other about their tasks, through Redis. */
import type { Logger } from 'pino';
import type { RedisLink } from '../../redis/redisLink.js';
import type { TaskRepository } from './task.repository.js';
import type { HubNews, TaskHub } from './taskHub.js';
import type { TaskRunner } from './taskRunner.js';

export const taskTopic = 'tasks';

/** `HELLO`: whoever runs tasks tells how far they are. `WHO_RUNS`: the process that runs a task answers with `RUNS`. */
type Message = HubNews | { type: 'HELLO' } | { type: 'WHO_RUNS'; taskId: string } | { type: 'RUNS'; taskId: string };

/** How long the process that runs a task has to say so. */
const answerMs = 3000;
/** How often rows are read instead while Redis is away. */
const awayMs = 2000;

interface NewsParts {
  link: RedisLink;
  hub: TaskHub;
  runner: TaskRunner;
  tasks: TaskRepository;
  logger: Logger;
}

export class TaskNews {
  private readonly stops: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(private readonly parts: NewsParts) {}

  start(): void {
    const { link } = this.parts;
    this.stops.push(
      link.hear(taskTopic, (message, isOwn) => {
        if (!isOwn) this.hear(message as Message);
      }),
      link.watch((isHere) => {
        if (isHere) this.begin();
        else this.readRows();
      }),
    );
    this.begin();
  }

  close(): void {
    this.isClosed = true;
    for (const stop of this.stops) stop();
    clearTimeout(this.timer);
  }

  /** Whether another process says that it runs a task. While Redis is away, nobody can say so: then it counts as run. */
  async isRunElsewhere(taskId: string): Promise<boolean> {
    const { link } = this.parts;
    const answer = await new Promise<boolean>((resolve) => {
      const stop = link.hear(taskTopic, (heard) => {
        const message = heard as Message;
        if (message.type === 'RUNS' && message.taskId === taskId) end(true);
      });
      const timer = setTimeout(() => {
        end(false);
      }, answerMs);
      const end = (isRun: boolean) => {
        stop();
        clearTimeout(timer);
        resolve(isRun);
      };
      this.tell({ type: 'WHO_RUNS', taskId });
    });
    return answer || !(await link.answers());
  }

  private tell(message: Message): void {
    this.parts.link.tell(taskTopic, message);
  }

  private hear(message: Message): void {
    const { hub, runner } = this.parts;
    if (message.type === 'CANCEL') runner.cancelRunning(message.taskId);
    else if (message.type === 'HELLO') for (const taskId of runner.runningIds) hub.tellProgress(taskId);
    else if (message.type === 'WHO_RUNS') {
      if (runner.isRunning(message.taskId)) this.tell({ type: 'RUNS', taskId: message.taskId });
    } else if (message.type !== 'RUNS') hub.hear(message);
  }

  /** What was told before was not heard. */
  private begin(): void {
    const { hub, runner } = this.parts;
    clearTimeout(this.timer);
    hub.forgetProgress((taskId) => runner.isRunning(taskId));
    this.tell({ type: 'HELLO' });
    void this.look();
  }

  private readRows(): void {
    this.timer = setTimeout(() => {
      void this.look().finally(() => {
        if (!this.parts.link.isHere && !this.isClosed) this.readRows();
      });
    }, awayMs);
  }

  /** Looks at the rows of the tasks that run here, and lets clients read theirs. */
  private async look(): Promise<void> {
    const { hub, runner, tasks, logger } = this.parts;
    try {
      for (const taskId of runner.runningIds) {
        const task = await tasks.openById(taskId);
        // Not claimed yet, or ended just now.
        if (task?.status !== 'RUNNING') continue;
        if (task.runnerId !== runner.id) runner.abandon(taskId);
        else if (task.isCancelRequested) runner.cancelRunning(taskId);
      }
      hub.wakeAll();
    } catch (error) {
      logger.warn({ error }, 'the rows of tasks could not be read');
    }
  }
}
