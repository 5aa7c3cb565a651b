import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

interface ProviderKey {
  kid: string;
  alg: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  jwk: JWK;
}

/** What is told of a token beyond the usual. */
export interface TokenClaims extends JWTPayload {
  [claim: string]: unknown;
}

export const audience = 'waybill-tests';

/** An OpenID Connect provider on this machine, as far as a server asks one: discovery and keys. */
export class IdentityProvider {
  /** Whether it fails whatever it is asked. */
  isBroken = false;
  private keys: ProviderKey[] = [];

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(): Promise<IdentityProvider> {
    const server = createServer((request, response) => {
      const body = provider.isBroken ? undefined : provider.answer(request.url ?? '');
      response.writeHead(body ? 200 : 500, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const provider: IdentityProvider = new IdentityProvider(server, `http://127.0.0.1:${port}`);
    await provider.addKey('RS256');
    return provider;
  }

  /** Settings of a server that takes its tokens. */
  get settings(): Record<string, string> {
    return { WAYBILL_OIDC_ISSUER: this.issuer, WAYBILL_OIDC_AUDIENCE: audience };
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  /** Signs with a new key from now on; the earlier ones stay known. */
  async addKey(alg: 'RS256' | 'ES256'): Promise<void> {
    this.keys.unshift(await makeKey(alg, `key-${this.keys.length}-${alg}`));
  }

  /** Signs with a new key from now on, and with no other. */
  async replaceKeys(): Promise<void> {
    this.keys = [await makeKey('RS256', `rotated-${this.keys[0]?.kid ?? ''}`)];
  }

  /** A token as the server takes it, but for what is told of it; null leaves a claim out. */
  token(claims: TokenClaims = {}, header: Record<string, unknown> = {}): Promise<string> {
    const [key] = this.keys;
    if (!key) throw new Error('The provider has no key.');
    return this.jwt(claims)
      .setProtectedHeader({ alg: key.alg, kid: key.kid, ...header })
      .sign(key.privateKey);
  }

  /** A token that nobody signed. */
  unsigned(claims: TokenClaims = {}): string {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none', typ: 'JWT' })}.${part(this.payload(claims))}.`;
  }

  /** A token that is signed with what everybody knows, as if that were a secret. */
  async signedWithPublicKey(claims: TokenClaims = {}): Promise<string> {
    const [key] = this.keys;
    if (!key) throw new Error('The provider has no key.');
    const secret = new TextEncoder().encode(await exportSPKI(key.publicKey));
    return this.jwt(claims).setProtectedHeader({ alg: 'HS256', kid: key.kid }).sign(secret);
  }

  private jwt(claims: TokenClaims): SignJWT {
    return new SignJWT(this.payload(claims));
  }

  private payload(claims: TokenClaims): JWTPayload {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: this.issuer, aud: audience, sub: 'ada', name: 'Ada', iat: now, exp: now + 3600 };
    const all = Object.entries<unknown>({ ...usual, ...claims }).filter(([, value]) => value !== null);
    return Object.fromEntries(all);
  }

  private answer(path: string): object | undefined {
    if (path === '/keys') return { keys: this.keys.map(({ jwk }) => jwk) };
    const isDiscovery = path === '/.well-known/openid-configuration';
    return isDiscovery ? { issuer: this.issuer, jwks_uri: `${this.issuer}/keys` } : undefined;
  }
}

async function makeKey(alg: string, kid: string): Promise<ProviderKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}
