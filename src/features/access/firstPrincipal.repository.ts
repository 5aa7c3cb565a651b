import { IsNull, type EntityManager } from 'typeorm';
import type { Database } from '../../database/index.js';
import { newId, type Clock } from '../../shared/clock.js';
import type { Actor } from '../../shared/actor.js';
import { AuditRepository, type AuditEntry } from '../audit/index.js';
import { AccessRepository } from './access.repository.js';
import { tokenEvent } from './accessEvents.js';
import { AccessToken } from './accessToken.entity.js';
import { ownIssuer, Principal } from './principal.entity.js';
import { hashOf, newSecret } from './secret.js';

const adminSubject = 'admin';
const settingsTokenName = 'WAYBILL_ADMIN_TOKEN';
const firstTokenName = 'first token';

interface Parts {
  database: Database;
  clock: Clock;
  /** The secret that the settings give; undefined when they give none. */
  adminToken: string | undefined;
}

/** The service account that is there from the start, and the secret of its first token, which nobody can be told again. */
export interface FirstPrincipal {
  actor: Actor;
  /** Undefined unless the token was made right now. */
  secret: string | undefined;
}

/**
 * Sees to it that somebody can get in: the settings' token holds, and no earlier one of theirs; without such a setting, a server that
 * knows nobody makes a token.
 */
export function ensureFirstPrincipal({ database, clock, adminToken }: Parts): Promise<FirstPrincipal> {
  return database.write(async (manager) => {
    const isNew = await AccessRepository.isWithoutPrincipals(manager);
    const now = new Date(clock.now());
    const admin = await ensureAdmin(manager, now);
    await replaceSettingsToken(manager, { admin, adminToken, now });
    const actor = { id: admin.id, name: admin.name };
    if (!isNew || adminToken !== undefined) return { actor, secret: undefined };
    const secret = newSecret();
    await insertToken(manager, { admin, name: firstTokenName, secret, now });
    return { actor, secret };
  }, 'principal admin');
}

async function ensureAdmin(manager: EntityManager, now: Date): Promise<Principal> {
  const key = { type: 'SERVICE_ACCOUNT', issuer: ownIssuer, subject: adminSubject } as const;
  const known = await manager.findOneBy(Principal, key);
  if (known) return known;
  const admin = manager.create(Principal, { ...key, id: newId(), name: 'admin', isSuperuser: true, createdAt: now });
  await manager.insert(Principal, admin);
  return admin;
}

interface SettingsToken {
  admin: Principal;
  adminToken: string | undefined;
  now: Date;
}

async function replaceSettingsToken(manager: EntityManager, { admin, adminToken, now }: SettingsToken): Promise<void> {
  const { id: principalId } = admin;
  const secretHash = adminToken === undefined ? undefined : hashOf(adminToken);
  const live = await manager.findBy(AccessToken, { principalId, name: settingsTokenName, revokedAt: IsNull() });
  for (const token of live.filter((token) => token.secretHash !== secretHash)) {
    await AccessRepository.revokeToken(manager, token.id, now);
    await AuditRepository.insert(manager, eventOf('TOKEN_REVOKE', token, { admin, now }));
  }
  if (adminToken === undefined || live.some((token) => token.secretHash === secretHash)) return;
  // It may have been set before, and taken back since.
  const former = await manager.findOneBy(AccessToken, { secretHash: hashOf(adminToken), principalId });
  if (!former) return insertToken(manager, { admin, name: settingsTokenName, secret: adminToken, now });
  await manager.update(AccessToken, { id: former.id }, { revokedAt: null });
  await AuditRepository.insert(manager, eventOf('TOKEN_CREATE', former, { admin, now }));
}

async function insertToken(
  manager: EntityManager,
  { admin, name, secret, now }: { admin: Principal; name: string; secret: string; now: Date },
): Promise<void> {
  const token = { id: newId(), principalId: admin.id, name, isSuperuser: true, expiresAt: null };
  await manager.insert(AccessToken, { ...token, secretHash: hashOf(secret), createdAt: now });
  await AuditRepository.insert(manager, eventOf('TOKEN_CREATE', token, { admin, now }));
}

/** What the server does by its settings, it does for the account that they are of. */
function eventOf(
  action: 'TOKEN_CREATE' | 'TOKEN_REVOKE',
  token: Parameters<typeof tokenEvent>[1],
  { admin, now }: { admin: Principal; now: Date },
): AuditEntry {
  return tokenEvent(action, token, { owner: admin, actor: { id: admin.id, name: admin.name }, at: now });
}
