/** A real OpenID Connect provider in this process, at which people sign in without a page. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import type { default as Provider } from 'oidc-provider';
import { Browser } from './browser.js';

interface Person {
  name: string;
  groups: string[];
}

const clientId = 'waybill-console';
const clientSecret = 'a-secret-of-the-client: with signs & blanks';

export class SignInProvider {
  /** Who signs in next; undefined: nobody, they cancel. */
  next: string | undefined = 'ada';
  /** Whether it fails whatever it is asked. */
  isBroken = false;
  readonly personBySubject = new Map<string, Person>([['ada', { name: 'Ada', groups: ['staff'] }]]);

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  /** `redirectUris`: where it may send browsers back to; it takes any port of them. */
  static async start(redirectUris: string[]): Promise<SignInProvider> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const made = new SignInProvider(server, `http://127.0.0.1:${port}`);
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' };
    const provider = await quietly(() => made.configured(jwk, redirectUris));
    const answer = provider.callback();
    server.on('request', (request, response) => {
      if (made.isBroken) response.writeHead(500).end();
      else if (request.url?.startsWith('/interaction/')) void made.interact(provider, request, response);
      else void answer(request, response);
    });
    return made;
  }

  get settings(): Record<string, string> {
    return {
      WAYBILL_OIDC_ISSUER: this.issuer,
      WAYBILL_OIDC_CLIENT_ID: clientId,
      WAYBILL_OIDC_CLIENT_SECRET: clientSecret,
      WAYBILL_OIDC_NAME: 'Example staff',
      WAYBILL_OIDC_SCOPES: 'openid profile groups',
    };
  }

  /** Goes through the provider, from the address to which the server has sent a browser; gives the address to which that is sent back. */
  async pass(location: string): Promise<string> {
    const browser = new Browser(this.issuer);
    let url = location;
    while (url.startsWith(this.issuer)) {
      const response = await browser.send(url);
      const next = response.headers.get('location');
      if (next === null) throw new Error(`The provider does not go on: ${await response.text()}`);
      url = new URL(next, url).href;
    }
    return url;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async configured(jwk: object, redirectUris: string[]): Promise<Provider> {
    const { default: ProviderClass } = await import('oidc-provider');
    // Only a native client is sent back to any port of this machine.
    const isHere = redirectUris.some((uri) => uri.startsWith('http://127.0.0.1/'));
    const application_type = isHere ? 'native' : 'web';
    return new ProviderClass(this.issuer, {
      clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris, application_type }],
      jwks: { keys: [jwk] },
      cookies: { keys: ['a-key-of-the-tests'] },
      features: { devInteractions: { enabled: false } },
      claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
      scopes: ['openid', 'profile', 'groups'],
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
      findAccount: (_context, subject) => ({
        accountId: subject,
        claims: () => ({ sub: subject, ...this.personBySubject.get(subject) }),
      }),
    });
  }

  /** Signs in who is next, and agrees to all that is asked. */
  private async interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
    if (this.next === undefined) {
      await provider.interactionFinished(request, response, { error: 'access_denied' });
      return;
    }
    if (prompt.name === 'login') {
      await provider.interactionFinished(request, response, { login: { accountId: this.next } });
      return;
    }
    const accountId = session?.accountId ?? '';
    const found = grantId === undefined ? undefined : await provider.Grant.find(grantId);
    const grant = found ?? new provider.Grant({ accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope(String(params['scope']));
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }
}

/** The library warns of what only a provider for others has to have: a store, and a newer Node. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}
