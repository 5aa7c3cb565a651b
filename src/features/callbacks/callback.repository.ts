import { In, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { readRows, sql, type Database } from '../../database/index.js';
import { inKeyOrder } from '../../graphql/index.js';
import { TaskCallback } from './callback.entity.js';
import type { CallbackOrder } from './callback.rules.js';

/** A callback whose next attempt is due. */
export type DueCallback = Pick<TaskCallback, 'taskId' | 'url' | 'key' | 'attempts'>;

/** An attempt that this server has claimed. `attempt`: its number, from 1. */
export interface CallbackClaim {
  taskId: string;
  attempt: number;
}

/** Every query on callbacks. */
export class CallbackRepository {
  constructor(private readonly database: Database) {}

  /** Stores the callback of a task, in the transaction that creates the task; nothing if null. */
  static async insert(manager: EntityManager, taskId: string, callback: CallbackOrder | null): Promise<void> {
    if (callback) await manager.insert(TaskCallback, { ...callback, taskId, status: 'PENDING', attempts: 0 });
  }

  readonly byTaskIds = async (taskIds: readonly string[]): Promise<(TaskCallback | null)[]> => {
    const rows = await this.database.read.findBy(TaskCallback, { taskId: In([...taskIds]) });
    return inKeyOrder(taskIds, rows, ({ taskId }) => taskId);
  };

  /**
   * Callbacks of ended tasks whose next attempt is due, no matter which server ended the task. Those with the fewest attempts come
   * first, so that unavailable receivers do not delay the others. A time after `horizon` counts as due.
   */
  due({ now, horizon, limit }: { now: string; horizon: Date; limit: number }): Promise<DueCallback[]> {
    return readRows(
      this.database.read,
      sql`SELECT c.task_id, c.url, c.key, c.attempts FROM task_callback c
      WHERE c.status = 'PENDING' AND (c.next_at IS NULL OR c.next_at <= ${now} OR c.next_at > ${horizon.toISOString()})
        AND EXISTS (SELECT 1 FROM task t WHERE t.id = c.task_id AND t.ended_at IS NOT NULL)
      ORDER BY c.attempts, c.task_id LIMIT ${limit}`,
    );
  }

  /** Claims a callback for one attempt of this server; undefined if another server was faster. */
  async claim({ taskId, attempts }: DueCallback, until: Date): Promise<CallbackClaim | undefined> {
    const attempt = attempts + 1;
    const isClaimed = await this.change({ taskId, attempts, status: 'PENDING' }, { attempts: attempt, nextAt: until });
    return isClaimed ? { taskId, attempt } : undefined;
  }

  /** Records the delivery, even if the claim has expired. */
  async writeDelivered({ taskId }: CallbackClaim, deliveredAt: Date): Promise<void> {
    await this.change({ taskId, status: Not('DELIVERED') }, { status: 'DELIVERED', deliveredAt, nextAt: null });
  }

  /** Records why an attempt failed, and the time of the next one; null if it was the last. */
  async writeFailed({ taskId, attempt }: CallbackClaim, lastError: string, nextAt: Date | null): Promise<void> {
    const status = nextAt ? 'PENDING' : 'FAILED';
    await this.change({ taskId, attempts: attempt, status: 'PENDING' }, { status, lastError, nextAt });
  }

  /** Releases a claim, and does not count the attempt. */
  async release({ taskId, attempt }: CallbackClaim): Promise<void> {
    await this.change({ taskId, attempts: attempt, status: 'PENDING' }, { attempts: attempt - 1, nextAt: null });
  }

  private async change(where: FindOptionsWhere<TaskCallback>, values: Partial<TaskCallback>): Promise<boolean> {
    const { affected } = await this.database.write((manager) => manager.update(TaskCallback, where, values));
    return affected === 1;
  }
}
