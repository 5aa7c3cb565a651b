import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { AppError } from '../../shared/appError.js';
import type { OidcSettings } from '../../shared/config.js';

/** Who a JSON Web Token speaks of. */
export interface ClaimedUser {
  issuer: string;
  subject: string;
  name: string;
  /** Values of the claim of groups. */
  groups: string[];
}

/** Signatures by a key pair alone: with `none`, or a secret shared with others, anybody could write a token. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const clockToleranceSeconds = 30;
const discoveryTimeoutMs = 5000;

/** Checks access tokens of an OpenID Connect provider: signature, issuer, audience and times. */
export class JwtVerifier {
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(private readonly settings: OidcSettings) {}

  /**
   * Undefined for a token that does not hold.
   * @throws AppError IDENTITY_PROVIDER_UNAVAILABLE when the provider's keys can't be read.
   */
  async verify(token: string): Promise<ClaimedUser | undefined> {
    const { issuer, audience } = this.settings;
    const keys = await this.keySet();
    try {
      const options = { issuer, audience, algorithms, clockTolerance: clockToleranceSeconds };
      const { payload } = await jwtVerify(token, keys, { ...options, requiredClaims: ['exp', 'sub'] });
      return this.userOf(payload);
    } catch (error) {
      if (isTokenFault(error)) return undefined;
      throw AppError.identityProviderUnavailable(error);
    }
  }

  private userOf(payload: JWTPayload): ClaimedUser | undefined {
    const { sub } = payload;
    if (typeof sub !== 'string' || sub === '') return undefined;
    const names = [payload['name'], payload['preferred_username'], payload['email'], payload['client_id'], sub];
    const name = names.find((value) => typeof value === 'string' && value !== '') as string;
    const claim = payload[this.settings.groupsClaim];
    const groups = (Array.isArray(claim) ? claim : [claim]).filter((value) => typeof value === 'string');
    return { issuer: this.settings.issuer, subject: sub, name, groups };
  }

  private async keySet(): Promise<JWTVerifyGetKey> {
    this.keys ??= keySetOf(this.settings);
    try {
      return await this.keys;
    } catch (error) {
      // The next one tries again.
      this.keys = undefined;
      throw AppError.identityProviderUnavailable(error);
    }
  }
}

async function keySetOf({ issuer, jwksUrl }: OidcSettings): Promise<JWTVerifyGetKey> {
  return createRemoteJWKSet(new URL(jwksUrl ?? (await discoverKeys(issuer))));
}

/** Where the provider says that its keys are (OpenID Connect Discovery 1.0). */
async function discoverKeys(issuer: string): Promise<string> {
  const url = `${issuer.replace(/(?<!\/)\/+$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(discoveryTimeoutMs), redirect: 'error' });
  const { jwks_uri: keysUrl, issuer: named } = (await response.json()) as { jwks_uri?: unknown; issuer?: unknown };
  if (!response.ok || typeof keysUrl !== 'string' || named !== issuer) {
    throw new Error(`${url} does not describe the issuer ${issuer}.`);
  }
  return keysUrl;
}

/** Anything else, and what the library throws when the keys can't be fetched, is no fault of the token. */
function isTokenFault(error: unknown): boolean {
  const isLibrarys = error instanceof errors.JOSEError && error.constructor !== errors.JOSEError;
  return isLibrarys && !(error instanceof errors.JWKSTimeout) && !(error instanceof errors.JWKSInvalid);
}
