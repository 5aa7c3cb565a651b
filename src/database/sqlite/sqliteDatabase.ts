import type { DataSource, EntityManager } from 'typeorm';
import { AppError } from '../../shared/appError.js';
import { systemClock } from '../../shared/clock.js';
import type { Database } from '../database.js';
import { isBusy } from './sqliteStatements.js';

const firstRetryMs = 2;
const longestRetryMs = 100;

interface SqliteParts {
  reader: DataSource;
  writer: DataSource;
  busyTimeoutMs: number;
  /** Releases the lock on the file. */
  release: () => void;
}

/**
 * Reads and writes have separate connections, because the driver shares a connection among all callers, and a read must never run inside
 * the open transaction of another request. A write waits for the only writer without blocking the event loop. As nothing else writes
 * meanwhile, named locks are not needed.
 */
export class SqliteDatabase implements Database {
  readonly isShared = false;
  readonly isAlone = true;
  readonly presence = undefined;
  private writes: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: SqliteParts) {}

  get read(): EntityManager {
    return this.parts.reader.manager;
  }

  async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const turn = this.writes.then(() => this.transaction(work));
    this.writes = turn.catch(() => undefined);
    return turn;
  }

  now(): Promise<string> {
    return Promise.resolve(systemClock.now());
  }

  pool(): undefined {
    return undefined;
  }

  async close(): Promise<void> {
    await this.writes;
    await this.parts.reader.destroy();
    await this.parts.writer.destroy();
    this.parts.release();
  }

  private async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const { writer } = this.parts;
    await this.begin();
    try {
      const result = await work(writer.manager);
      await writer.query('COMMIT');
      return result;
    } catch (error) {
      // The first error is reported. After some errors, such as a full disk, SQLite has already rolled back.
      await writer.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  private async begin(): Promise<void> {
    const { writer, busyTimeoutMs } = this.parts;
    const startedAt = performance.now();
    for (let delayMs = firstRetryMs; ; delayMs = Math.min(delayMs * 2, longestRetryMs)) {
      try {
        await writer.query('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy((error as { driverError?: unknown }).driverError ?? error)) throw error;
        const waitedMs = performance.now() - startedAt;
        if (waitedMs > busyTimeoutMs) throw AppError.databaseBusy(waitedMs, error);
        await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
    }
  }
}
