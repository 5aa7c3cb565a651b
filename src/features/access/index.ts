import { MembershipResolver, PrincipalResolver, TokenResolver } from './access.resolver.js';
import { MyMembershipResolver, PrincipalRosterResolver, ProjectRosterResolver } from './roster.resolver.js';
import { AccessToken } from './accessToken.entity.js';
import { GroupMember } from './groupMember.entity.js';
import { Membership } from './membership.entity.js';
import { Principal } from './principal.entity.js';

export { MembershipResolver, PrincipalResolver, TokenResolver } from './access.resolver.js';
export { MyMembershipResolver, PrincipalRosterResolver, ProjectRosterResolver } from './roster.resolver.js';
export { RosterRepository } from './roster.repository.js';
export { AccessRepository } from './access.repository.js';
export { AttemptLimit } from './attemptLimit.js';
export { Authenticator } from './authenticator.js';
export { credentialIn, type Credential } from './credential.js';
export { DenialLog } from './denialLog.js';
export { DownloadSigner } from './downloadSigner.js';
export { enforcePolicy, type NoteDenial } from './enforcePolicy.js';
export { ensureFirstPrincipal } from './firstPrincipal.repository.js';
export { Guard } from './guard.js';
export { hiddenHeld } from './hiddenHeld.sql.js';
export { JwtVerifier } from './jwtVerifier.js';
export { PlaceRepository } from './place.repository.js';
export { Principal } from './principal.entity.js';
export { RoleService } from './role.service.js';
export { TokenService } from './token.service.js';
export { WrongCredentialLog } from './wrongCredentialLog.js';

/** Tables and resolvers of this feature. */
export const accessApi = {
  entities: [AccessToken, GroupMember, Membership, Principal],
  resolvers: [
    MembershipResolver,
    PrincipalResolver,
    MyMembershipResolver,
    PrincipalRosterResolver,
    ProjectRosterResolver,
    TokenResolver,
  ],
};
