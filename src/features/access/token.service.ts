import type { Database } from '../../database/index.js';
import { isId, newId, type Clock } from '../../shared/clock.js';
import type { Actor } from '../../shared/actor.js';
import type { Problem } from '../../shared/problem.js';
import type { Session } from '../../shared/session.js';
import { AuditRepository } from '../audit/index.js';
import type { CreateTokenInput } from './access.inputs.js';
import { tokenEvent } from './accessEvents.js';
import {
  expiryPast,
  groupHasNoToken,
  nameMissing,
  principalNotFound,
  superuserForbidden,
  outlivesMaker,
} from './access.problems.js';
import { AccessRepository } from './access.repository.js';
import { isName } from './access.rules.js';
import { AccessToken } from './accessToken.entity.js';
import type { Principal } from './principal.entity.js';
import { hashOf, newSecret } from './secret.js';
import { errorProblem } from '../../shared/problem.js';

interface TokenServiceParts {
  database: Database;
  access: AccessRepository;
  clock: Clock;
}

interface TokenOutcome {
  token: AccessToken | null;
  secret: string | null;
  problems: Problem[];
}

/** Creates and revokes tokens. */
export class TokenService {
  constructor(private readonly parts: TokenServiceParts) {}

  /** Creates a token for an existing principal or a new service account. Its secret is returned once and never again. */
  async create(input: CreateTokenInput, session: Session): Promise<TokenOutcome> {
    const { database, clock, access } = this.parts;
    const { principalId = null } = input;
    const principal = principalId !== null && isId(principalId) ? await access.principal(principalId) : null;
    const problems = this.check(input, principal, session);
    if (input.isSuperuser === true && !(await this.mayBeSuperuser(principal, session)))
      problems.push(superuserForbidden());
    if (problems.length > 0) return { token: null, secret: null, problems };
    const now = new Date(clock.now());
    const secret = newSecret();
    const token = await database.write(async (manager) => {
      const owner = principal ?? (await AccessRepository.insertServiceAccount(manager, input, now));
      const made = manager.create(AccessToken, {
        ...{ id: newId(), principalId: owner.id, name: input.name, secretHash: hashOf(secret), createdAt: now },
        ...{ isSuperuser: input.isSuperuser ?? false, expiresAt: input.expiresAt ?? null, revokedAt: null },
      });
      await manager.insert(AccessToken, made);
      await AuditRepository.insert(manager, tokenEvent('TOKEN_CREATE', made, { owner, at: now, actor: session.actor }));
      return made;
    });
    return { token, secret, problems: [] };
  }

  /** Revokes a token at once; one that was already revoked stays revoked. */
  async revoke(id: string, actor: Actor): Promise<{ revokedId: string | null; problems: Problem[] }> {
    const { database, access, clock } = this.parts;
    const token = isId(id) ? await access.token(id) : null;
    if (!token) {
      const problem = errorProblem('NOT_FOUND', 'There is no token with this id.', { path: ['input', 'id'] });
      return { revokedId: null, problems: [problem] };
    }
    const owner = await access.principal(token.principalId);
    const at = new Date(clock.now());
    await database.write(async (manager) => {
      if (await AccessRepository.revokeToken(manager, id, at))
        await AuditRepository.insert(manager, tokenEvent('TOKEN_REVOKE', token, { owner, at, actor }));
    });
    return { revokedId: id, problems: [] };
  }

  private check(input: CreateTokenInput, principal: Principal | null, session: Session): Problem[] {
    const problems: Problem[] = isName(input.name) ? [] : [nameMissing()];
    const isNamed = input.principalId !== null && input.principalId !== undefined;
    if (isNamed && !principal) problems.push(principalNotFound('principalId'));
    if (principal?.type === 'GROUP') problems.push(groupHasNoToken());
    if (input.expiresAt && input.expiresAt.toISOString() <= this.parts.clock.now()) problems.push(expiryPast());
    const { tokenEndsAt, actor } = session;
    const endsAt = input.expiresAt?.toISOString() ?? '9999';
    if (principal?.id === actor.id && tokenEndsAt !== undefined && endsAt > tokenEndsAt)
      problems.push(outlivesMaker(tokenEndsAt));
    return problems;
  }

  /** A new service account may get the right with the token; existing principals must be superusers, direct or through a group. */
  private async mayBeSuperuser(principal: Principal | null, session: Session): Promise<boolean> {
    if (!session.isSuperuser || !principal) return session.isSuperuser;
    const rights = await this.parts.access.rightsOf(principal.id);
    return rights.some(({ isSuperuser }) => isSuperuser);
  }
}
