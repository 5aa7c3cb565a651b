/**
 * Sees to it that all servers on a database dispatch tasks in the same way: by rows alone, or by one Redis. Servers with different ones
 * would take each other's running tasks for those of a dead server. Each shows the mark that it finds in its Redis; when Redis has
 * forgotten it, the servers there soon have the same new one.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Presence } from '../database/index.js';
import type { RedisLink } from '../redis/redisLink.js';
import { AppError } from '../shared/appError.js';
import { newId } from '../shared/clock.js';

const byRows = 'rows';
const lookMs = 10_000;
/** By then, every server has looked at least once at a mark that is new. */
const patienceMs = 12_000;
const retryMs = 500;

interface AgreementParts {
  presence: Presence;
  /** Undefined: tasks are dispatched by rows. */
  redis: Pick<RedisLink, 'mark'> | undefined;
  logger: Logger;
}

/** How other servers on the database differ. */
type Difference = 'REDIS_ONLY_ELSEWHERE' | 'REDIS_ONLY_HERE' | 'ANOTHER_REDIS';

export class DispatchAgreement {
  private mark = newId();
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private isClosed = false;
  private differsSince: number | undefined;
  private isTold = false;

  private constructor(private readonly parts: AgreementParts) {}

  /** @throws AppError CONFIGURATION_INVALID if other servers dispatch tasks in another way */
  static async reach(parts: AgreementParts): Promise<DispatchAgreement> {
    const agreement = new DispatchAgreement(parts);
    const startedAt = performance.now();
    for (;;) {
      const difference = await agreement.look();
      if (difference === undefined) break;
      if (difference !== 'ANOTHER_REDIS' || performance.now() - startedAt > patienceMs)
        throw AppError.configuration(sentences[difference]);
      await sleep(retryMs);
    }
    agreement.lookAgain();
    return agreement;
  }

  /** Whether other servers have dispatched tasks in another way for longer than it takes to agree. */
  get isBroken(): boolean {
    return this.isTold;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** Shows before it looks: of two that start at the same time, at least one sees the other. */
  private async look(): Promise<Difference | undefined> {
    const { presence, redis } = this.parts;
    if (redis) this.mark = await redis.mark(this.mark);
    const own = redis ? `redis ${this.mark}` : byRows;
    await presence.show('DISPATCH', own);
    const shown = await presence.shown('DISPATCH');
    if (shown.count <= (shown.has(own) ? 1 : 0)) return undefined;
    if (!redis) return 'REDIS_ONLY_ELSEWHERE';
    return shown.has(byRows) ? 'REDIS_ONLY_HERE' : 'ANOTHER_REDIS';
  }

  private lookAgain(): void {
    this.timer = setTimeout(() => {
      this.round = this.note().finally(() => {
        if (!this.isClosed) this.lookAgain();
      });
    }, lookMs);
  }

  private async note(): Promise<void> {
    let difference: Difference | undefined;
    try {
      difference = await this.look();
    } catch {
      // While the database or Redis is away, which others tell, nothing new is known.
      return;
    }
    if (difference === undefined) {
      this.differsSince = undefined;
      this.isTold = false;
      return;
    }
    this.differsSince ??= performance.now();
    if (this.isTold || performance.now() - this.differsSince < patienceMs) return;
    this.isTold = true;
    this.parts.logger.error(sentences[difference]);
  }
}

const sentences: Readonly<Record<Difference, string>> = {
  REDIS_ONLY_ELSEWHERE:
    'WAYBILL_REDIS_URL is not set, and another server on the database runs with it; set it for all servers on the database, or for none.',
  REDIS_ONLY_HERE:
    'WAYBILL_REDIS_URL is set, and another server on the database runs without it; set it for all servers on the database, or for none.',
  ANOTHER_REDIS:
    'Another server on the database uses another Redis; set WAYBILL_REDIS_URL to the same Redis for all servers on the database.',
};
