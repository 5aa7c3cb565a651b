import { IsNull, type EntityManager } from 'typeorm';
import type { Database } from '../../database/index.js';
import { newId, type Clock } from '../../shared/clock.js';
import type { Actor } from '../../shared/actor.js';
import { AccessRepository } from './access.repository.js';
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
    await replaceSettingsToken(manager, { principalId: admin.id, adminToken, now });
    const actor = { id: admin.id, name: admin.name };
    if (!isNew || adminToken !== undefined) return { actor, secret: undefined };
    const secret = newSecret();
    await insertToken(manager, { principalId: admin.id, name: firstTokenName, secret, now });
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
  principalId: string;
  adminToken: string | undefined;
  now: Date;
}

async function replaceSettingsToken(
  manager: EntityManager,
  { principalId, adminToken, now }: SettingsToken,
): Promise<void> {
  const secretHash = adminToken === undefined ? undefined : hashOf(adminToken);
  const live = await manager.findBy(AccessToken, { principalId, name: settingsTokenName, revokedAt: IsNull() });
  for (const token of live.filter((token) => token.secretHash !== secretHash)) {
    await manager.update(AccessToken, { id: token.id }, { revokedAt: now });
  }
  if (adminToken === undefined || live.some((token) => token.secretHash === secretHash)) return;
  // It may have been set before, and taken back since.
  const { affected } = await manager.update(
    AccessToken,
    { secretHash: hashOf(adminToken), principalId },
    { revokedAt: null },
  );
  if (affected === 0) await insertToken(manager, { principalId, name: settingsTokenName, secret: adminToken, now });
}

async function insertToken(
  manager: EntityManager,
  { principalId, name, secret, now }: { principalId: string; name: string; secret: string; now: Date },
): Promise<void> {
  const token = { id: newId(), principalId, name, secretHash: hashOf(secret), isSuperuser: true, createdAt: now };
  await manager.insert(AccessToken, token);
}
