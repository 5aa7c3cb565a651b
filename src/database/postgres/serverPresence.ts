import pg from 'pg';
import { connectionOptions } from './postgresOptions.js';

/** Any number, the same in every version. */
const presenceLock = 7_236_155;
const retryMs = 1000;

/**
 * Tells other servers that this one is at the database: a shared lock, held by a connection of its own, which ends with the process
 * however that ends. Who gets the lock for himself alone when he starts knows that nobody else is there.
 */
export class ServerPresence {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  private constructor(private readonly url: string) {}

  static async announce(url: string): Promise<{ presence: ServerPresence; isAlone: boolean }> {
    const presence = new ServerPresence(url);
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

  /** True when no other server was there. */
  private async connect(): Promise<boolean> {
    const client = new pg.Client(connectionOptions(this.url));
    this.client = client;
    client.once('end', () => {
      this.connectAgain();
    });
    // The end follows.
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ isAlone: boolean }>(`SELECT pg_try_advisory_lock($1) AS "isAlone"`, [
      presenceLock,
    ]);
    const isAlone = rows[0]?.isAlone === true;
    await client.query('SELECT pg_advisory_lock_shared($1)', [presenceLock]);
    if (isAlone) await client.query('SELECT pg_advisory_unlock($1)', [presenceLock]);
    return isAlone;
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
