import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { getIntrospectionQuery } from 'graphql';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema } from '../support/fastDataResources.js';
import { createProject } from '../support/projectScene.js';
import { socketAnswer } from '../support/socketAnswer.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

interface ErrorBody {
  errors: { message: string; extensions: { code: string } & Record<string, unknown> }[];
}

/** Without the headers that `fetch` adds. */
async function plainGet(url: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  const [response] = (await once(get(url, { headers }), 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: await text(response) };
}

describe('the HTTP side of the server', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${server.url}/graphql`, { method: 'POST', headers: { ...server.authorization, ...headers }, body });
  const query = '{ me { name } }';

  it('tells that it lives and that it is ready', async () => {
    const health = await fetch(`${server.url}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    const ready = await fetch(`${server.url}/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  });

  it('does not tell what it is built with', async () => {
    const { headers } = await fetch(`${server.url}/health`);
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('answers queries by POST, and by GET from clients that no other site can be', async () => {
    expect(await (await post(JSON.stringify({ query }))).json()).toEqual({ data: { me: { name: 'admin' } } });
    const url = `${server.url}/graphql?query=${encodeURIComponent(query)}`;
    const headers = { accept: 'application/json', 'apollo-require-preflight': 'true', ...server.authorization };
    expect(await (await fetch(url, { headers })).json()).toEqual({ data: { me: { name: 'admin' } } });
  });

  it.each<[string, Record<string, string>]>([
    [
      'says where it comes from',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
    ],
    ['says its origin', { origin: 'https://elsewhere.example' }],
    ['says on which page it was', { referer: 'https://elsewhere.example/page' }],
    ['brings a cookie', { cookie: 'a=b' }],
    [
      'says nothing but its name',
      { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0' },
    ],
  ])('refuses a query by GET of a browser that %s', async (_what, headers) => {
    const url = `${server.url}/graphql?query=${encodeURIComponent(query)}`;
    const program = { accept: '*/*', 'user-agent': 'program', ...server.authorization };
    const { status, body } = await plainGet(url, { ...program, ...headers });
    expect(status).toBe(400);
    expect(body).toContain('CSRF');
    expect((await plainGet(url, program)).status).toBe(200);
  });

  it('does nothing for a client that could not read the answer', async () => {
    const sent = 'mutation { createProject(input: { key: "unread", name: "Unread" }) { project { id } } }';
    const headers = { 'content-type': 'application/json', accept: 'text/csv' };
    const response = await post(JSON.stringify({ query: sent }), headers);
    expect(response.status).toBe(406);
    expect((await response.json()) as ErrorBody).toMatchObject({
      errors: [{ extensions: { code: 'NOT_ACCEPTABLE' } }],
    });
    expect((await server.operation('Project', { key: 'unread' })).project).toBeNull();
  });

  it('answers in the media type of GraphQL what is refused before GraphQL is reached', async () => {
    const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
    const response = await post('{"query": ', headers);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    await response.text();
  });

  it('refuses limits as bad requests whatever the client takes', async () => {
    const nested = `{ ${'node { project { '.repeat(30)} id ${'} }'.repeat(30)} }`;
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const response = await post(JSON.stringify({ query: nested }), headers);
    expect(response.status).toBe(400);
    await response.text();
  });

  it('refuses a mutation by GET', async () => {
    const mutation = 'mutation { createProject(input: { key: "got", name: "Got" }) { project { id } } }';
    const url = `${server.url}/graphql?query=${encodeURIComponent(mutation)}`;
    const headers = { accept: 'application/json', 'apollo-require-preflight': 'true', ...server.authorization };
    const response = await fetch(url, { headers });
    expect(response.status).toBe(405);
    await response.text();
    expect((await server.operation('Project', { key: 'got' })).project).toBeNull();
  });

  it('refuses what a form of another site could send', async () => {
    const plain = await post(JSON.stringify({ query }), { 'content-type': 'text/plain' });
    expect(plain.status).toBeGreaterThanOrEqual(400);
    const { branchId } = await createProject(server, 'forms');
    const { status, errors } = await server.sendUpload(
      await bundleText([makeErSchema('a', {})]),
      { branchId },
      { headers: {} },
    );
    expect(status).toBe(400);
    expect(errors?.[0]?.message).toContain('CSRF');
    expect((await server.operation('Tasks', { filter: { branchId } })).tasks?.totalCount).toBe(0);
  });

  it.each([
    ['no JSON', '{"query": '],
    ['an array', '[]'],
    ['a number', '42'],
    ['nothing', ''],
    ['no query', '{}'],
    ['a query that is no text', '{"query": {}}'],
    ['variables that are no object', '{"query": "{ kinds { name } }", "variables": 7}'],
  ])('refuses a body of %s as a bad request, as JSON', async (_what, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).not.toMatch(/node_modules|at .*\.js/);
    expect((JSON.parse(text) as ErrorBody).errors[0]?.message).toBeTruthy();
  });

  it('refuses a body beyond its limit before reading it all', async () => {
    const response = await post(JSON.stringify({ query, variables: { text: 'x'.repeat(21 * 1024 * 1024) } }));
    expect(response.status).toBe(413);
    expect((await response.json()) as ErrorBody).toMatchObject({
      errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }],
    });
  });

  it.each([
    ['a syntax error', '{ projects {', 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable that is missing', 'query ($key: String!) { project(key: $key) { id } }', 'BAD_USER_INPUT'],
  ])('tells %s with a code and without a stack', async (_what, document, code) => {
    const { errors, data } = await server.query(document);
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(Object.keys(errors?.[0]?.extensions ?? {})).toEqual(['code']);
    expect(JSON.stringify(errors)).not.toMatch(/stack|node_modules/);
  });

  it('answers with an error, and goes on, when a query is nested without an end', async () => {
    const nested = '{ projects { edges { node { branches { project '.repeat(3000);
    const { status, errors } = await server.query(nested);
    expect(status).toBe(400);
    expect(errors).toHaveLength(1);
    expect((await server.query(query)).errors).toBeUndefined();
  });

  it.each([
    ['itself', (levels: number) => `{ ${'node { project { '.repeat(levels)} id ${'} }'.repeat(levels)} }`],
    [
      'in fragments',
      (levels: number) =>
        `{ ...f0 } ${Array.from({ length: levels }, (_, at) => `fragment f${at} on Query { a { ...f${at + 1} } }`).join(' ')}
         fragment f${levels} on Query { id }`,
    ],
  ])('refuses a query that is nested too deep %s, with a code', async (_where, nested) => {
    const tooDeep = (errors: { extensions: Record<string, unknown>; message: string }[] | undefined) =>
      errors?.filter(({ extensions }) => extensions['code'] === 'QUERY_TOO_DEEP');
    const { status, errors } = await server.query(nested(30));
    expect(status).toBe(400);
    expect(tooDeep(errors)).toMatchObject([{ message: expect.stringContaining('25 levels') as string }]);
    expect(tooDeep((await server.query(nested(8))).errors)).toEqual([]);
  });

  it('refuses over WebSocket what is nested too deep', async () => {
    const query = `{ ${'node { project { '.repeat(30)} id ${'} }'.repeat(30)} }`;
    const { errors } = await socketAnswer(server, { query });
    expect(errors?.map(({ extensions }) => extensions['code'])).toContain('QUERY_TOO_DEEP');
  });

  it('tells over WebSocket what is wrong with variables as over HTTP, with a code', async () => {
    const sent = { query: 'query ($key: String!) { project(key: $key) { id } }', variables: { key: 7 } };
    const [{ message, extensions } = {}] = (await server.query(sent.query, sent.variables)).errors ?? [];
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect((await socketAnswer(server, sent)).errors).toEqual([{ message, extensions }]);
  });

  it('describes itself, each type and field with a sentence', async () => {
    const { data } = await server.query(getIntrospectionQuery());
    const { types } = (data as { __schema: { types: { name: string; description: string | null; kind: string }[] } })
      .__schema;
    const own = types.filter(({ name, kind }) => !name.startsWith('__') && kind === 'OBJECT');
    expect(own.length).toBeGreaterThan(30);
    const silent = own.filter(
      ({ description, name }) => !description && !['Query', 'Mutation', 'Subscription'].includes(name),
    );
    expect(silent).toEqual([]);
  });

  it('shows browsers GraphiQL where GraphQL is, with nothing loaded from elsewhere', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      headers: { accept: 'text/html', ...server.authorization },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const page = await response.text();
    expect(page).toContain('GraphiQL');
    expect(page.match(/<(?:script|link|img|iframe)[^>]*(?:src|href)="(?:https?:)?\/\/[^"]*"/g)).toBeNull();
  });

  it('knows no other pages', async () => {
    for (const place of ['/nothing', '/.env', '/files', '/console', '/graphql/anything']) {
      const response = await fetch(`${server.url}${place}`, { headers: server.authorization });
      expect(response.status).toBe(404);
      await response.text();
    }
  });
});

describe('a server of its own', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_LOG_LEVEL: 'error' } });
  });
  afterAll(() => server.stop());

  it('greets with its addresses, and names no metrics unless a setting asks for them', () => {
    expect(server.greeting.at(-1)).toBe(`Waybill is ready at ${server.url}/graphql`);
    expect(server.greeting.filter((line) => line.includes('metrics'))).toEqual([]);
  });

  it('says of each setting that is wrong what it may be, and does not start', async () => {
    const started = startTestServer({ settings: { WAYBILL_PORT: 'eighty', WAYBILL_DEMO: 'perhaps' } });
    await expect(started).rejects.toThrow(/WAYBILL_PORT is "eighty"; .*\n.*WAYBILL_DEMO is "perhaps"/);
  });

  it('does not start on a port that is taken, and says so', async () => {
    const { port } = new URL(server.url);
    await expect(startTestServer({ settings: { WAYBILL_PORT: port } })).rejects.toThrow(/EADDRINUSE|in use/);
  });

  it('ends cleanly on SIGTERM and SIGINT, with nothing left in the way of the next start', async () => {
    await createProject(server, 'kept');
    expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    await server.start();
    expect((await server.operation('Project', { key: 'kept' })).project).not.toBeNull();
    expect(await server.kill('SIGINT')).toEqual({ code: 0, signal: null });
    await server.start();
  });

  it('reports what goes wrong inside as a ref, under which the log has the cause', async () => {
    const { branchId } = await createProject(server, 'broken');
    const filesDir = path.join(server.dataDir, 'files');
    await rm(filesDir, { recursive: true, force: true });
    await writeFile(filesDir, 'not a folder');
    const { errors } = await server.sendUpload(await bundleText([makeErSchema('a', {})]), { branchId });
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    const [, ref = 'none'] = /^Internal error \(ref ([\w-]+)\)\.$/.exec(errors?.[0]?.message ?? '') ?? [];
    expect(JSON.stringify(errors)).not.toContain(server.dataDir);
    // The log comes by another way than the answer, and may be later.
    while (!server.log.includes(ref)) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(server.log).toContain('EEXIST');
  });
});
