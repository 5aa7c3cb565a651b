import type { Logger } from 'pino';
import { AppError } from '../../shared/appError.js';
import type { Clock } from '../../shared/clock.js';
import type { Workers } from '../workers/index.js';
import { sweepOldCall } from './sweepOld.call.js';

/** Retention times in days; null: for ever. */
export interface Retention {
  tasksDays: number | null;
  plansDays: number | null;
}

interface SweepParts {
  retention: Retention;
  workers: Workers;
  clock: Clock;
  logger: Logger;
}

const intervalMs = 3_600_000;
const dayMs = 86_400_000;
/** Maximum number of tasks per call; other writers can run between calls. */
const portionSize = 20;

/** Deletes expired tasks and plans at the start of the server and every hour. Does nothing if there is no retention time. */
export class RetentionSweep {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private isClosed = false;
  private isFirst = true;

  constructor(private readonly parts: SweepParts) {}

  start(): void {
    const { tasksDays, plansDays } = this.parts.retention;
    if (tasksDays === null && plansDays === null) return;
    this.round = this.sweep().finally(() => {
      if (!this.isClosed)
        this.timer = setTimeout(() => {
          this.start();
        }, intervalMs).unref();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private async sweep(): Promise<void> {
    const { retention, workers, clock, logger } = this.parts;
    const now = Date.parse(clock.now());
    const timeOf = (days: number | null) => (days === null ? null : new Date(now - days * dayMs).toISOString());
    const portion = { tasksBefore: timeOf(retention.tasksDays), plansBefore: timeOf(retention.plansDays) };
    let deletedCount = 0;
    try {
      for (let count = portionSize; count === portionSize && !this.isClosed;) {
        count = await workers.call(sweepOldCall, { ...portion, limit: portionSize });
        deletedCount += count;
      }
      if (this.isFirst || deletedCount > 0) logger.info({ ...portion, deletedCount }, 'old tasks deleted');
      this.isFirst = false;
    } catch (error) {
      if (error instanceof AppError && error.code === 'SHUTTING_DOWN') return;
      logger.warn({ error, deletedCount }, 'old tasks could not be deleted; the next run tries again');
    }
  }
}
