import { In, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Database } from '../../database/index.js';
import { inKeyOrder } from '../../graphql/index.js';
import { TaskCallback } from './callback.entity.js';
import type { CallbackOrder } from './callback.rules.js';

/** A callback that is to be tried. */
export type DueCallback = Pick<TaskCallback, 'taskId' | 'url' | 'key' | 'attempts'>;

/** A callback that this server tries, and the number of the attempt, from 1. */
export interface CallbackClaim {
  taskId: string;
  attempt: number;
}

/** Every query on callbacks. */
export class CallbackRepository {
  constructor(private readonly database: Database) {}

  /** Keeps, inside the transaction that writes a task, who is to be told of its end; nobody for null. */
  static async insert(manager: EntityManager, taskId: string, callback: CallbackOrder | null): Promise<void> {
    if (callback) await manager.insert(TaskCallback, { ...callback, taskId, status: 'PENDING', attempts: 0 });
  }

  readonly byTaskIds = async (taskIds: readonly string[]): Promise<(TaskCallback | null)[]> => {
    const rows = await this.database.read.findBy(TaskCallback, { taskId: In([...taskIds]) });
    return inKeyOrder(taskIds, rows, ({ taskId }) => taskId);
  };

  /**
   * Callbacks of ended tasks that are to be tried now, whoever ended them; those that were tried least come first, so that receivers
   * that are down do not hold up the others. What is put off beyond `horizon` is due too.
   */
  due({ now, horizon, limit }: { now: string; horizon: Date; limit: number }): Promise<DueCallback[]> {
    return this.database.read.sql<DueCallback[]>`
      SELECT c.task_id AS "taskId", c.url, c.key, c.attempts FROM task_callback c
      WHERE c.status = 'PENDING' AND (c.next_at IS NULL OR c.next_at <= ${now} OR c.next_at > ${horizon.toISOString()})
        AND EXISTS (SELECT 1 FROM task t WHERE t.id = c.task_id AND t.ended_at IS NOT NULL)
      ORDER BY c.attempts, c.task_id LIMIT ${limit}`;
  }

  /** Takes a callback to be this server's own for one attempt; undefined when another server was faster. */
  async claim({ taskId, attempts }: DueCallback, until: Date): Promise<CallbackClaim | undefined> {
    const attempt = attempts + 1;
    const isClaimed = await this.change({ taskId, attempts, status: 'PENDING' }, { attempts: attempt, nextAt: until });
    return isClaimed ? { taskId, attempt } : undefined;
  }

  /** Writes that the receiver has it, even when the claim ran out meanwhile. */
  async writeDelivered({ taskId }: CallbackClaim, deliveredAt: Date): Promise<void> {
    await this.change({ taskId, status: Not('DELIVERED') }, { status: 'DELIVERED', deliveredAt, nextAt: null });
  }

  /** Writes why an attempt failed, and when the next one is; null when there is none. */
  async writeFailed({ taskId, attempt }: CallbackClaim, lastError: string, nextAt: Date | null): Promise<void> {
    const status = nextAt ? 'PENDING' : 'FAILED';
    await this.change({ taskId, attempts: attempt, status: 'PENDING' }, { status, lastError, nextAt });
  }

  /** Gives a claim back as if it had not been tried. */
  async release({ taskId, attempt }: CallbackClaim): Promise<void> {
    await this.change({ taskId, attempts: attempt, status: 'PENDING' }, { attempts: attempt - 1, nextAt: null });
  }

  private async change(where: FindOptionsWhere<TaskCallback>, values: Partial<TaskCallback>): Promise<boolean> {
    const { affected } = await this.database.write((manager) => manager.update(TaskCallback, where, values));
    return affected === 1;
  }
}
