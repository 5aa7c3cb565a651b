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
/** Maximum number of shown and unused tokens that are valid at the same time. */
const maxAwaited = 10;

interface Parts {
  database: Database;
  clock: Clock;
  /** The secret in the settings; undefined if none is set. */
  adminToken: string | undefined;
}

/** The first service account, and the secret of its first token, which cannot be shown again. */
export interface FirstPrincipal {
  actor: Actor;
  /** Undefined unless the token was just created. */
  secret: string | undefined;
}

/** The name of the lock on the account and its first tokens. */
const lockName = 'principal admin';

/**
 * Sees to it that somebody can get in: the settings' token holds, and no earlier one of theirs; without such a setting, a server makes a
 * token as long as it knows nobody, or has only shown tokens that nobody has used. Who started it may not have seen them: the start
 * failed after all, or its output went nowhere. Those shown before hold until one of them was used: servers may share the database.
 */
export function ensureFirstPrincipal({ database, clock, adminToken }: Parts): Promise<FirstPrincipal> {
  return database.write(async (manager) => {
    const isNew = await AccessRepository.isWithoutPrincipals(manager);
    const awaited = await awaitedTokens(manager);
    const now = new Date(clock.now());
    const admin = await ensureAdmin(manager, now);
    await replaceSettingsToken(manager, { admin, adminToken, now });
    const actor = { id: admin.id, name: admin.name };
    if ((!isNew && awaited.length === 0) || adminToken !== undefined) return { actor, secret: undefined };
    const secret = newSecret();
    await revoke(manager, awaited.slice(maxAwaited - 1), { admin, now });
    await insertToken(manager, { admin, name: firstTokenName, secret, now, isAwaited: true });
    return { actor, secret };
  }, lockName);
}

/** Once a first token was used, the other shown ones are revoked, and no start shows another. */
export async function noteFirstUse(
  { database, clock }: Pick<Parts, 'database' | 'clock'>,
  usedId: string,
): Promise<void> {
  await database.write(async (manager) => {
    const awaited = await awaitedTokens(manager);
    if (!awaited.some(({ id }) => id === usedId)) return;
    const now = new Date(clock.now());
    const admin = await ensureAdmin(manager, now);
    const others = awaited.filter(({ id }) => id !== usedId);
    await revoke(manager, others, { admin, now });
    await manager.update(AccessToken, { isAwaited: true }, { isAwaited: false });
  }, lockName);
}

/** The newest first. */
function awaitedTokens(manager: EntityManager): Promise<AccessToken[]> {
  return manager.find(AccessToken, { where: { isAwaited: true, revokedAt: IsNull() }, order: { id: 'DESC' } });
}

async function revoke(
  manager: EntityManager,
  tokens: readonly AccessToken[],
  { admin, now }: { admin: Principal; now: Date },
): Promise<void> {
  for (const token of tokens) {
    await AccessRepository.revokeToken(manager, token.id, now);
    await AuditRepository.insert(manager, eventOf('TOKEN_REVOKE', token, { admin, now }));
  }
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
  const former = live.filter((token) => token.secretHash !== secretHash);
  await revoke(manager, former, { admin, now });
  if (adminToken === undefined || live.some((token) => token.secretHash === secretHash)) return;
  // It may have been set and revoked before.
  const earlier = await manager.findOneBy(AccessToken, { secretHash: hashOf(adminToken), principalId });
  if (!earlier) return insertToken(manager, { admin, name: settingsTokenName, secret: adminToken, now });
  await manager.update(AccessToken, { id: earlier.id }, { revokedAt: null });
  await AuditRepository.insert(manager, eventOf('TOKEN_CREATE', earlier, { admin, now }));
}

interface NewToken {
  admin: Principal;
  name: string;
  secret: string;
  now: Date;
  isAwaited?: boolean;
}

async function insertToken(
  manager: EntityManager,
  { admin, name, secret, now, isAwaited = false }: NewToken,
): Promise<void> {
  const token = { id: newId(), principalId: admin.id, name, isSuperuser: true, isAwaited, expiresAt: null };
  await manager.insert(AccessToken, { ...token, secretHash: hashOf(secret), createdAt: now });
  await AuditRepository.insert(manager, eventOf('TOKEN_CREATE', token, { admin, now }));
}

/** Changes by settings are recorded with the account that they belong to. */
function eventOf(
  action: 'TOKEN_CREATE' | 'TOKEN_REVOKE',
  token: Parameters<typeof tokenEvent>[1],
  { admin, now }: { admin: Principal; now: Date },
): AuditEntry {
  return tokenEvent(action, token, { owner: admin, actor: { id: admin.id, name: admin.name }, at: now });
}
