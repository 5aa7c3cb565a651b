import pg from 'pg';
import { connectionOptions } from './postgresOptions.js';

/** Any number that is the same in every version. */
const presenceLock = 7_236_155;
const retryMs = 1000;

/**
 * Shows other servers that this one uses the database: a shared lock on a connection of its own, which ends with the process in any
 * case. A server that gets the lock exclusively at its start knows that no other server uses the database.
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

  /** Whether no other server used the database. */
  private async connect(): Promise<boolean> {
    const client = new pg.Client(connectionOptions(this.url));
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
