import type { Logger } from 'pino';
import type { Database } from '../../database/index.js';
import type { RedisLink } from '../../redis/redisLink.js';
import type { Clock } from '../../shared/clock.js';
import type { Config } from '../../shared/config.js';
import type { ProjectRepository } from '../projects/index.js';
import { AccessRepository } from './access.repository.js';
import { AttemptLimit } from './attemptLimit.js';
import { Authenticator } from './authenticator.js';
import { BrowserSessions } from './browserSessions.js';
import { DenialLog } from './denialLog.js';
import { DownloadSigner } from './downloadSigner.js';
import { Guard } from './guard.js';
import { JwtVerifier } from './jwtVerifier.js';
import { PlaceRepository } from './place.repository.js';
import { ProviderSignIn } from './providerSignIn.js';
import { RoleService } from './role.service.js';
import { RosterRepository } from './roster.repository.js';
import { TokenService } from './token.service.js';
import { WrongCredentialLog } from './wrongCredentialLog.js';
import { MembershipResolver, PrincipalResolver, TokenResolver } from './access.resolver.js';
import { MyMembershipResolver, PrincipalRosterResolver, ProjectRosterResolver } from './roster.resolver.js';
import { AccessToken } from './accessToken.entity.js';
import { BrowserSession } from './browserSession.entity.js';
import { GroupMember } from './groupMember.entity.js';
import { Membership } from './membership.entity.js';
import { Principal } from './principal.entity.js';

export { AccessRepository } from './access.repository.js';
export { Authenticator } from './authenticator.js';
export type { BrowserSessions } from './browserSessions.js';
export { credentialIn, credentialOfToken, type Credential } from './credential.js';
export { DownloadSigner } from './downloadSigner.js';
export { deniedProblem } from './denied.js';
export { enforcePolicy } from './enforcePolicy.js';
export { ensureFirstPrincipal } from './firstPrincipal.repository.js';
export { Guard } from './guard.js';
export type { ProviderSignIn, SignInChecks } from './providerSignIn.js';
export { signInSentence, type SignInFailure } from './signInFailures.js';
export { hasReader, isHiddenHeld, isOpenTo } from './readers.sql.js';
export { Principal } from './principal.entity.js';

interface AccessParts {
  config: Pick<Config, 'oidc' | 'oidcSignIn' | 'sessions'>;
  logger: Logger;
  database: Database;
  clock: Clock;
  redis: RedisLink | undefined;
  signingKey: string;
  projects: ProjectRepository;
}

/** The tables, resolvers and services of this feature. */
export const accessApi = {
  entities: [AccessToken, BrowserSession, GroupMember, Membership, Principal],
  resolvers: [
    MembershipResolver,
    PrincipalResolver,
    MyMembershipResolver,
    PrincipalRosterResolver,
    ProjectRosterResolver,
    TokenResolver,
  ],
  wire: (parts: AccessParts) => {
    const { database, clock, projects } = parts;
    const access = new AccessRepository(database);
    const roles = new RoleService({ ...parts, access });
    const roster = new RosterRepository(database);
    const { sessions, oidcSignIn } = parts.config;
    const browserSessions = new BrowserSessions({ ...parts, settings: sessions });
    return {
      parts: {
        access,
        authenticator: authenticatorOf(parts, access, browserSessions),
        browserSessions,
        /** Undefined if nobody signs in at an identity provider. */
        providerSignIn: oidcSignIn && new ProviderSignIn(oidcSignIn, parts.logger),
        noteDenial: new DenialLog({ database, clock }).note,
        guard: new Guard(new PlaceRepository(database)),
        signer: new DownloadSigner(parts.signingKey, clock),
      },
      resolvers: [
        new MembershipResolver(access, roles, projects),
        new PrincipalResolver(access, roles),
        new MyMembershipResolver(),
        new PrincipalRosterResolver(roster, access),
        new ProjectRosterResolver(roster),
        new TokenResolver(access, new TokenService({ ...parts, access })),
      ],
      nodes: [(id: string) => access.principalById(id), (id: string) => access.tokenById(id)],
    };
  },
};

function authenticatorOf(
  { config, logger, database, clock, redis }: AccessParts,
  access: AccessRepository,
  browserSessions: BrowserSessions,
): Authenticator {
  const jwtVerifier = config.oidc && new JwtVerifier(config.oidc);
  const wrongCredentials = new WrongCredentialLog({ database, clock, logger });
  const parts = { database, access, jwtVerifier, browserSessions, wrongCredentials, clock };
  return new Authenticator({ ...parts, attempts: new AttemptLimit(redis) });
}
