import type { Database } from '../../database/index.js';
import { AppError } from '../../shared/appError.js';
import type { Clock } from '../../shared/clock.js';
import type { Session } from '../../shared/session.js';
import type { AccessRepository } from './access.repository.js';
import type { AttemptLimit } from './attemptLimit.js';
import type { Credential } from './credential.js';
import type { Signatory } from './downloadSigner.js';
import { keepClaimedUser } from './claimedUsers.js';
import type { JwtVerifier } from './jwtVerifier.js';
import { hashOf } from './secret.js';
import { sessionOf } from './session.js';

interface AuthenticatorParts {
  database: Database;
  access: AccessRepository;
  /** Undefined where no identity provider is set. */
  jwtVerifier: JwtVerifier | undefined;
  attempts: AttemptLimit;
  clock: Clock;
}

/** Tells from a credential who asks, and what they may. */
export class Authenticator {
  constructor(private readonly parts: AuthenticatorParts) {}

  /**
   * @param address Where the credential came from.
   * @throws AppError UNAUTHENTICATED without a credential that holds, TOO_MANY_ATTEMPTS after too many of those,
   *   IDENTITY_PROVIDER_UNAVAILABLE when that can't be told.
   */
  async authenticate(credential: Credential | undefined, address: string): Promise<Session> {
    const { attempts } = this.parts;
    if (!credential) throw AppError.unauthenticated('Send a token: "Authorization: Bearer <token>".');
    const hash = hashOf(credential.text);
    await attempts.ensureMayTry(address, hash);
    const session = await this.find(credential, hash);
    if (!session) {
      await attempts.noteWrong(address, hash);
      throw AppError.unauthenticated('The token is unknown, revoked or expired. Ask for a new one.');
    }
    attempts.noteRight(hash);
    return session;
  }

  /** The session of a credential that was taken before; undefined when it does not hold any more. */
  find(credential: Credential, hash = hashOf(credential.text)): Promise<Session | undefined> {
    return credential.type === 'JWT' ? this.byJwt(credential.text) : this.byToken(hash);
  }

  /** What somebody may now for whom an address was signed. */
  async sessionOf({ principalId, isSuperuser }: Signatory): Promise<Session | undefined> {
    const { access } = this.parts;
    const principal = await access.principal(principalId);
    return principal ? sessionOf(principal, await access.rightsOf(principal.id), isSuperuser) : undefined;
  }

  private async byToken(hash: string): Promise<Session | undefined> {
    const { access, clock } = this.parts;
    const token = await access.liveToken(hash, clock.now());
    if (!token) return undefined;
    const actor = { id: token.principalId, name: token.principalName };
    const session = sessionOf(actor, await access.rightsOf(actor.id), Boolean(token.isTokenSuperuser));
    return token.expiresAt === null ? session : { ...session, tokenEndsAt: token.expiresAt };
  }

  private async byJwt(text: string): Promise<Session | undefined> {
    const claimed = await this.parts.jwtVerifier?.verify(text);
    if (!claimed) return undefined;
    const { id, name } = await keepClaimedUser(this.parts, claimed);
    return sessionOf({ id, name }, await this.parts.access.rightsOf(id), true);
  }
}
