import type { DataSource, EntityManager } from 'typeorm';
import type { Database } from '../database.js';
import { meaningOf } from './postgresErrors.js';

/** One pool of connections for reads and writes; a write has one of its own while it lasts. */
export class PostgresDatabase implements Database {
  readonly isShared = true;

  constructor(
    private readonly source: DataSource,
    private readonly busyTimeoutMs: number,
  ) {}

  get read(): EntityManager {
    return this.source.manager;
  }

  async write<T>(work: (manager: EntityManager) => Promise<T>, lockName?: string): Promise<T> {
    try {
      return await this.source.transaction(async (manager) => {
        await manager.query(`SET LOCAL lock_timeout = ${this.busyTimeoutMs}`);
        if (lockName !== undefined) {
          await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lockName]);
        }
        return work(manager);
      });
    } catch (error) {
      throw meaningOf(error);
    }
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}
