import pg from 'pg';
import { AppError } from '../../shared/appError.js';
import { connectionOptions } from './postgresOptions.js';

/** Any number that is the same in every version. */
const presenceLock = 7_236_155;
/** Shown by servers that find each other's tasks by rows, and by those to which Redis dispatches them. */
const sharingLocks = { rows: 7_236_156, redis: 7_236_157 };
const retryMs = 1000;

const othersQuery = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = 0 AND objid = $1
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

const othersWithout =
  'WAYBILL_REDIS_URL is set, and another server on the database runs without it; set it for all servers on the database, or for none.';
const othersWith =
  'WAYBILL_REDIS_URL is not set, and another server on the database runs with it; set it for all servers on the database, or for none.';

interface PresenceOptions {
  url: string;
  hasRedis: boolean;
}

/**
 * Shows other servers that this one uses the database: a shared lock on a connection of its own, which ends with the process in any
 * case. A server that gets the lock exclusively at its start knows that no other server uses the database. A second lock shows how it
 * shares tasks: servers that did so in different ways would take each other's for those of a dead one.
 */
export class ServerPresence {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  private constructor(private readonly options: PresenceOptions) {}

  /** @throws AppError CONFIGURATION_INVALID if another server shares tasks in another way */
  static async announce(options: PresenceOptions): Promise<{ presence: ServerPresence; isAlone: boolean }> {
    const presence = new ServerPresence(options);
    try {
      return { presence, isAlone: await presence.connect() };
    } catch (error) {
      await presence.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  /** Whether no other server used the database. */
  private async connect(): Promise<boolean> {
    const client = new pg.Client(connectionOptions(this.options.url));
    this.client = client;
    client.once('end', () => {
      this.connectAgain();
    });
    // The connection is closed next.
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ isAlone: boolean }>(`SELECT pg_try_advisory_lock($1) AS "isAlone"`, [
      presenceLock,
    ]);
    const isAlone = rows[0]?.isAlone === true;
    await client.query('SELECT pg_advisory_lock_shared($1)', [presenceLock]);
    if (isAlone) await client.query('SELECT pg_advisory_unlock($1)', [presenceLock]);
    await this.showSharing(client);
    return isAlone;
  }

  /** Shows it before it looks: of two that start at the same time, at least one sees the other. */
  private async showSharing(client: pg.Client): Promise<void> {
    const { hasRedis } = this.options;
    await client.query('SELECT pg_advisory_lock_shared($1)', [hasRedis ? sharingLocks.redis : sharingLocks.rows]);
    const { rows } = await client.query(othersQuery, [hasRedis ? sharingLocks.rows : sharingLocks.redis]);
    if (rows.length > 0) throw AppError.configuration(hasRedis ? othersWithout : othersWith);
  }

  private connectAgain(): void {
    if (this.isClosed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.connect().catch(() => {
        this.connectAgain();
      });
    }, retryMs);
  }
}
