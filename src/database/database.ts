import type { DataSource, EntityManager } from 'typeorm';
import { AppError } from '../shared/appError.js';
import { isBusy } from './sqlite/sqliteConnection.js';

const firstRetryMs = 2;
const longestRetryMs = 100;

/**
 * The database as the API thread sees it: short queries only. Reads and writes have a connection each, because the driver
 * shares one connection among all callers and a read must never fall into another request's open transaction.
 * A write waits for the database's one writer without holding the event loop.
 */
export class Database {
  private writes: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly reader: DataSource,
    private readonly writer: DataSource,
    private readonly busyTimeoutMs: number,
  ) {}

  /** For queries. Never write through it. */
  get read(): EntityManager {
    return this.reader.manager;
  }

  /**
   * Runs `work` in one transaction; commits what it returns, rolls back what it throws.
   * @throws AppError DATABASE_BUSY when another process or a long merge holds the writer for too long.
   */
  async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const turn = this.writes.then(() => this.transaction(work));
    this.writes = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.writes;
    await this.reader.destroy();
    await this.writer.destroy();
  }

  private async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    await this.begin();
    try {
      const result = await work(this.writer.manager);
      await this.writer.query('COMMIT');
      return result;
    } catch (error) {
      await this.writer.query('ROLLBACK');
      throw error;
    }
  }

  private async begin(): Promise<void> {
    const startedAt = Date.now();
    for (let delayMs = firstRetryMs; ; delayMs = Math.min(delayMs * 2, longestRetryMs)) {
      try {
        await this.writer.query('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy((error as { driverError?: unknown }).driverError ?? error)) throw error;
        const waitedMs = Date.now() - startedAt;
        if (waitedMs > this.busyTimeoutMs) throw AppError.databaseBusy(waitedMs, error);
        await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
    }
  }
}
