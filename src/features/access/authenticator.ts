import type { Database } from '../../database/index.js';
import { AppError } from '../../shared/appError.js';
import type { Clock } from '../../shared/clock.js';
import type { Session } from '../../shared/session.js';
import type { AccessRepository, LiveToken } from './access.repository.js';
import type { AttemptLimit } from './attemptLimit.js';
import type { LiveSession } from './browserSession.repository.js';
import type { BrowserSessions } from './browserSessions.js';
import type { Credential } from './credential.js';
import type { Signatory } from './downloadSigner.js';
import type { ClaimedUser } from './claimedUser.js';
import { keepClaimedUser } from './claimedUsers.js';
import { noteFirstUse } from './firstPrincipal.repository.js';
import type { JwtVerifier } from './jwtVerifier.js';
import { hashOf } from './secret.js';
import { sessionOf } from './session.js';
import type { WrongCredentialLog, WrongCredentialType } from './wrongCredentialLog.js';

interface AuthenticatorParts {
  database: Database;
  access: AccessRepository;
  /** Undefined without an identity provider. */
  jwtVerifier: JwtVerifier | undefined;
  browserSessions: BrowserSessions;
  attempts: AttemptLimit;
  wrongCredentials: WrongCredentialLog;
  clock: Clock;
}

/** Turns credentials into sessions. */
export class Authenticator {
  constructor(private readonly parts: AuthenticatorParts) {}

  /**
   * @param address The source of the credential.
   * @throws AppError UNAUTHENTICATED without a valid credential, TOO_MANY_ATTEMPTS after too many invalid ones,
   * IDENTITY_PROVIDER_UNAVAILABLE if it cannot be checked
   */
  async authenticate(credential: Credential | undefined, address: string): Promise<Session> {
    if (!credential) throw AppError.unauthenticated('Send a token: "Authorization: Bearer <token>".');
    if (credential.type === 'SESSION') return this.bySessionInUse(credential.text);
    const session = await this.find(credential, address);
    if (session) return session;
    await this.noteWrong(credential.type, address);
    throw AppError.unauthenticated('The token is unknown, revoked or expired. Ask for a new one.');
  }

  /**
   * Records and counts a wrong credential.
   * @throws AppError TOO_MANY_ATTEMPTS after too many
   */
  async noteWrong(type: WrongCredentialType, address: string): Promise<void> {
    this.parts.wrongCredentials.note(type, address);
    await this.parts.attempts.noteWrong(address);
  }

  /** The session of a user whom the identity provider has named. */
  async ofUser(claimed: ClaimedUser): Promise<Session> {
    const { id, name } = await keepClaimedUser(this.parts, claimed);
    return sessionOf({ id, name }, await this.parts.access.rightsOf(id), true);
  }

  /** The session of a credential, without noting its use; undefined if it is not valid, or no longer. */
  async find({ type, text }: Credential, address: string): Promise<Session | undefined> {
    if (type === 'SESSION') {
      const live = await this.parts.browserSessions.find(text);
      return live && this.ofBrowserSession(live);
    }
    return type === 'JWT' ? this.byJwt(text, address) : this.bySecret(text);
  }

  /** The current session of the signatory of a link; undefined if the token that it was signed with is no longer valid. */
  async sessionOf({ principalId, tokenId }: Signatory): Promise<Session | undefined> {
    const { access, clock } = this.parts;
    if (tokenId !== undefined) {
      const token = await access.liveToken({ id: tokenId }, clock.now());
      return token?.principalId === principalId ? this.ofToken(token) : undefined;
    }
    return this.inNameOf(principalId, true);
  }

  /** The current session of a principal, for work in its name without a credential; undefined if it does not exist. */
  async inNameOf(principalId: string, mayBeSuperuser: boolean): Promise<Session | undefined> {
    const { access } = this.parts;
    const principal = await access.principal(principalId);
    return principal ? sessionOf(principal, await access.rightsOf(principal.id), mayBeSuperuser) : undefined;
  }

  private async bySecret(text: string): Promise<Session | undefined> {
    const { access, clock } = this.parts;
    const token = await access.liveToken({ secretHash: hashOf(text) }, clock.now());
    if (token?.isAwaited) await noteFirstUse(this.parts, token.tokenId);
    return token && this.ofToken(token);
  }

  /** Wrong ones are not counted: browsers send ended sessions by themselves, and a secret cannot be guessed. */
  private async bySessionInUse(secret: string): Promise<Session> {
    const { browserSessions } = this.parts;
    const live = await browserSessions.find(secret);
    if (!live) throw AppError.unauthenticated('The session has ended. Sign in again.');
    browserSessions.noteUse(live);
    return this.ofBrowserSession(live);
  }

  private async ofBrowserSession({ tokenId, ...live }: LiveSession): Promise<Session> {
    if (tokenId !== null) return this.ofToken({ ...live, tokenId });
    const actor = { id: live.principalId, name: live.principalName };
    const session = sessionOf(actor, await this.parts.access.rightsOf(actor.id), true);
    return { ...session, shown: { endsAt: live.sessionEndsAt } };
  }

  private async ofToken(token: Omit<LiveToken, 'isAwaited'>): Promise<Session> {
    const actor = { id: token.principalId, name: token.principalName };
    const rights = await this.parts.access.rightsOf(actor.id);
    const session = sessionOf(actor, rights, token.isSuperuser);
    const shown = { ...session, shown: { tokenId: token.tokenId } };
    return token.expiresAt === null ? shown : { ...shown, tokenEndsAt: token.expiresAt };
  }

  private async byJwt(text: string, address: string): Promise<Session | undefined> {
    const claimed = await this.parts.jwtVerifier?.verify(text, address);
    if (!claimed) return undefined;
    return { ...(await this.ofUser(claimed)), shown: { endsAt: claimed.endsAt } };
  }
}
