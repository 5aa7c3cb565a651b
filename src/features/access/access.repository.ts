import { In, IsNull, type EntityManager } from 'typeorm';
import { andWhere, hasText, readRows, sql, type Database } from '../../database/index.js';
import { inKeyOrder, pageOf, type Page, type PageRequest } from '../../graphql/index.js';
import { newId } from '../../shared/clock.js';
import type { Role } from '../../shared/session.js';
import { AccessToken } from './accessToken.entity.js';
import { BrowserSession } from './browserSession.entity.js';
import { GroupMember } from './groupMember.entity.js';
import { ownIssuer, Principal, type PrincipalType } from './principal.entity.js';

/** A right of a principal, direct or through a group: one row each; one row without a project if there is none. */
export interface RightRow {
  principalId: string;
  isSuperuser: boolean;
  projectId: string | null;
  role: Role | null;
}

/** A valid token, and its principal. */
export interface LiveToken {
  tokenId: string;
  isSuperuser: boolean;
  isAwaited: boolean;
  expiresAt: string | null;
  principalId: string;
  principalName: string;
}

export interface PrincipalFilterValues {
  types?: readonly PrincipalType[] | null;
  search?: string | null;
}

/** All queries on principals, tokens and roles. */
export class AccessRepository {
  constructor(private readonly database: Database) {}

  principalById(id: string): Promise<Principal | null> {
    return this.database.read.findOneBy(Principal, { id });
  }

  tokenById(id: string): Promise<AccessToken | null> {
    return this.database.read.findOneBy(AccessToken, { id });
  }

  /** The token with a secret or an id, if it is neither revoked nor expired. */
  async liveToken(key: { secretHash: string } | { id: string }, now: string): Promise<LiveToken | undefined> {
    const isMeant = 'secretHash' in key ? sql`t.secret_hash = ${key.secretHash}` : sql`t.id = ${key.id}`;
    const [token] = await readRows<LiveToken>(
      this.database.read,
      sql`SELECT t.id AS token_id, t.is_superuser, t.is_awaited, t.expires_at, p.id AS principal_id, p.name AS principal_name
        FROM access_token t JOIN principal p ON p.id = t.principal_id
        WHERE ${isMeant} AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ${now})`,
    );
    return token;
  }

  /** The rights of a principal, direct and through its groups. */
  rightsOf(principalId: string): Promise<RightRow[]> {
    return readRows(
      this.database.read,
      sql`SELECT p.id AS principal_id, p.is_superuser, m.project_id, m.role
        FROM (SELECT ${principalId} AS id UNION SELECT group_id FROM group_member WHERE principal_id = ${principalId}) AS own
        JOIN principal p ON p.id = own.id
        LEFT JOIN membership m ON m.principal_id = p.id`,
    );
  }

  userBySubject(issuer: string, subject: string): Promise<Principal | null> {
    return this.database.read.findOneBy(Principal, { type: 'USER', issuer, subject });
  }

  principal(id: string): Promise<Principal | null> {
    return this.database.read.findOneBy(Principal, { id });
  }

  readonly principalsByIds = async (ids: readonly string[]): Promise<(Principal | null)[]> =>
    inKeyOrder(ids, await this.database.read.findBy(Principal, { id: In([...ids]) }), ({ id }) => id);

  /** Groups of a user by a claim of the issuer. */
  async claimedGroupIds(principalId: string): Promise<string[]> {
    const rows = await this.database.read.findBy(GroupMember, { principalId, isClaimed: true });
    return rows.map(({ groupId }) => groupId);
  }

  /** The groups of these claims; unknown claims are ignored. */
  async groupIdsByClaims(claims: readonly string[]): Promise<string[]> {
    if (claims.length === 0) return [];
    const rows = await this.database.read.find(Principal, {
      select: { id: true },
      where: { type: 'GROUP', subject: In([...claims]) },
    });
    return rows.map(({ id }) => id);
  }

  token(id: string): Promise<AccessToken | null> {
    return this.database.read.findOneBy(AccessToken, { id });
  }

  /** Newest first; only those of the principal, if given. */
  async tokens(principalId: string | null, request: PageRequest): Promise<Page<AccessToken>> {
    const filtered = () => {
      const query = this.database.read.createQueryBuilder(AccessToken, 'token');
      return principalId === null ? query : query.andWhere('token.principalId = :principalId', { principalId });
    };
    const query = filtered();
    const [afterId] = request.after ?? [];
    if (afterId !== undefined) query.andWhere('token.id < :afterId', { afterId });
    const rows = await query
      .orderBy('token.id', 'DESC')
      .limit(request.first + 1)
      .getMany();
    return pageOf(rows, request, { cursorOf: ({ id }) => [id], count: () => filtered().getCount() });
  }

  /** In the order of creation. */
  async principals({ types, search }: PrincipalFilterValues, request: PageRequest): Promise<Page<Principal>> {
    const filtered = () => {
      const query = this.database.read.createQueryBuilder(Principal, 'principal');
      if (types) query.andWhere('principal.type IN (:...types)', { types: [...types, ''] });
      if (search) andWhere(query, hasText(sql`principal.name`, search));
      return query;
    };
    const query = filtered();
    const [afterId] = request.after ?? [];
    if (afterId !== undefined) query.andWhere('principal.id > :afterId', { afterId });
    const rows = await query
      .orderBy('principal.id')
      .limit(request.first + 1)
      .getMany();
    return pageOf(rows, request, { cursorOf: ({ id }) => [id], count: () => filtered().getCount() });
  }

  /** Creates a service account, which is known only by its tokens. */
  static async insertServiceAccount(
    manager: EntityManager,
    { name, isSuperuser }: { name: string; isSuperuser?: boolean | null },
    createdAt: Date,
  ): Promise<Principal> {
    const id = newId();
    const account = manager.create(Principal, {
      ...{ id, type: 'SERVICE_ACCOUNT', name, issuer: ownIssuer, subject: id, createdAt },
      isSuperuser: isSuperuser ?? false,
    });
    await manager.insert(Principal, account);
    return account;
  }

  /** Ends the sessions of browsers that were begun with it, too. False if it was already revoked. */
  static async revokeToken(manager: EntityManager, id: string, revokedAt: Date): Promise<boolean> {
    await manager.delete(BrowserSession, { tokenId: id });
    const { affected } = await manager.update(AccessToken, { id, revokedAt: IsNull() }, { revokedAt });
    return affected === 1;
  }

  /** Whether a superuser would remain, direct or through a group, after a right or a membership was removed. */
  static async wouldHaveSuperuser(
    manager: EntityManager,
    { principalId = '', groupId = '', memberId = '' }: { principalId?: string; groupId?: string; memberId?: string },
  ): Promise<boolean> {
    const rows = await readRows(
      manager,
      sql`SELECT 1 FROM principal p WHERE p.type <> 'GROUP' AND ((p.is_superuser AND p.id <> ${principalId}) OR EXISTS (
        SELECT 1 FROM group_member m JOIN principal g ON g.id = m.group_id
        WHERE m.principal_id = p.id AND g.is_superuser AND g.id <> ${principalId}
          AND NOT (m.group_id = ${groupId} AND m.principal_id = ${memberId}))) LIMIT 1`,
    );
    return rows.length > 0;
  }

  static async isWithoutPrincipals(manager: EntityManager): Promise<boolean> {
    return !(await manager.exists(Principal));
  }
}
