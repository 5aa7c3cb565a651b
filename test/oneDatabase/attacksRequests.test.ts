/** Hostile requests: of GraphQL, of a page of another site, and of those who make tokens up. */
import { makeAccount } from '../support/accessScene.js';
import { auditEventsOf } from '../support/auditEvents.js';
import { createProject } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { adminToken } from '../support/testServer.js';

const basic = { authorization: `Basic ${Buffer.from(`x:${adminToken}`).toString('base64')}` };
const attack = 'mutation { createProject(input: { key: "attacked", name: "x" }) { problems { code } } }';

describe('an attacker', () => {
  let server: ServerClient;
  let branchId: string;
  let key: string;
  let begun: string;
  beforeAll(async () => {
    server = await sharedServer();
    begun = new Date().toISOString();
    ({ branchId, key } = await createProject(server, 'own'));
  });

  const codesOf = async (document: string, variables = {}) => {
    const { errors } = await server.query(document, variables);
    return [...new Set(errors?.map(({ extensions }) => extensions['code']))];
  };
  const isAttacked = async () => (await server.query('{ project(key: "attacked") { id } }')).data?.['project'] !== null;

  it('cannot ask deeper than the server answers', async () => {
    const deep = `{ project(key: "${key}") { ${'branches { project { '.repeat(500)} id ${'} }'.repeat(500)} } }`;
    expect(await codesOf(deep)).toContain('QUERY_TOO_DEEP');
    expect(await codesOf(`${'{ a '.repeat(1000)}${'}'.repeat(1000)}`)).not.toEqual([]);
  });

  it('cannot ask ten thousand times at once by aliases, nor a thousand times by a batch', async () => {
    const aliases = `{ ${Array.from({ length: 10_000 }, (_, at) => `a${at}: me { id }`).join(' ')} }`;
    expect((await server.query(aliases)).data).toBeUndefined();
    const fewer = `{ me { ${Array.from({ length: 100 }, (_, at) => `a${at}: id`).join(' ')} } }`;
    expect(await codesOf(fewer)).toContain('TOO_MANY_ALIASES');
    const body = JSON.stringify(Array.from({ length: 1000 }, () => ({ query: '{ me { id } }' })));
    const headers = { 'content-type': 'application/json', ...server.authorization };
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('A request holds one operation');
  });

  it('cannot make fragments go round, nor directives pile up', async () => {
    expect(await codesOf('query { ...a } fragment a on Query { ...b } fragment b on Query { ...a }')).not.toEqual([]);
    expect(await codesOf(`{ me { id ${'@include(if: true) '.repeat(5000)} } }`)).not.toEqual([]);
  });

  it('cannot nest a value deeper than it is looked at', async () => {
    const spec = JSON.parse(`${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`) as object;
    const document = `mutation ($input: CreateResourceInput!) { createResource(input: $input) { resource { id } problems { code } } }`;
    const input = { branchId, kind: 'fast-data/ErSchema', name: 'deep', spec };
    const { data } = await server.query(document, { input });
    expect(data).toMatchObject({ createResource: { resource: null, problems: [{ code: 'NESTING_TOO_DEEP' }] } });
  });

  it('cannot change what all objects have by names of members', async () => {
    const body = `{"query":"mutation ($input: CreateResourceInput!) { createResource(input: $input) { problems { code } } }",
      "variables":{"input":{"branchId":"${branchId}","kind":"fast-data/SystemOfRecord","name":"p","__proto__":{"isSuperuser":true},
        "spec":{"adapter":"basic","__proto__":{"isSuperuser":true},"constructor":{"prototype":{"isSuperuser":true}}}}}}`;
    const headers = { 'content-type': 'application/json', ...server.authorization };
    await (await fetch(`${server.url}/graphql`, { method: 'POST', headers, body })).text();
    const { client } = await makeAccount(server, 'nobody');
    expect((await client.operation('Me')).me).toMatchObject({
      isSuperuser: false,
      memberships: { totalCount: 0, nodes: [] },
    });
    expect((await client.query('{ verifyDatabase { isSound } }')).data).toBeNull();
  });

  it.each(['1e400', '-1e400', '99999999999999999999', '2147483648', '-1', '501'])(
    'gains nothing by a page of %s',
    async (first) => {
      const { data, errors } = await server.query(`{ projects(first: ${first}) { totalCount } }`);
      expect(data ?? null).toBeNull();
      expect(errors?.[0]?.message).not.toContain('Internal');
    },
  );

  it('cannot let a page of another site change anything, though the browser adds the credential', async () => {
    const form = (type: string, body: string, headers = {}) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type, origin: 'https://elsewhere.example', ...basic, ...headers },
        body,
      });
    const query = JSON.stringify({ query: attack });
    const boundary = 'x';
    const multipart = `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${query}\r\n--x\r\ncontent-disposition: form-data; name="map"\r\n\r\n{}\r\n--x--\r\n`;
    for (const response of [
      await form('text/plain', query),
      await form('application/x-www-form-urlencoded', `query=${encodeURIComponent(attack)}`),
      await form(`multipart/form-data; boundary=${boundary}`, multipart),
      await form('text/plain;application/json', query),
    ]) {
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      await response.text();
    }
    expect(await isAttacked()).toBe(false);
    // What a browser asks before it sends JSON elsewhere is not granted.
    const preflight = await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    await preflight.text();
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('cannot change anything by an address', async () => {
    const headers = { 'apollo-require-preflight': 'true', accept: 'application/json', ...basic };
    const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent(attack)}`, { headers });
    await response.text();
    expect(response.status).toBe(405);
    expect(await isAttacked()).toBe(false);
  });

  it('finds no session in cookies, and is given none', async () => {
    const headers = { cookie: `authorization=Bearer ${adminToken}; token=${adminToken}`, accept: 'application/json' };
    const response = await fetch(`${server.url}/graphql?query={me{id}}&token=${adminToken}`, { headers });
    await response.text();
    expect(response.status).toBe(401);
    const answer = await fetch(`${server.url}/`, { headers: { accept: 'text/html', ...basic } });
    await answer.text();
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('is refused with invented tokens', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { me } = await server.operation('Me');
    const claims = part({ iss: server.url, sub: me.id, aud: 'waybill', isSuperuser: true, exp: 4_000_000_000 });
    for (const token of [
      `${part({ alg: 'none' })}.${claims}.`,
      `${part({ alg: 'HS256' })}.${claims}.${part({})}`,
      'wbt_',
      `wbt_${'A'.repeat(43)}`,
      adminToken.toUpperCase(),
      adminToken.slice(0, -1),
      'x'.repeat(7000),
    ])
      // After many of them, the address is told to wait.
      expect([401, 429]).toContain((await server.as(token).query('{ me { id } }')).status);
  });

  it('leaves everything as it was: no event records anything as done', async () => {
    const made = await auditEventsOf(server, { actions: ['PROJECT_CREATE'], after: begun });
    expect(made.map(({ detail }) => detail['key'])).toEqual([key]);
  });
});
