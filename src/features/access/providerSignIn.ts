/**
 * Sign-in at an OpenID Connect provider: the authorization code flow with PKCE (OpenID Connect Core 1.0, RFC 7636). The browser carries
 * what the answer of the provider is held against; the tokens of the provider are read once and not kept.
 */
import type { Logger } from 'pino';
import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import type { OidcSignInSettings } from '../../shared/config.js';
import { claimedUserOf, type ClaimedUser } from './claimedUser.js';
import { FairTurns } from './fairTurns.js';
import type { SignInFailure } from './signInFailures.js';

/** What the browser keeps until the provider sends it back. */
export interface SignInChecks {
  state: string;
  nonce: string;
  verifier: string;
}

/** A sign-in that has begun: the address of the provider to go to. */
export interface StartedSignIn {
  url: string;
  checks: SignInChecks;
}

/** The answer of the provider: the address to which it sent the browser, and where that came from. */
export interface ProviderAnswer {
  /** With its query. */
  url: URL;
  checks: SignInChecks;
  /** The address of the client. */
  address: string;
}

export type Failed = { failure: SignInFailure };

const timeoutSeconds = 5;
const toleranceSeconds = 30;
/** Answers that are checked at the same time: each asks the provider. */
const maxAtOnce = 8;

export class ProviderSignIn {
  private found: Promise<Configuration> | undefined;
  private readonly queue = new FairTurns(maxAtOnce);

  constructor(
    private readonly settings: OidcSignInSettings,
    private readonly logger: Logger,
  ) {}

  /** Of the provider, for people. */
  get name(): string {
    return this.settings.name;
  }

  async start(redirectUrl: string): Promise<StartedSignIn | Failed> {
    try {
      const provider = await this.provider();
      const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(provider, {
        redirect_uri: redirectUrl,
        scope: this.settings.scopes,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, checks };
    } catch (error) {
      return this.failed(error);
    }
  }

  /** The user whom the provider names. */
  async finish({ url, checks, address }: ProviderAnswer): Promise<ClaimedUser | Failed> {
    if (url.searchParams.get('state') !== checks.state) return { failure: 'SIGN_IN_EXPIRED' };
    try {
      const claims = await this.queue.run(address, () => this.claimsOf(url, checks));
      return claimedUserOf(claims, this.settings) ?? { failure: 'SIGN_IN_FAILED' };
    } catch (error) {
      return this.failed(error);
    }
  }

  /** Of the ID token, and of the provider's description of the user if it has one: some name groups only there. */
  private async claimsOf(url: URL, { state, nonce, verifier }: SignInChecks): Promise<Record<string, unknown>> {
    const provider = await this.provider();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await authorizationCodeGrant(provider, url, checks);
    const { sub = '', ...claims } = tokens.claims() ?? {};
    const hasMore = provider.serverMetadata().userinfo_endpoint !== undefined;
    const more = hasMore ? await fetchUserInfo(provider, tokens.access_token, sub) : {};
    return { ...claims, ...more, sub };
  }

  private async provider(): Promise<Configuration> {
    this.found ??= discover(this.settings);
    try {
      return await this.found;
    } catch (error) {
      // The next sign-in tries again.
      this.found = undefined;
      throw error;
    }
  }

  private failed(error: unknown): Failed {
    const failure = failureOf(error);
    if (failure !== 'SIGN_IN_CANCELLED') this.logger.warn({ error }, 'a sign-in at the identity provider failed');
    return { failure };
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcSignInSettings): Promise<Configuration> {
  const isInsecure = issuer.startsWith('http:');
  const provider = await discovery(
    new URL(issuer),
    clientId,
    { [clockTolerance]: toleranceSeconds },
    clientSecret === undefined ? None() : secretAuth(clientSecret),
    // oxlint-disable-next-line typescript/no-deprecated -- marked only to stand out; a provider on this machine has no TLS
    { execute: isInsecure ? [allowInsecureRequests] : [], timeout: timeoutSeconds },
  );
  // The signature of the ID token is checked too: the connection to the provider may be without TLS.
  enableNonRepudiationChecks(provider);
  return provider;
}

/** Shows the secret in the way that the provider takes; by its header, unless it names others only (OpenID Connect Discovery 1.0). */
function secretAuth(secret: string): ClientAuth {
  const [byHeader, byBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  // oxlint-disable-next-line waybill/no-long-parameter-list -- the library calls it so
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const show = methods.includes('client_secret_basic') ? byHeader : byBody;
    show(server, client, body, headers);
  };
}

/** Codes of the library for a provider that does not answer, or not as one. */
const unavailableCodes: ReadonlySet<string | undefined> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

function failureOf(error: unknown): SignInFailure {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'SIGN_IN_CANCELLED';
    const isProviders = error.error === 'server_error' || error.error === 'temporarily_unavailable';
    return isProviders ? 'IDENTITY_PROVIDER_UNAVAILABLE' : 'SIGN_IN_FAILED';
  }
  // What the library does not know, it wraps: a connection that fails.
  const isUnavailable = error instanceof ClientError && (error.code === undefined || unavailableCodes.has(error.code));
  return isUnavailable ? 'IDENTITY_PROVIDER_UNAVAILABLE' : 'SIGN_IN_FAILED';
}
