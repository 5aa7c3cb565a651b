import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/appError.js';
import { spanEnded, traceparent } from '../../shared/spans.js';
import type { FromWorker, ToWorker } from './messages.js';
import type { StopReason } from './workerContext.js';

interface Job {
  id: number;
  call: string;
  args: unknown;
  parent: string | undefined;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
  onProgress: (progress: unknown) => void;
  stopReason?: StopReason;
}

/**
 * A small young generation, because rows and items are short-lived and each thread has its own. The old generation has room for
 * the largest item of a file: as text, parsed, and as canonical text.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 512 };

/**
 * A worker thread with its queue: jobs run one at a time, in order. A dying thread fails its current job and is restarted for
 * the next one.
 */
export class WorkerThread {
  private readonly queue: Job[] = [];
  private running: Job | undefined;
  private thread: Worker | undefined;
  private nextId = 1;
  private isClosed = false;

  constructor(
    private readonly entry: URL,
    private readonly workerData: unknown,
  ) {}

  /** The number of its jobs, including the running one. */
  get load(): number {
    return this.queue.length + (this.running ? 1 : 0);
  }

  /** Starts the thread before its first job. */
  warmUp(): void {
    if (!this.isClosed) this.thread ??= this.spawn();
  }

  run(call: string, args: unknown, onProgress: (progress: unknown) => void): { id: number; result: Promise<unknown> } {
    const id = this.nextId++;
    const result = new Promise<unknown>((resolve, reject) => {
      if (this.isClosed) reject(AppError.shuttingDown());
      else this.queue.push({ id, call, args, parent: traceparent(), resolve, reject, onProgress });
    });
    this.runNext();
    return { id, result };
  }

  stop(id: number, reason: StopReason): void {
    if (this.running?.id === id) this.thread?.postMessage({ type: 'stop', id, reason } satisfies ToWorker);
    const waiting = this.queue.find((job) => job.id === id);
    if (waiting) waiting.stopReason = reason;
  }

  /** Refuses waiting jobs, asks the running one to stop, waits for it and ends the thread. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const job of this.queue.splice(0)) job.reject(AppError.shuttingDown());
    const { running } = this;
    if (running) {
      this.stop(running.id, 'SHUTDOWN');
      await new Promise<void>((resolve) => {
        const { resolve: done, reject: failed } = running;
        running.resolve = (result) => {
          done(result);
          resolve();
        };
        running.reject = (error) => {
          failed(error);
          resolve();
        };
      });
    }
    await this.thread?.terminate();
  }

  private runNext(): void {
    if (this.running) return;
    const job = this.queue.shift();
    if (!job) return;
    this.running = job;
    this.thread ??= this.spawn();
    try {
      const { id, call, args, parent } = job;
      this.thread.postMessage({ type: 'run', id, call, args, parent } satisfies ToWorker);
    } catch (error) {
      // Arguments that cannot be cloned fail only their own job.
      this.endRunning(() => {
        job.reject(AppError.internal(`The arguments of ${job.call} could not be sent to a worker.`, error));
      });
      return;
    }
    if (job.stopReason) this.stop(job.id, job.stopReason);
  }

  private spawn(): Worker {
    const thread = new Worker(this.entry, { resourceLimits, workerData: this.workerData });
    thread.on('message', (message: FromWorker) => {
      this.hear(message);
    });
    thread.on('error', (error) => {
      this.lose(thread, lossOf(error));
    });
    thread.on('exit', () => {
      this.lose(thread, AppError.internal('A worker thread ended in the middle of its work.'));
    });
    return thread;
  }

  /** An error is followed by an exit, when the next job may already run on a new thread. */
  private lose(thread: Worker, error: AppError): void {
    if (this.thread !== thread) return;
    this.thread = undefined;
    this.endRunning((job) => {
      job.reject(error);
    });
  }

  private hear(message: FromWorker): void {
    if (message.type === 'span') spanEnded.tell(message.span);
    if (message.type === 'span' || message.type === 'ready' || message.id !== this.running?.id) return;
    if (message.type === 'progress') {
      this.running.onProgress(message.progress);
    } else if (message.type === 'done') {
      this.endRunning((job) => {
        job.resolve(message.result);
      });
    } else {
      this.endRunning((job) => {
        job.reject(reviveError(message));
      });
    }
  }

  private endRunning(settle: (job: Job) => void): void {
    const job = this.running;
    this.running = undefined;
    if (job) settle(job);
    if (!this.isClosed) this.runNext();
  }
}

/** A thread reads from the database when it starts: an unavailable database is reported as such. */
function lossOf(error: unknown): AppError {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === 'DATABASE_UNAVAILABLE' || code === 'DATABASE_BUSY'
    ? AppError.revive(code, String(message))
    : AppError.internal('A worker thread failed.', error);
}

function reviveError(message: Extract<FromWorker, { type: 'failed' }>): Error {
  const error = AppError.revive(message.code, message.message);
  if (message.stack !== undefined) error.stack = message.stack;
  return error;
}
