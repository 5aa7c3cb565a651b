import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getIntrospectionQuery, parse, print } from 'graphql';
import { bothWays, expectRefusal, postJson } from '../support/limitAnswers.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const list = `
# What the console asks.
query Count { projects { ...Total } }
query ByKey($key: String!) { project(key: $key) { ...Named id } }
mutation Create($input: CreateProjectInput!) { createProject(input: $input) { project { ...Named } problems { code } } }
subscription Progress($id: ID!) { taskProgress(id: $id) { id status } }
fragment Total on ProjectConnection { totalCount }
fragment Named on Project { key name }
`;
const byKey =
  'query ByKey($key: String!) { project(key: $key) { ...Named id } } fragment Named on Project { key name }';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const none = /only executes the operations of its list \(WAYBILL_OPERATIONS_FILE\)/;

/** A server whose list is this text; it is read once, when the server starts. */
async function startWith(text: string): Promise<TestServer> {
  const dir = await mkdtemp(path.join(tmpdir(), 'waybill-operations-'));
  const file = path.join(dir, 'operations.graphql');
  await writeFile(file, text);
  try {
    return await startTestServer({ settings: { WAYBILL_OPERATIONS_FILE: file } });
  } finally {
    await rm(dir, { recursive: true });
  }
}

describe('a server with a list of operations', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startWith(list);
    const input = { key: 'listed', name: 'Listed' };
    const extensions = { persistedQuery: { name: 'Create' } };
    expect((await postJson(server, { variables: { input }, extensions })).errors).toBeUndefined();
  });
  afterAll(() => server.stop());

  const found = { project: { key: 'listed', name: 'Listed', id: expect.any(String) as string } };
  const variables = { key: 'listed' };

  describe.each(bothWays)('over %s', (_way, ask) => {
    it.each<[string, object]>([
      ['its text', { query: byKey }],
      ['its text in another form', { query: `# A comment.\n${print(parse(byKey)).replaceAll('\n', ',\n\n')}` }],
      ['the text of the whole list, and its name', { query: list, operationName: 'ByKey' }],
      ['its name', { query: '', extensions: { persistedQuery: { name: 'ByKey' } } }],
      [
        'its hash',
        { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: sha256(print(parse(byKey))) } } },
      ],
      [
        'its text with its hash',
        { query: byKey, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(byKey) } } },
      ],
    ])('runs one that is told by %s', async (_what, sent) => {
      expect(await ask(server, { query: '', ...sent, variables })).toMatchObject({ data: found });
    });

    it.each<[string, object]>([
      ['any other query', { query: '{ kinds { name } }' }],
      ['one with a field more', { query: byKey.replace('...Named id', '...Named id createdAt') }],
      ['one with a name of the list and another text', { query: 'query ByKey { kinds { name } }' }],
      ['one without its name', { query: byKey.replace('query ByKey', 'query') }],
      ['several, with the name of another', { query: list, operationName: 'Other' }],
      ['several, without a name', { query: list }],
      ['a name that is not there', { query: '', extensions: { persistedQuery: { name: 'Other' } } }],
      [
        'a hash that is not there',
        { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: sha256('x') } } },
      ],
      ['a name and the hash of another', { query: byKey, operationName: 'Count' }],
      ['nothing', { query: '' }],
      ['what is no GraphQL', { query: '{ projects {' }],
      ['the question about the schema', { query: getIntrospectionQuery() }],
    ])('refuses %s', async (_what, sent) => {
      expectRefusal(await ask(server, { query: '', ...sent }), 'OPERATION_NOT_ALLOWED', none);
    });
  });

  it('runs one by its name from an address', async () => {
    const search = new URLSearchParams({
      extensions: JSON.stringify({ persistedQuery: { name: 'ByKey' } }),
      variables: JSON.stringify(variables),
    });
    const headers = { 'apollo-require-preflight': 'true', ...server.authorization };
    const response = await fetch(`${server.url}/graphql?${search.toString()}`, { headers });
    expect(await response.json()).toEqual({ data: found });
  });

  it('refuses another one from an address, and a mutation of the list', async () => {
    const headers = { 'apollo-require-preflight': 'true', ...server.authorization };
    const other = await fetch(`${server.url}/graphql?query=${encodeURIComponent('{ kinds { name } }')}`, { headers });
    expectRefusal({ status: other.status, ...((await other.json()) as object) }, 'OPERATION_NOT_ALLOWED', none);
    const search = new URLSearchParams({ extensions: JSON.stringify({ persistedQuery: { name: 'Create' } }) });
    const mutation = await fetch(`${server.url}/graphql?${search.toString()}`, { headers });
    expect(mutation.status).toBe(405);
    await mutation.text();
  });
});

describe('a list of operations that is unfit', () => {
  // Other lists: test/unit/app/limits/readOperationsFile.test.ts.
  it('keeps the server from starting when it does not fit the schema', async () => {
    await expect(startWith('query A {\n nothing\n}')).rejects.toThrow(
      /does not fit the schema \(line 2\): Cannot query field "nothing"/,
    );
  });
});
