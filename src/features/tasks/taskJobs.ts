/**
 * The jobs of tasks in Redis: a job is a task's turn to be tried by a process, and its id is that of the task. BullMQ dispatches them at
 * once, keeps a lock for each that is being tried, and gives those whose process is gone to another one.
 */
import type * as Bull from 'bullmq';
import type { Logger } from 'pino';
import type { RedisLink } from '../../redis/redisLink.js';

const queueName = 'tasks';
/** How long a process that is gone keeps its jobs. It renews their locks twice in this time. */
const lockMs = 20_000;
/** Jobs without a lock are found by two looks. */
const lookMs = 10_000;
/** Jobs leave nothing behind. */
const removed = { removeOnComplete: true, removeOnFail: true };
/** The largest number that BullMQ takes. */
const lowestPriority = 2_097_151;

/** A task that waits for its turn: lower ones come first. */
export interface TaskTurn {
  taskId: string;
  turn: number;
}

/** The job of a task that was taken over, whose first one is still kept for the process that is gone. */
interface TakenOver {
  taskId: string;
  /** The id of that process. */
  runnerId: string;
}

/** Tries a task. Gives the time after which its job comes again, in ms, or undefined if it is done. */
export type TryTask = (taskId: string) => Promise<number | undefined>;

interface JobsParts {
  link: RedisLink;
  logger: Logger;
}

export class TaskJobs {
  private worker: Bull.Worker | undefined;

  private constructor(
    private readonly parts: JobsParts,
    private readonly bull: typeof Bull,
    private readonly queue: Bull.Queue,
  ) {}

  static async open(parts: JobsParts): Promise<TaskJobs> {
    // Servers without Redis do not load it.
    const bull = await import('bullmq');
    const { commands: connection, prefix } = parts.link;
    // Nobody reads the events of jobs.
    const queue = new bull.Queue(queueName, { connection, prefix, streams: { events: { maxLen: 0 } } });
    const jobs = new TaskJobs(parts, bull, queue);
    queue.on('error', jobs.note);
    return jobs;
  }

  /** Adds the jobs of tasks, at once; a task that has one keeps it. */
  async add(tasks: readonly TaskTurn[]): Promise<void> {
    const jobs = tasks.map(({ taskId, turn }) => {
      const priority = Math.min(turn, lowestPriority);
      return { name: 'task', data: { taskId }, opts: { jobId: taskId, priority, ...removed } };
    });
    await this.queue.addBulk(jobs);
  }

  /** Adds a second job of a task; once, however many processes take it over. It comes first, as the first one did. */
  async addSecond({ taskId, runnerId }: TakenOver): Promise<void> {
    await this.queue.add('task', { taskId }, { jobId: `${taskId}-${runnerId}`, priority: 1, ...removed });
  }

  /** Those of the tasks that have no job. */
  async without(taskIds: readonly string[]): Promise<Set<string>> {
    const pipeline = this.parts.link.commands.pipeline();
    for (const taskId of taskIds) pipeline.exists(this.queue.toKey(taskId));
    const answers = (await pipeline.exec()) ?? [];
    return new Set(taskIds.filter((_id, at) => answers[at]?.[1] === 0));
  }

  /** Begins to try tasks, up to so many at the same time. */
  work(atOnce: number, tryTask: TryTask): void {
    const { link } = this.parts;
    const { Worker, DelayedError } = this.bull;
    this.worker = new Worker(
      queueName,
      async (job, token) => {
        const againMs = await tryTask((job.data as { taskId: string }).taskId);
        if (againMs === undefined) return;
        // Back to the queue in a way that wakes idle processes.
        await job.moveToDelayed(Date.now() + againMs, token);
        throw new DelayedError();
      },
      {
        ...{ connection: link.patientConnection(), prefix: link.prefix, concurrency: atOnce },
        ...{ lockDuration: lockMs, stalledInterval: lookMs },
        // The row of a task counts its attempts.
        maxStalledCount: Number.MAX_SAFE_INTEGER,
      },
    );
    this.worker.on('error', this.note);
  }

  /** Tries no more tasks; waits until those that are being tried have stopped, which the caller sees to. */
  async close(): Promise<void> {
    const { link } = this.parts;
    const lost = new Promise<void>((resolve) => {
      link.watch((isHere) => {
        if (!isHere) resolve();
      });
    });
    // Without Redis, the job of a stopped task cannot go back: its lock runs out.
    await Promise.race([this.worker?.close(!link.isHere).catch(this.note), lost]);
    await this.queue.close().catch(this.note);
  }

  private readonly note = (error: unknown): void => {
    const { link, logger } = this.parts;
    // That Redis is away is told once, by the link.
    if (link.isHere) logger.warn({ error }, 'a job of a task could not be updated');
  };
}
