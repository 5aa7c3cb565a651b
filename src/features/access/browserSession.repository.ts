import type { EntityManager } from 'typeorm';
import { readRows, runSql, sql, type Database } from '../../database/index.js';
import type { LiveToken } from './access.repository.js';
import { BrowserSession } from './browserSession.entity.js';

/** A session that has not ended, its principal, and the token that it was begun with, if there is one. */
export interface LiveSession extends Omit<LiveToken, 'tokenId' | 'isAwaited'> {
  sessionId: string;
  tokenId: string | null;
  lastSeenAt: string;
  sessionEndsAt: string;
}

/** The present time, and the time of the last request before which a session has ended; ISO 8601. */
export interface SessionTimes {
  now: string;
  idleSince: string;
}

/** All queries on the sessions of browsers. */
export class BrowserSessionRepository {
  constructor(private readonly database: Database) {}

  async live(secretHash: string, { now, idleSince }: SessionTimes): Promise<LiveSession | undefined> {
    const found = sql`
      SELECT s.id AS session_id, s.last_seen_at, s.expires_at AS session_ends_at, t.id AS token_id,
        t.is_superuser, t.expires_at, p.id AS principal_id, p.name AS principal_name
      FROM browser_session s
      JOIN principal p ON p.id = s.principal_id
      LEFT JOIN access_token t ON t.id = s.token_id
      WHERE s.secret_hash = ${secretHash} AND s.expires_at > ${now} AND s.last_seen_at > ${idleSince}
        AND (s.token_id IS NULL OR (t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ${now})))`;
    const [session] = await readRows<LiveSession>(this.database.read, found);
    return session;
  }

  static async insert(manager: EntityManager, session: BrowserSession): Promise<void> {
    await manager.insert(BrowserSession, session);
  }

  static async noteUse(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.update(BrowserSession, { id }, { lastSeenAt: at });
  }

  /** False if it was not there any more. */
  static async remove(manager: EntityManager, id: string): Promise<boolean> {
    const { affected } = await manager.delete(BrowserSession, { id });
    return affected === 1;
  }

  /** Removes what no longer counts, of everybody. */
  static async removeEnded(manager: EntityManager, { now, idleSince }: SessionTimes): Promise<void> {
    const ended = sql`
      DELETE FROM browser_session WHERE expires_at <= ${now} OR last_seen_at <= ${idleSince}
        OR token_id IN (SELECT id FROM access_token WHERE revoked_at IS NOT NULL OR expires_at <= ${now})`;
    await runSql(manager, ended);
  }

  /** Keeps so many sessions of a principal, those that were used last. */
  static async keepNewest(manager: EntityManager, principalId: string, count: number): Promise<void> {
    const beyond = sql`
      DELETE FROM browser_session WHERE principal_id = ${principalId} AND id NOT IN (
        SELECT id FROM browser_session WHERE principal_id = ${principalId} ORDER BY last_seen_at DESC, id DESC LIMIT ${count})`;
    await runSql(manager, beyond);
  }
}
