import { existsSync, readFileSync } from 'node:fs';
import { getIntrospectionQuery, Kind, OperationTypeNode, parse } from 'graphql';
import { bothWays, expectRefusal, postJson, type SentOperation } from '../support/limitAnswers.js';
import { selectOperation } from '../support/operationDocuments.js';
import { createProject } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { socketAnswer } from '../support/socketAnswer.js';
import { startTestServer, type TestServer } from '../support/testServer.js';
import { projectFile } from '../support/projectFile.js';

const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const nested = (levels: number) =>
  `{ projects { edges ${'{ node { branches { project '.repeat(levels)} { id } ${'} } }'.repeat(levels)} } }`;

interface TooMuch {
  what: string;
  sent: SentOperation;
  code: string;
  sentence: RegExp;
}

const pagesOfPages = `query ($size: Int!, $branch: ID!) { resources(branchId: $branch, first: $size) { edges { node {
  children(first: 500) { edges { node { children { edges { node { id } } } } } } } } } }`;

const tooMuch: TooMuch[] = [
  {
    what: 'a depth of 30',
    sent: { query: nested(10) },
    code: 'QUERY_TOO_DEEP',
    sentence: /deeper than 25 levels\. Send several queries/,
  },
  {
    what: 'a depth of 1,000',
    sent: { query: nested(333) },
    code: 'QUERY_TOO_DEEP',
    sentence: /deeper than 250 levels/,
  },
  {
    what: 'fragments without end in each other',
    sent: { query: `{ ${'... { '.repeat(2000)} __typename ${'}'.repeat(2000)} }` },
    code: 'QUERY_TOO_DEEP',
    sentence: /deeper than 250 levels/,
  },
  {
    what: 'lists without end in an argument',
    sent: { query: `{ project(key: ${'['.repeat(5000)}${']'.repeat(5000)}) { id } }` },
    code: 'QUERY_TOO_DEEP',
    sentence: /deeper than 250 levels/,
  },
  {
    what: '10,000 aliases',
    sent: { query: `{ ${times(10_000, (at) => `a${at}: __typename`)} }` },
    code: 'QUERY_TOO_LONG',
    sentence: /more than 15000 tokens\. Send several queries/,
  },
  {
    what: '31 aliases',
    sent: { query: `{ projects { ${times(31, (at) => `a${at}: totalCount`)} } }` },
    code: 'TOO_MANY_ALIASES',
    sentence: /more than the 30 aliases .* Send several operations\./,
  },
  {
    what: 'aliases in fragments',
    sent: {
      query: `{ projects { ...f } } fragment f on ProjectConnection { ...g ${times(20, (at) => `a${at}: totalCount`)} }
              fragment g on ProjectConnection { ${times(20, (at) => `b${at}: totalCount`)} }`,
    },
    code: 'TOO_MANY_ALIASES',
    sentence: /30 aliases/,
  },
  {
    what: '21 root fields',
    sent: {
      query: `{ ...f ${times(20, (at) => `a${at}: __typename`)} }
              fragment f on Query { ... { projects { totalCount } } }`,
    },
    code: 'TOO_MANY_ROOT_FIELDS',
    sentence: /has 21 root fields, more than the 20/,
  },
  {
    what: 'pages of pages',
    sent: { query: pagesOfPages, variables: { size: 500, branch: 'any' } },
    code: 'QUERY_TOO_COSTLY',
    sentence: /could contain \d{8,} objects, more than the 250000 .* smaller pages \(first\)/,
  },
];

describe.each(bothWays)('a server with limits, over %s', (_way, ask) => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  it.each(tooMuch)('refuses $what', async ({ sent, code, sentence }) => {
    expectRefusal(await ask(server, sent), code, sentence);
    expect((await ask(server, { query: '{ me { isSuperuser } }' })).data).toEqual({ me: { isSuperuser: true } });
  });

  it('counts pages by the variables of the request', async () => {
    const { branchId: branch } = await createProject(server, 'small');
    const { data, errors } = await ask(server, { query: pagesOfPages, variables: { size: 1, branch } });
    expect([data, errors]).toEqual([{ resources: { edges: [] } }, undefined]);
  });

  it('answers the question of GraphiQL about the schema', async () => {
    const { data, errors } = await ask(server, { query: getIntrospectionQuery() });
    expect(errors).toBeUndefined();
    expect(data).toHaveProperty('__schema');
  });

  it('tells names that there are to one that is nearly right', async () => {
    const { errors } = await ask(server, { query: '{ project(key: "a") { nam } }' });
    expect(errors?.[0]?.message).toContain('Did you mean "name"');
  });
});

