/**
 * The Redis or Valkey that the servers on one database share: it carries messages between them, and the jobs of tasks. Nothing in it is
 * the only copy of anything: a message may be lost, and Redis may forget everything.
 */
import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import { AppError } from '../shared/appError.js';
import { newId } from '../shared/clock.js';

const startTimeoutMs = 10_000;
/** A Redis that does not answer for so long counts as away. */
const answerTimeoutMs = 2000;
const longestRetryMs = 1000;

interface LinkParts {
  /** `redis://user:password@host:port/number`, or `rediss:` with TLS. */
  url: string;
  /** Before the name of each key and channel: the same for all servers on a database, and for no others. */
  prefix: string;
  logger: Logger;
}

/** Hears a message; `isOwn`: this server told it. */
type Listener = (message: unknown, isOwn: boolean) => void;

interface Envelope {
  from: string;
  topic: string;
  message: unknown;
}

export class RedisLink {
  readonly prefix: string;
  /** For commands that fail at once while Redis is away. */
  readonly commands: Redis;
  private readonly id = newId();
  private readonly subscriber: Redis;
  private readonly patient: Redis[] = [];
  private readonly listenersByTopic = new Map<string, Set<Listener>>();
  private readonly watchers = new Set<(isHere: boolean) => void>();
  private isSubscribed = false;
  private wasHere = false;
  private isClosed = false;

  private constructor(private readonly parts: LinkParts) {
    this.prefix = parts.prefix;
    this.commands = this.connection({ enableOfflineQueue: false, commandTimeout: answerTimeoutMs });
    this.subscriber = this.connection({ autoResubscribe: false });
    this.commands.on('ready', this.note).on('close', this.note);
    this.subscriber.on('ready', this.subscribe).on('close', () => {
      this.isSubscribed = false;
      this.note();
    });
    this.subscriber.on('message', (_channel, text) => {
      this.deliver(JSON.parse(text) as Envelope);
    });
  }

  /** @throws AppError CONFIGURATION_INVALID if there is no Redis at the address */
  static async open(parts: LinkParts): Promise<RedisLink> {
    const link = new RedisLink(parts);
    let cause: unknown = new Error('it does not answer');
    const note = (error: unknown) => (cause = error);
    link.commands.once('error', note);
    try {
      await within(startTimeoutMs, Promise.all([link.commands.connect(), link.subscriber.connect()]));
      await link.subscriber.subscribe(link.channel);
      // A number that Redis does not have is refused only here.
      await link.commands.select(link.commands.options.db ?? 0).catch((error: unknown) => {
        cause = error;
        throw error;
      });
      return link;
    } catch {
      link.close();
      throw unreachable(parts.url, cause);
    }
  }

  /** Whether messages arrive, as far as is known without asking. */
  get isHere(): boolean {
    return this.isSubscribed && this.commands.status === 'ready';
  }

  /** Asks Redis. */
  async answers(): Promise<boolean> {
    if (!this.isHere) return false;
    return this.commands.ping().then(
      () => true,
      () => false,
    );
  }

  /** What tells this Redis from others: who finds nothing leaves the proposed text. Redis may forget it. */
  async mark(proposed: string): Promise<string> {
    const key = `${this.prefix}:mark`;
    await this.commands.set(key, proposed, 'NX');
    return (await this.commands.get(key)) ?? proposed;
  }

  /** Tells something to all servers, this one included. It is lost while Redis is away. `message`: JSON. */
  tell(topic: string, message: unknown): void {
    const envelope: Envelope = { from: this.id, topic, message };
    this.commands.publish(this.channel, JSON.stringify(envelope)).catch(() => undefined);
  }

  /** Returns a function that stops it. */
  hear(topic: string, listener: Listener): () => void {
    const listeners = this.listenersByTopic.get(topic) ?? new Set();
    this.listenersByTopic.set(topic, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Calls `watcher` whenever Redis goes away or comes back; returns a function that stops it. */
  watch(watcher: (isHere: boolean) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** A connection whose commands wait for Redis; closed with the link. */
  patientConnection(): Redis {
    const connection = this.connection({ maxRetriesPerRequest: null });
    this.patient.push(connection);
    return connection;
  }

  close(): void {
    this.isClosed = true;
    for (const connection of [this.commands, this.subscriber, ...this.patient]) connection.disconnect();
  }

  private get channel(): string {
    return `${this.prefix}:news`;
  }

  private connection(options: RedisOptions): Redis {
    const retryStrategy = (times: number) => Math.min(times * 100, longestRetryMs);
    const connection = new Redis(this.parts.url, { lazyConnect: true, retryStrategy, ...options });
    // What is lost is told by `note`, once, and not by each attempt to connect.
    return connection.on('error', () => undefined);
  }

  private readonly subscribe = (): void => {
    this.subscriber.subscribe(this.channel).then(
      () => {
        this.isSubscribed = true;
        this.note();
      },
      // The connection was lost again: its next one subscribes.
      () => undefined,
    );
  };

  private readonly note = (): void => {
    const { isHere } = this;
    if (isHere === this.wasHere || this.isClosed) return;
    this.wasHere = isHere;
    const { logger } = this.parts;
    if (isHere) logger.info('Redis answers');
    else logger.warn('Redis does not answer: queued tasks wait for it, and clients hear of changes later');
    for (const tell of this.watchers) tell(isHere);
  };

  private deliver({ from, topic, message }: Envelope): void {
    for (const listener of this.listenersByTopic.get(topic) ?? []) listener(message, from === this.id);
  }
}

async function within<Value>(timeoutMs: number, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(reject, timeoutMs, new Error('it does not answer'));
  });
  return Promise.race([promise, timeout]).finally(() => {
    clearTimeout(timer);
  });
}

/** Without the password of the address. */
function unreachable(url: string, cause: unknown): AppError {
  const { host } = new URL(url);
  const why = cause instanceof Error && cause.message !== '' ? cause.message : String(cause);
  return AppError.configuration(
    `Redis at ${host} cannot be used (${why}). Check WAYBILL_REDIS_URL, and that Redis is running there.`,
    cause,
  );
}
