import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Presence, PresenceHeading, ShownValues } from '../presence.js';
import { connectionOptions } from './postgresOptions.js';

/** Any number that is the same in every version. */
const presenceLock = 7_236_155;
/** The first key of the locks that show values; the second one is made of the value. */
const classByHeading: Readonly<Record<PresenceHeading, number>> = { DISPATCH: 7_236_156, RUNNER: 7_236_157 };
const retryMs = 1000;

/** The machine of a server may be gone without a word: PostgreSQL then ends its connection after 25 s, and not after two hours. */
const noticeLostMachines =
  'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3';

/** `objsubid` is 2 for locks with two keys. */
const shownQuery = `SELECT DISTINCT objid::int8 AS key FROM pg_locks WHERE locktype = 'advisory' AND classid = $1 AND objsubid = 2
  AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/**
 * Shows other servers that this one uses the database: shared locks on a connection of its own, which ends with the process in any
 * case. A server that gets the first lock exclusively at its start knows that no other server uses the database.
 */
export class ServerPresence implements Presence {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;
  private readonly wanted = new Map<PresenceHeading, number>();
  /** By the present connection. */
  private readonly held = new Map<PresenceHeading, number>();
  /** One after the other: a lock that is taken twice is not given back at once. */
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(private readonly url: string) {}

  static async announce(url: string): Promise<{ presence: ServerPresence; isAlone: boolean }> {
    const presence = new ServerPresence(url);
    try {
      return { presence, isAlone: await presence.inTurn(() => presence.connect()) };
    } catch (error) {
      await presence.close();
      throw error;
    }
  }

  async show(heading: PresenceHeading, value: string): Promise<void> {
    // The next connection shows it too.
    this.wanted.set(heading, keyOf(value));
    await this.inTurn(() => this.hold(this.connected()));
  }

  async shown(heading: PresenceHeading): Promise<ShownValues> {
    const { rows } = await this.connected().query<{ key: number }>(shownQuery, [classByHeading[heading]]);
    const keys = new Set(rows.map(({ key }) => key));
    return { count: keys.size, has: (value) => keys.has(keyOf(value)) };
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private connected(): pg.Client {
    if (!this.client) throw new Error('There is no connection yet.');
    return this.client;
  }

  /** Whether no other server used the database. */
  private async connect(): Promise<boolean> {
    const client = new pg.Client(connectionOptions(this.url));
    this.client = client;
    this.held.clear();
    client.once('end', () => {
      if (client === this.client) this.connectAgain();
    });
    // The connection is closed next.
    client.on('error', () => undefined);
    await client.connect();
    await client.query(noticeLostMachines);
    const { rows } = await client.query<{ isAlone: boolean }>(`SELECT pg_try_advisory_lock($1) AS "isAlone"`, [
      presenceLock,
    ]);
    const isAlone = rows[0]?.isAlone === true;
    await client.query('SELECT pg_advisory_lock_shared($1)', [presenceLock]);
    if (isAlone) await client.query('SELECT pg_advisory_unlock($1)', [presenceLock]);
    await this.hold(client);
    return isAlone;
  }

  private async hold(client: pg.Client): Promise<void> {
    for (const [heading, key] of this.wanted) {
      const before = this.held.get(heading);
      if (before === key) continue;
      const lockClass = classByHeading[heading];
      await client.query('SELECT pg_advisory_lock_shared($1::int4, $2::int4)', [lockClass, key]);
      this.held.set(heading, key);
      if (before !== undefined)
        await client.query('SELECT pg_advisory_unlock_shared($1::int4, $2::int4)', [lockClass, before]);
    }
  }

  private connectAgain(): void {
    if (this.isClosed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.inTurn(() => (this.isClosed ? Promise.resolve(false) : this.connect())).catch(() => {
        // It may have connected and failed afterwards.
        void this.client?.end().catch(() => undefined);
        this.connectAgain();
      });
    }, retryMs);
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }
}

/** The second key of the lock of a value, between 0 and 2^31. */
function keyOf(value: string): number {
  return createHash('sha256').update(value).digest().readUInt32BE() >>> 1;
}
