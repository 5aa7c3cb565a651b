/**
 * Delivers the callbacks of ended tasks. Callbacks and their attempts are rows, so it finds every ended task, no matter which server
 * ended it, and continues what a stopped server left. A callback is delivered at least once. Tasks are only read.
 */
import type { Logger } from 'pino';
import type { Database } from '../../database/index.js';
import { isAllowedHost } from '../../shared/allowedHosts.js';
import type { Clock } from '../../shared/clock.js';
import type { CallbackSettings } from '../../shared/config.js';
import { observed } from '../../shared/observed.js';
import { beginSpan } from '../../shared/spans.js';
import { Signal } from '../../shared/signal.js';
import type { TaskHub, TaskRepository } from '../tasks/index.js';
import type { CallbackClaim, CallbackRepository, DueCallback } from './callback.repository.js';
import { callbackBody } from './callbackBody.js';
import { callbackTimeoutMs, claimMs, longestWaitMs, timeAfter, waitAfter } from './callbackSchedule.js';
import { postCallback, type PostOutcome } from './postCallback.js';

/** Interval of the search for due callbacks, including those of other servers. */
const intervalMs = 1000;
const maxAtOnce = 4;
const batchSize = 100;

interface SenderParts {
  settings: CallbackSettings;
  database: Pick<Database, 'now'>;
  callbacks: CallbackRepository;
  tasks: TaskRepository;
  hub: TaskHub;
  clock: Clock;
  logger: Logger;
}

export class CallbackSender {
  private readonly somethingDue = new Signal();
  private readonly stop = new AbortController();
  private readonly underWay = new Set<Promise<void>>();
  private loop: Promise<void> = Promise.resolve();
  private unlisten: (() => void) | undefined;
  private faultCount = 0;

  constructor(private readonly parts: SenderParts) {}

  /** Does nothing if no host is allowed; pending callbacks then wait for a start with allowed hosts. */
  start(): void {
    if (this.parts.settings.hosts.length === 0) return;
    this.unlisten = this.parts.hub.listenToEnds(() => {
      this.somethingDue.raise();
    });
    this.loop = this.work();
  }

  /** Aborts running attempts; they are repeated at the next start. */
  async close(): Promise<void> {
    this.unlisten?.();
    this.stop.abort();
    this.somethingDue.raise();
    await this.loop;
    await Promise.all(this.underWay);
  }

  private async work(): Promise<void> {
    while (!this.stop.signal.aborted) {
      const faultsBefore = this.faultCount;
      const due = await this.look();
      for (const callback of due) await this.startNext(callback);
      // After a fault of the database, wait before the next query.
      if (due.length < batchSize || this.faultCount > faultsBefore) await this.somethingDue.raised(intervalMs);
    }
  }

  private async look(): Promise<DueCallback[]> {
    const { database, callbacks, settings, logger } = this.parts;
    try {
      const now = await database.now();
      const horizon = timeAfter(now, longestWaitMs(settings.waitsMs));
      return await callbacks.due({ now, horizon, limit: batchSize });
    } catch (error) {
      // Continue: the database may only be away for a moment.
      logger.warn({ error }, 'the search for due callbacks failed');
      return [];
    }
  }

  private async startNext(callback: DueCallback): Promise<void> {
    while (this.underWay.size >= maxAtOnce) await Promise.race(this.underWay);
    if (this.stop.signal.aborted) return;
    const delivery = this.deliver(callback)
      .catch((error: unknown) => {
        // Nothing is lost: the callback is due again when the claim expires.
        this.faultCount += 1;
        this.parts.logger.warn({ taskId: callback.taskId, error }, 'a callback could not be processed');
      })
      .finally(() => {
        this.underWay.delete(delivery);
      });
    this.underWay.add(delivery);
  }

  private async deliver(due: DueCallback): Promise<void> {
    const { database, callbacks, logger } = this.parts;
    const claim = await callbacks.claim(due, timeAfter(await database.now(), claimMs));
    if (!claim) return;
    const result = await this.post(due, claim);
    logger.info({ ...claim, ...result }, 'callback');
    await this.write(claim, result);
  }

  /** The URL was checked when the task was created, but its host may not be allowed any more. */
  private async post({ taskId, url, key }: DueCallback, { attempt }: CallbackClaim): Promise<PostOutcome> {
    const { settings, tasks, clock } = this.parts;
    if (!isAllowedHost(new URL(url), settings.hosts)) return { outcome: 'FAILED', error: notAllowedAnyMore };
    const task = await tasks.byId(taskId);
    if (!task) return { outcome: 'FAILED', error: 'The task no longer exists.' };
    const options = { secret: settings.secret, now: clock.now(), timeoutMs: callbackTimeoutMs, stop: this.stop.signal };
    const attributes = { 'waybill.task.id': taskId, 'waybill.callback.attempt': attempt };
    const span = beginSpan({ name: 'callback', kind: 'CLIENT', parent: task.traceparent, attributes });
    const post = () => postCallback(url, callbackBody(task, { key, attempt }), options);
    const result = await (span ? span.run(post) : post());
    span?.end({ fault: result.outcome === 'FAILED' ? result.outcome : undefined });
    return result;
  }

  private async write(claim: CallbackClaim, result: PostOutcome): Promise<void> {
    const { database, callbacks, settings } = this.parts;
    if (result.outcome === 'STOPPED') return callbacks.release(claim);
    const now = await database.now();
    const waitMs = result.outcome === 'DELIVERED' ? undefined : waitAfter(claim.attempt, settings.waitsMs);
    if (result.outcome === 'DELIVERED') await callbacks.writeDelivered(claim, new Date(now));
    else await callbacks.writeFailed(claim, result.error, waitMs === undefined ? null : timeAfter(now, waitMs));
    observed.callbackAttempted.tell({ outcome: result.outcome, isLast: waitMs === undefined });
  }
}

const notAllowedAnyMore = 'The host of the URL is no longer in WAYBILL_CALLBACK_HOSTS.';
