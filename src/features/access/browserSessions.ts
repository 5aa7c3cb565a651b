/**
 * Sessions of browsers: a person shows a credential once, and the browser keeps the secret of a session in a cookie that no script can
 * read. Sessions are rows, so that they outlive a restart and hold on each server of a database. A session never outlives the token that
 * it was begun with, and gives no right of its own: rights are read again for each request.
 */
import type { Logger } from 'pino';
import type { Database } from '../../database/index.js';
import { newId, type Clock } from '../../shared/clock.js';
import type { Session } from '../../shared/session.js';
import { AuditRepository } from '../audit/index.js';
import { sessionEvent, type SignInMethod } from './accessEvents.js';
import { BrowserSessionRepository, type LiveSession, type SessionTimes } from './browserSession.repository.js';
import { hashOf, newSessionSecret } from './secret.js';

/** Sessions of one principal; another one ends the one that was not used for the longest time. */
const maxOfEach = 50;
/** A session's last use is noted again after this part of the idle time: not every request writes. */
const noteParts = 60;

interface SessionParts {
  database: Database;
  clock: Clock;
  logger: Logger;
  settings: { idleMs: number; lifeMs: number };
}

/** Where and how somebody signed in. */
interface SignIn {
  method: SignInMethod;
  address: string;
}

/** A new session: its secret, which is not stored, and its end. */
export interface BegunSession {
  secret: string;
  expiresAt: Date;
}

export class BrowserSessions {
  private readonly sessions: BrowserSessionRepository;
  private readonly listeners = new Set<(secret: string) => void>();
  /** Ids of sessions whose use is being written. */
  private readonly noted = new Set<string>();

  constructor(private readonly parts: SessionParts) {
    this.sessions = new BrowserSessionRepository(parts.database);
  }

  /** Begins a session with the rights, and at most the life, of what was shown at the sign-in. */
  async begin({ actor, shown, tokenEndsAt }: Session, { method, address }: SignIn): Promise<BegunSession> {
    const { database, clock, settings } = this.parts;
    const times = this.times();
    const now = new Date(times.now);
    const ends = [tokenEndsAt, shown && 'endsAt' in shown ? shown.endsAt : undefined];
    const endsMs = ends.flatMap((end) => (end === undefined ? [] : [Date.parse(end)]));
    const expiresAt = new Date(Math.min(now.getTime() + settings.lifeMs, ...endsMs));
    const secret = newSessionSecret();
    const tokenId = shown && 'tokenId' in shown ? shown.tokenId : null;
    const row = { id: newId(), secretHash: hashOf(secret), principalId: actor.id, tokenId };
    await database.write(async (manager) => {
      await BrowserSessionRepository.removeEnded(manager, times);
      await BrowserSessionRepository.insert(manager, { ...row, createdAt: now, lastSeenAt: now, expiresAt });
      await BrowserSessionRepository.keepNewest(manager, actor.id, maxOfEach);
      const detail = { method, address, tokenId, expiresAt: expiresAt.toISOString() };
      await AuditRepository.insert(manager, sessionEvent('SIGN_IN', row.id, { actor, at: clock.now(), detail }));
    });
    return { secret, expiresAt };
  }

  /** The session of a secret; undefined if it has ended, or there never was one. */
  find(secret: string): Promise<LiveSession | undefined> {
    return this.sessions.live(hashOf(secret), this.times());
  }

  /** Notes that a session is in use. The request does not wait for it: the database may be busy. */
  noteUse({ sessionId, lastSeenAt }: LiveSession): void {
    const { database, clock, logger, settings } = this.parts;
    const now = new Date(clock.now());
    const isNews = now.getTime() - Date.parse(lastSeenAt) >= settings.idleMs / noteParts;
    if (!isNews || this.noted.has(sessionId)) return;
    this.noted.add(sessionId);
    database
      .write((manager) => BrowserSessionRepository.noteUse(manager, sessionId, now))
      .catch((error: unknown) => {
        logger.warn({ error }, 'the use of a session could not be noted; its next request tries again');
      })
      .finally(() => this.noted.delete(sessionId));
  }

  /** Ends a session at once, if it has not ended. */
  async end(secret: string): Promise<void> {
    const { database, clock } = this.parts;
    const live = await this.find(secret);
    if (live) {
      const actor = { id: live.principalId, name: live.principalName };
      await database.write(async (manager) => {
        if (await BrowserSessionRepository.remove(manager, live.sessionId))
          await AuditRepository.insert(manager, sessionEvent('SIGN_OUT', live.sessionId, { actor, at: clock.now() }));
      });
    }
    for (const listener of this.listeners) listener(secret);
  }

  /** Calls back with the secret of each session that a person ends on this server. */
  whenEnded(listener: (secret: string) => void): void {
    this.listeners.add(listener);
  }

  private times(): SessionTimes {
    const { clock, settings } = this.parts;
    const now = clock.now();
    return { now, idleSince: new Date(Date.parse(now) - settings.idleMs).toISOString() };
  }
}
