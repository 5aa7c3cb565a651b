/** How a person signs in to the console at an OpenID Connect provider, and what becomes of answers that are not the provider's. */
import { auditEventsOf, mutate } from '../support/auditEvents.js';
import { Browser } from '../support/browser.js';
import { createProject } from '../support/projectScene.js';
import { SignInProvider } from '../support/signInProvider.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const publicUrl = 'https://example.com/waybill';
const callbackUrl = `${publicUrl}/session/oidc/callback`;

describe('signing in at an identity provider', () => {
  let provider: SignInProvider;
  let server: TestServer;
  beforeAll(async () => {
    provider = await SignInProvider.start([callbackUrl]);
    server = await startTestServer({ settings: { ...provider.settings, WAYBILL_PUBLIC_URL: publicUrl } });
  });
  afterAll(async () => {
    await server.stop();
    await provider.stop();
  });
  beforeEach(() => {
    provider.next = 'ada';
    provider.isBroken = false;
  });

  /** As seen through a proxy with TLS that takes the prefix off. */
  const browse = () => new Browser(server.url, { origin: 'https://example.com' });
  const locationOf = (response: Response) => response.headers.get('location') ?? '';
  const start = async (browser: Browser, query = '') => locationOf(await browser.send(`/session/oidc${query}`));
  /** Goes to the address to which the provider has sent the browser; gives where the server sends it, from the root of the console. */
  const comeBack = async (browser: Browser, url: string) => {
    expect(url.startsWith(`${callbackUrl}?`)).toBe(true);
    const location = locationOf(await browser.send(`/session/oidc/callback${new URL(url).search}`));
    return new URL(location, url).href.slice(publicUrl.length);
  };
  const signIn = async (browser: Browser, query?: string) =>
    comeBack(browser, await provider.pass(await start(browser, query)));
  const problemAt = async (place: string) => {
    const { pathname, searchParams } = new URL(place, 'http://localhost');
    const code = searchParams.get('problem') ?? '';
    const { problem } = await new Browser(server.url).session({}, `?problem=${code}`);
    return { pathname, ...problem };
  };

  it('is offered by its name', async () => {
    const { signedIn, methods } = await browse().session();
    expect([signedIn, methods]).toEqual([false, { token: true, oidc: { name: 'Example staff' } }]);
  });

  it('begins a session with the rights of the groups that the provider names, and goes on where the person was', async () => {
    const { projectId } = await createProject(server, 'grouped');
    const { principal: group } = await mutate<{ principal: { id: string } }>(server, 'createGroup', {
      input: { name: 'Staff', claim: 'staff' },
      result: 'principal { id }',
    });
    await mutate(server, 'grantRole', { input: { projectId, principalId: group.id, role: 'EDITOR' } });
    const browser = browse();
    expect(await signIn(browser, '?to=/projects/grouped%3Ftab=tasks%23top')).toBe('/projects/grouped?tab=tasks#top');
    expect(browser.cookie).toMatch(/^__Secure-waybill_session=[\w-]{43}$/);
    expect(await browser.session()).toMatchObject({ signedIn: true, principal: { name: 'Ada', isSuperuser: false } });
    const body = JSON.stringify({ query: '{ projects { edges { node { key } } } }' });
    const sent = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
    const answer: unknown = await (await browser.send('/graphql', sent)).json();
    expect(answer).toEqual({ data: { projects: { edges: [{ node: { key: 'grouped' } }] } } });
    const [event] = await auditEventsOf(server, { actions: ['SIGN_IN'] });
    expect(event).toMatchObject({
      principal: { name: 'Ada' },
      detail: { method: 'IDENTITY_PROVIDER', address: '127.0.0.1', tokenId: null },
    });
  });

  it('is one user however often and from wherever they sign in, under the name that the provider gives', async () => {
    const [one, other] = [browse(), browse()];
    await signIn(one);
    provider.personBySubject.set('ada', { name: 'Ada L.', groups: [] });
    await signIn(other);
    const [first, second] = [await one.session(), await other.session()];
    expect(second.principal).toMatchObject({ id: first.principal?.id, name: 'Ada L.' });
    expect(await one.signOut()).toBe(204);
    expect([(await one.session()).signedIn, (await other.session()).signedIn]).toEqual([false, true]);
  });

  it('asks with a state, a nonce and a challenge, which are new each time and kept in a cookie for ten minutes', async () => {
    const asked = new Set<string | null>();
    for (let times = 0; times < 2; times += 1) {
      const response = await browse().send('/session/oidc');
      const { searchParams } = new URL(locationOf(response));
      expect(searchParams.get('code_challenge_method')).toBe('S256');
      expect(searchParams.get('redirect_uri')).toBe(callbackUrl);
      for (const name of ['state', 'nonce', 'code_challenge']) asked.add(searchParams.get(name));
      const [cookie = ''] = response.headers.getSetCookie();
      expect(cookie).toMatch(/^__Secure-waybill_sign_in=[\w-]+; Path=\/waybill; .*; HttpOnly; Secure; SameSite=Lax$/);
      const expires = Date.parse(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '');
      expect(Math.abs(expires - Date.now() - 600_000)).toBeLessThan(60_000);
    }
    expect(asked.size).toBe(6);
  });

  it.each([
    ['//evil.example', '/'],
    ['/%5Cevil.example', '/'],
    ['https://evil.example/', '/'],
    ['/..//evil.example', '/evil.example'],
    ['/a%0d%0ab', '/ab'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
  ])('never goes on to another server when it is told to go to %s', async (to, place) => {
    expect(await signIn(browse(), `?to=${to}`)).toBe(place);
  });

  it('that is cancelled ends where it began, with the reason', async () => {
    provider.next = undefined;
    const browser = browse();
    const place = await signIn(browser, '?to=/projects%3Ftab=tasks%23top');
    expect(await problemAt(place)).toEqual({
      pathname: '/projects',
      code: 'SIGN_IN_CANCELLED',
      message: 'You did not sign in at the identity provider.',
    });
    expect(place).toBe('/projects?tab=tasks&problem=SIGN_IN_CANCELLED#top');
    expect((await browser.session()).signedIn).toBe(false);
  });

  it('counts once, and in the browser alone that began it', async () => {
    const browser = browse();
    const url = await provider.pass(await start(browser));
    expect(await problemAt(await comeBack(browse(), url))).toMatchObject({
      pathname: '/',
      code: 'SIGN_IN_EXPIRED',
    });
    const other = browse();
    await start(other);
    expect(await problemAt(await comeBack(other, url))).toMatchObject({
      pathname: '/',
      code: 'SIGN_IN_EXPIRED',
    });
    const { cookie } = browser;
    expect(await comeBack(browser, url)).toBe('/');
    const again = browse();
    const headers = { cookie };
    const response = await again.send(`/session/oidc/callback${new URL(url).search}`, { headers });
    expect(locationOf(response)).toContain('problem=SIGN_IN_FAILED');
    expect((await again.session()).signedIn).toBe(false);
  });

  it.each([
    ['code', 'made-up'],
    ['iss', 'https://evil.example'],
  ])('fails when the %s of the answer is changed, and is recorded', async (name, value) => {
    const browser = browse();
    const url = new URL(await provider.pass(await start(browser)));
    url.searchParams.set(name, value);
    expect(await problemAt(await comeBack(browser, url.href))).toMatchObject({
      pathname: '/',
      code: 'SIGN_IN_FAILED',
    });
    expect((await browser.session()).signedIn).toBe(false);
    const denied = () => auditEventsOf(server, { actions: ['AUTHENTICATE'] });
    while ((await denied()).length === 0);
    expect((await denied()).at(-1)).toMatchObject({ outcome: 'DENIED', detail: { credential: 'CODE' } });
  });

  it('fails when the nonce or the verifier is not the one of the browser', async () => {
    for (const part of ['nonce', 'verifier']) {
      const browser = browse();
      const url = await provider.pass(await start(browser));
      const [name = '', value = ''] = browser.cookie.split('=');
      const carried = JSON.parse(Buffer.from(value, 'base64url').toString()) as Record<string, string>;
      const changed = { ...carried, [part]: 'A'.repeat(43) };
      const cookie = `${name}=${Buffer.from(JSON.stringify(changed)).toString('base64url')}`;
      const response = await browser.send(`/session/oidc/callback${new URL(url).search}`, { headers: { cookie } });
      expect(locationOf(response)).toContain('problem=SIGN_IN_FAILED');
    }
  });

  it('says that the provider does not answer, before and after', async () => {
    const browser = browse();
    const url = await provider.pass(await start(browser));
    provider.isBroken = true;
    expect(await problemAt(await comeBack(browser, url))).toMatchObject({
      pathname: '/',
      code: 'IDENTITY_PROVIDER_UNAVAILABLE',
    });
    await server.restart();
    const place = await start(browse(), '?to=/projects');
    expect(place).toBe('../projects?problem=IDENTITY_PROVIDER_UNAVAILABLE');
    provider.isBroken = false;
    expect(await signIn(browse())).toBe('/');
  });

  it('makes an address wait whose answers the provider does not confirm', async () => {
    const tries = async () => {
      const browser = browse();
      const state = new URL(await start(browser)).searchParams.get('state') ?? '';
      return comeBack(browser, `${callbackUrl}?code=guess&state=${state}&iss=${provider.issuer}`);
    };
    let place = await tries();
    for (let times = 0; place.includes('SIGN_IN_FAILED') && times < 100; times += 1) place = await tries();
    expect(await problemAt(place)).toMatchObject({ pathname: '/', code: 'TOO_MANY_ATTEMPTS' });
    expect(await signIn(browse())).toBe('/');
  });

  it('has no sentence for an undeclared code', async () => {
    for (const code of ['', 'toString', 'Call%20this%20number'])
      expect((await browse().session({}, `?problem=${code}`)).problem).toBeNull();
  });

  it('is not there without a client', async () => {
    await server.restart({
      WAYBILL_OIDC_ISSUER: '',
      WAYBILL_OIDC_CLIENT_ID: '',
      WAYBILL_OIDC_CLIENT_SECRET: '',
      WAYBILL_OIDC_NAME: '',
    });
    expect((await browse().session()).methods).toEqual({ token: true, oidc: null });
    expect((await browse().send('/session/oidc')).status).toBe(401);
  });
});
