import type { DataSource, EntityManager } from 'typeorm';
import { AppError } from '../../shared/appError.js';
import type { Database, PoolState } from '../database.js';
import type { Presence } from '../presence.js';
import { LockTurns } from '../../shared/lockTurns.js';
import { isConnectionLost, meaningOf } from './postgresErrors.js';
import { poolOf } from './observedPool.js';
import { presentTime } from './postgresOptions.js';
import type { ServerPresence } from './serverPresence.js';

const tryLock = 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS "isTaken"';

interface PostgresParts {
  source: DataSource;
  presence: ServerPresence;
  isAlone: boolean;
  busyTimeoutMs: number;
}

/**
 * One pool of connections for reads and writes. A write occupies a connection while it runs, but none while it waits for a lock: else a
 * few writes that wait for one branch would occupy all connections.
 */
export class PostgresDatabase implements Database {
  readonly isShared = true;
  private readonly turns: LockTurns;

  constructor(private readonly parts: PostgresParts) {
    this.turns = new LockTurns(parts.busyTimeoutMs);
  }

  get isAlone(): boolean {
    return this.parts.isAlone;
  }

  get presence(): Presence {
    return this.parts.presence;
  }

  get read(): EntityManager {
    return this.parts.source.manager;
  }

  async write<T>(work: (manager: EntityManager) => Promise<T>, lockName?: string): Promise<T> {
    const { source, busyTimeoutMs } = this.parts;
    let isBegun = false;
    const transaction = () =>
      source.transaction(async (manager) => {
        await manager.query(`SET LOCAL lock_timeout = ${busyTimeoutMs}`);
        if (lockName !== undefined) {
          const [row] = await manager.query<{ isTaken: boolean }[]>(tryLock, [lockName]);
          if (row?.isTaken !== true) throw AppError.lockHeld(lockName);
        }
        isBegun = true;
        return work(manager);
      });
    const attempt = () =>
      transaction().catch((error: unknown) => {
        // The pool may have returned a connection that was closed while it was idle.
        if (isBegun || !isConnectionLost(error)) throw error;
        return transaction();
      });
    try {
      return await this.turns.run(attempt);
    } catch (error) {
      throw meaningOf(error);
    }
  }

  async now(): Promise<string> {
    const [row] = await this.parts.source.query<{ now: string }[]>(presentTime);
    if (!row) throw AppError.internal('The database returned no time.');
    return row.now;
  }

  pool(): PoolState {
    const { totalCount, idleCount, waitingCount } = poolOf(this.parts.source);
    return { busyCount: totalCount - idleCount, idleCount, waitingCount };
  }

  async close(): Promise<void> {
    await this.parts.presence.close();
    await this.parts.source.destroy();
  }
}
