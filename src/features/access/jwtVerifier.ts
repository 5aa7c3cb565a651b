import { setTimeout as wait } from 'node:timers/promises';
import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type CryptoKey,
  type JWTHeaderParameters,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { AppError } from '../../shared/appError.js';
import type { OidcSettings } from '../../shared/config.js';
import { withoutSlash } from '../../shared/withoutSlash.js';
import { claimedUserOf, type ClaimedUser } from './claimedUser.js';
import { FairTurns } from './fairTurns.js';

/** The user of an access token. */
export interface VerifiedUser extends ClaimedUser {
  /** The expiry time of the token, ISO 8601. */
  endsAt: string;
}

/** Only signatures by a key pair: with `none` or a shared secret, anybody could create tokens. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const clockToleranceSeconds = 30;
/** The end of the year 9999. */
const latestSeconds = 253_402_300_799;
const discoveryTimeoutMs = 5000;
/** Signature checks at the same time; they share the thread pool of the process with file access. */
const maxAtOnce = 2;
/** Minimum time between two fetches of the keys, if a token names an unknown key. */
const keysPauseMs = 1000;

/** Checks access tokens of an OpenID Connect provider: signature, issuer, audience and times. */
export class JwtVerifier {
  private keys: Promise<JWTVerifyGetKey> | undefined;
  private readonly queue = new FairTurns(maxAtOnce);

  constructor(private readonly settings: OidcSettings) {}

  /**
   * The user of a token; undefined if it is not valid. Tokens from the same address wait for each other, so a flood of wrong
   * ones delays a right one, but never refuses it.
   * @throws AppError IDENTITY_PROVIDER_UNAVAILABLE if the keys of the provider cannot be read
   */
  async verify(token: string, address: string): Promise<VerifiedUser | undefined> {
    const keys = await this.keySet();
    try {
      return await this.userIn(token, { keys, address });
    } catch (error) {
      if (isTokenFault(error)) return undefined;
      throw AppError.identityProviderUnavailable(error);
    }
  }

  private async userIn(
    token: string,
    from: { keys: JWTVerifyGetKey; address: string },
  ): Promise<VerifiedUser | undefined> {
    const { issuer, audience } = this.settings;
    const options = { issuer, audience, algorithms, clockTolerance: clockToleranceSeconds };
    const header = headerOf(token);
    if (!header) return undefined;
    // Before the turn of this token: the keys may have to be fetched.
    const key = await keyOf(header, from.keys);
    const check = () => jwtVerify(token, key, { ...options, requiredClaims: ['exp', 'sub'] });
    return this.userOf((await this.queue.run(from.address, check)).payload);
  }

  private userOf(payload: JWTPayload): VerifiedUser | undefined {
    const user = claimedUserOf(payload, this.settings);
    return user && { ...user, endsAt: endOf(payload.exp ?? 0) };
  }

  private async keySet(): Promise<JWTVerifyGetKey> {
    this.keys ??= keySetOf(this.settings);
    try {
      return await this.keys;
    } catch (error) {
      // The next token retries.
      this.keys = undefined;
      throw AppError.identityProviderUnavailable(error);
    }
  }
}

/** A token may have an expiry time beyond the range of dates. */
function endOf(seconds: number): string {
  return new Date(Math.min(seconds, latestSeconds) * 1000).toISOString();
}

function headerOf(token: string): JWTHeaderParameters | undefined {
  try {
    return decodeProtectedHeader(token) as JWTHeaderParameters;
  } catch {
    // The library throws for texts that only look like a token.
    return undefined;
  }
}

async function keyOf(header: JWTHeaderParameters, keys: JWTVerifyGetKey): Promise<CryptoKey> {
  const find = async () => (await keys(header, { payload: '', signature: '' })) as CryptoKey;
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    // The keys may have been read a moment ago, before the provider had the key of this token.
    await wait(keysPauseMs);
    return find();
  }
}

async function keySetOf({ issuer, jwksUrl }: OidcSettings): Promise<JWTVerifyGetKey> {
  return createRemoteJWKSet(new URL(jwksUrl ?? (await discoverKeys(issuer))), { cooldownDuration: keysPauseMs });
}

/** The URL of the provider's keys (OpenID Connect Discovery 1.0). */
async function discoverKeys(issuer: string): Promise<string> {
  const url = `${withoutSlash(issuer)}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(discoveryTimeoutMs), redirect: 'error' });
  const { jwks_uri: keysUrl, issuer: named } = (await response.json()) as { jwks_uri?: unknown; issuer?: unknown };
  if (!response.ok || typeof keysUrl !== 'string' || named !== issuer) {
    throw new Error(`${url} does not describe the issuer ${issuer}.`);
  }
  return keysUrl;
}

/** Other errors, such as a failed fetch of the keys, are no fault of the token. */
function isTokenFault(error: unknown): boolean {
  const isLibrarys = error instanceof errors.JOSEError && error.constructor !== errors.JOSEError;
  return isLibrarys && !(error instanceof errors.JWKSTimeout) && !(error instanceof errors.JWKSInvalid);
}