const ready = ['examples/operations.graphql', '../shared/operations.graphql'].map((name) => {
  const file = projectFile(name);
  return existsSync(file) ? parse(readFileSync(file, 'utf8')) : parse('{ __typename }');
});
const schemaFields = /\bCannot query field|Unknown (type|argument)|is not defined by type|used in position/;

describe('the ready-made operations', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const named = ready.flatMap((document) =>
    document.definitions.flatMap((definition): [string, string][] =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.name &&
      definition.operation !== OperationTypeNode.SUBSCRIPTION
        ? [[definition.name.value, selectOperation(document, definition.name.value)]]
        : [],
    ),
  );

  it.each(named)('%s stays within the limits, with pages of 500', async (_name, query) => {
    const { errors = [] } = await server.query(query, { first: 500 });
    // Variables are missing, which is told last: a limit would be told before.
    const codes = errors
      .filter(({ message }) => !schemaFields.test(message))
      .map(({ extensions }) => extensions['code']);
    expect(new Set(codes)).toEqual(codes.length === 0 ? new Set() : new Set(['BAD_USER_INPUT']));
  });
});

describe('limits that are set', () => {
  let server: TestServer;
  beforeAll(async () => {
    const settings = {
      WAYBILL_MAX_DEPTH: '4',
      WAYBILL_MAX_COST: '40',
      WAYBILL_MAX_ALIASES: '1',
      WAYBILL_MAX_ROOT_FIELDS: '2',
      WAYBILL_MAX_BODY_BYTES: '2000',
    };
    server = await startTestServer({ settings });
  });
  afterAll(() => server.stop());

  it.each<[string, unknown, string]>([
    ['depth', { query: '{ projects { edges { node { defaultBranch { id } } } } }' }, 'QUERY_TOO_DEEP'],
    ['cost', { query: '{ projects(first: 20) { edges { node { id } } } }' }, 'QUERY_TOO_COSTLY'],
    ['aliases', { query: '{ a: __typename b: __typename }' }, 'TOO_MANY_ALIASES'],
    ['fields', { query: '{ kinds { name } __typename projects { totalCount } }' }, 'TOO_MANY_ROOT_FIELDS'],
  ])('hold for %s', async (_what, sent, code) => {
    expectRefusal(await postJson(server, sent), code, /\d/);
  });

  it('hold for the size of a body', async () => {
    const { status, errors } = await postJson(server, {
      query: '{ __typename }',
      variables: { text: 'x'.repeat(2000) },
    });
    expect(status).toBe(413);
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/larger than the 2000 bytes .* Ask in several requests/) as string,
        extensions: { code: 'PAYLOAD_TOO_LARGE' },
      },
    ]);
  });

  it.each([0, 4000])(
    'hold for the operations of a request with a file of %s bytes, by their own name',
    async (size) => {
      const form = new FormData();
      form.append('operations', JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(2000) } }));
      form.append('map', '{}');
      form.append('0', new Blob(['x'.repeat(size)]), 'a.json');
      const headers = { ...server.authorization, 'apollo-require-preflight': 'true' };
      const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: form });
      expect(response.status).toBe(413);
      const message = expect.stringMatching(/^The part "operations" .* 2000 bytes .*WAYBILL_MAX_BODY_BYTES/) as string;
      expect(await response.json()).toMatchObject({
        errors: [{ message, extensions: { code: 'PAYLOAD_TOO_LARGE' } }],
      });
    },
  );

  it('end a WebSocket whose message is too large', async () => {
    const query = `{ __typename } # ${'x'.repeat(2000)}`;
    await expect(socketAnswer(server, { query })).rejects.toMatchObject({ code: 1009 });
  });
});
