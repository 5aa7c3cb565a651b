import type { Database } from '../../database/index.js';
import { newId, type Clock } from '../../shared/clock.js';
import { AuditRepository } from '../audit/index.js';
import type { AccessRepository } from './access.repository.js';
import { principalEvent } from './accessEvents.js';
import { GroupMember } from './groupMember.entity.js';
import type { ClaimedUser } from './claimedUser.js';
import { Principal } from './principal.entity.js';

interface Parts {
  database: Database;
  access: AccessRepository;
  clock: Clock;
}

/** Stores a user of an identity provider and their groups; writes only differences. */
export async function keepClaimedUser(parts: Parts, claimed: ClaimedUser): Promise<Principal> {
  const { access } = parts;
  const known = await access.userBySubject(claimed.issuer, claimed.subject);
  const groupIds = await access.groupIdsByClaims(claimed.groups);
  const isAsKnown = known?.name === claimed.name && isSameSet(await access.claimedGroupIds(known.id), groupIds);
  return isAsKnown ? known : writeUser(parts, claimed, groupIds);
}

function writeUser({ database, clock }: Parts, claimed: ClaimedUser, groupIds: string[]): Promise<Principal> {
  const { issuer, subject, name } = claimed;
  return database.write(async (manager) => {
    const known = await manager.findOneBy(Principal, { type: 'USER', issuer, subject });
    const createdAt = new Date(clock.now());
    const made = { id: newId(), type: 'USER', issuer, subject, name, isSuperuser: false, createdAt } as const;
    const user = known ?? manager.create(Principal, made);
    user.name = name;
    if (known) await manager.update(Principal, { id: known.id }, { name });
    else await manager.insert(Principal, user);
    const former = await manager.findBy(GroupMember, { principalId: user.id, isClaimed: true });
    await manager.delete(GroupMember, { principalId: user.id, isClaimed: true });
    const members = groupIds.map((groupId) => ({ principalId: user.id, groupId, isClaimed: true }));
    if (members.length > 0)
      await manager.createQueryBuilder().insert().into(GroupMember).values(members).orIgnore().execute();
    const formerIds = former.map(({ groupId }) => groupId);
    if (!isSameSet(formerIds, groupIds)) {
      const actor = { id: user.id, name };
      const detail = { source: 'IDENTITY_PROVIDER', groupIds, formerGroupIds: formerIds };
      const facts = { action: 'GROUP_CHANGE', actor, at: createdAt, detail } as const;
      await AuditRepository.insert(manager, principalEvent(user, facts));
    }
    return user;
  }, `principal ${issuer} ${subject}`);
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const set = new Set(one);
  return set.size === other.length && other.every((value) => set.has(value));
}
