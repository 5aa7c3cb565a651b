/** How the built console is served; the one here is as small as can be. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { startTestServer, type TestServer } from '../support/testServer.js';

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const script = 'console.log("the console");';

async function buildConsole(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waybill-console-'));
  await mkdir(path.join(folder, 'assets'));
  const files: Record<string, string | Buffer> = {
    'index.html':
      '<!doctype html><html><head><base href="/"><script type="module" src="./assets/main-a1.js"></script></head></html>',
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '.secret': 'hidden',
    'assets/main-a1.js': script,
    'assets/main-a1.js.br': brotliCompressSync(script),
    'assets/main-a1.js.gz': gzipSync(script),
    'assets/plain-b2.css': 'body { margin: 0 }',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  return folder;
}

describe('the console', () => {
  let server: TestServer;
  let folder: string;
  beforeAll(async () => {
    folder = await buildConsole();
    server = await startTestServer({ settings: { WAYBILL_CONSOLE_DIR: folder } });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const get = (place: string, headers: Record<string, string> = html) => fetch(`${server.url}${place}`, { headers });

  it.each([
    ['/', './'],
    ['/index.html', './'],
    ['/sign-in', './'],
    ['/projects/city-library', '../'],
    ['/projects/city-library/', '../../'],
    ['/projects/city-library/branches/main?tab=tasks', '../../../'],
    ['/projects/a%2Fb', '../'],
    ['/%', './'],
  ])('is the page at %s, from which %s leads to its root', async (place, base) => {
    const response = await get(place);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const page = await response.text();
    expect(page.match(/<base [^>]*>/g)).toEqual([`<base href="${base}">`]);
    expect(page).toContain('./assets/main-a1.js');
  });

  it('is the page at / for whoever asks, and elsewhere for who asks for a page', async () => {
    expect((await get('/', { accept: '*/*' })).status).toBe(200);
    for (const accept of ['*/*', 'application/json']) expect((await get('/projects', { accept })).status).toBe(401);
  });

  it.each(['/graphql', '/graphql/below', '/downloads/x', '/session/x', '/health/x', '/ready/x'])(
    'is not at %s',
    async (place) => {
      expect(await (await get(place)).text()).not.toContain('main-a1.js');
    },
  );

  it('is only read', async () => {
    for (const place of ['/', '/projects', '/assets/main-a1.js']) {
      const response = await fetch(`${server.url}${place}`, { method: 'POST', headers: html });
      expect(response.status).toBe(401);
      await response.text();
    }
    const head = await fetch(`${server.url}/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('has a page that runs its own scripts alone, and a new nonce for styles each time', async () => {
    const nonces = new Set<string>();
    for (let times = 0; times < 2; times += 1) {
      const { headers, ...response } = await get('/').then(async (answer) => ({
        headers: answer.headers,
        page: await answer.text(),
      }));
      const policy = headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /<meta property="csp-nonce" nonce="([^"]+)">/.exec(response.page) ?? [];
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          `style-src 'self' 'nonce-${nonce}'`,
          "connect-src 'self'",
          "img-src 'self' data:",
          "base-uri 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'",
        ]),
      );
      expect(policy).not.toContain('unsafe');
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-frame-options')).toBe('DENY');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br;q=0', 'gzip'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('has files compressed for who takes %s', async (accepted, encoding) => {
    const response = await get('/assets/main-a1.js', { 'accept-encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await response.text()).toBe(script);
  });

  it('sends a file unchanged when the build has not compressed it', async () => {
    const response = await get('/assets/plain-b2.css', { 'accept-encoding': 'br, gzip' });
    expect([response.headers.get('content-encoding'), await response.text()]).toEqual([null, 'body { margin: 0 }']);
  });

  it('has files without a hash in their name revalidated', async () => {
    const first = await get('/favicon.svg');
    expect([first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual([
      'image/svg+xml',
      'no-cache',
    ]);
    await first.text();
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    // `fetch` would ask for the file whatever its tag is.
    const [again] = (await once(request(`${server.url}/favicon.svg`, { headers }).end(), 'response')) as [
      IncomingMessage,
    ];
    again.resume();
    expect(again.statusCode).toBe(304);
  });

  it('does not answer with a page for a script that no longer exists', async () => {
    const response = await get('/assets/main-00.js', { ...html, ...server.authorization });
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('main-a1.js');
  });

  it.each(['/.secret', '/assets/../.secret', '/%2e%2e/package.json', '/assets/..%2f..%2fetc/passwd', '/assets%00'])(
    'has no file at %s',
    async (place) => {
      const text = await (await get(place, { accept: '*/*' })).text();
      expect(text).not.toMatch(/hidden|root:|waybill"/);
    },
  );

  it('that is not built says how to build it, on a page with the same protection', async () => {
    await server.restart({ WAYBILL_CONSOLE_DIR: path.join(folder, 'nothing') });
    const response = await get('/');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('npm run build');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
