/** A browser as far as a server meets it: keeps cookies, and names the origin of its page with what it sends. */
import type { AnswerError } from './graphqlClient.js';
import type { ServerClient } from './serverClient.js';

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | FormData;
}

/** What `GET /session` answers. */
export interface SessionState {
  signedIn: boolean;
  principal: { id: string; name: string; isSuperuser: boolean } | null;
  methods: { token: true; oidc: { name: string } | null };
  problem: { code: string; message: string } | null;
}

const json = { 'content-type': 'application/json' };

export class Browser {
  private readonly valueByName = new Map<string, string>();

  /** `headers`: what is sent with each request, such as those of a proxy. Without an origin, that of the server. */
  constructor(
    readonly url: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The value of the header that brings the cookies back. */
  get cookie(): string {
    return [...this.valueByName].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get origin(): string {
    return this.headers['origin'] ?? this.url;
  }

  /** Sends a request of a page; a header that is empty is left out. Redirects are not followed. */
  async send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Response> {
    const own: Record<string, string> = method === 'GET' ? {} : { origin: this.origin };
    const all = { cookie: this.cookie, ...own, ...this.headers, ...headers };
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    const init = { method, headers: sent, redirect: 'manual' as const, ...(body === undefined ? {} : { body }) };
    const response = await fetch(new URL(path, this.url), init);
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  signIn(token: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('/session', {
      method: 'POST',
      body: JSON.stringify({ token }),
      headers: { ...json, ...headers },
    });
  }

  async signOut(headers: Record<string, string> = {}): Promise<number> {
    return (await this.send('/session', { method: 'DELETE', headers })).status;
  }

  async session(headers: Record<string, string> = {}, query = ''): Promise<SessionState> {
    return (await (await this.send(`/session${query}`, { headers })).json()) as SessionState;
  }

  /** Asks who it is by GraphQL: the status, and the name or the code of the refusal. */
  async me(headers: Record<string, string> = {}): Promise<[number, string | undefined]> {
    const body = JSON.stringify({ query: '{ me { name } }' });
    const response = await this.send('/graphql', { method: 'POST', body, headers: { ...json, ...headers } });
    const { data, errors } = (await response.json()) as { data?: { me: { name: string } }; errors?: AnswerError[] };
    return [response.status, data?.me.name ?? String(errors?.[0]?.extensions['code'])];
  }

  /** Keeps a cookie, or forgets one whose time is over. */
  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const at = pair.indexOf('=');
    const expires = attributes.find((attribute) => attribute.startsWith('Expires='))?.slice('Expires='.length);
    if (expires !== undefined && Date.parse(expires) <= Date.now()) this.valueByName.delete(pair.slice(0, at));
    else this.valueByName.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** A browser that has signed in, with the token of a superuser unless another is given. */
export async function signedIn(server: ServerClient, token = server.token): Promise<Browser> {
  const browser = new Browser(server.url);
  const response = await browser.signIn(token);
  if (response.status !== 204) throw new Error(`Not signed in: ${await response.text()}`);
  return browser;
}
