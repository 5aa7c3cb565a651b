import { bothWays, expectRefusal, type SentOperation } from '../support/limitAnswers.js';
import { operationDocument } from '../support/operationResults.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

describe('a server that Introspection is disabled', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_INTROSPECTION: 'false' } });
  });
  afterAll(() => server.stop());

  describe.each(bothWays)('over %s', (_way, ask) => {
    it.each(['{ __schema { types { name } } }', '{ a: __type(name: "Project") { name } }'])(
      'refuses %s',
      async (query) => {
        expectRefusal(await ask(server, { query }), 'INTROSPECTION_DISABLED', /Introspection is disabled/);
      },
    );

    it('answers anything else, and tells which type a node is of', async () => {
      expect((await ask(server, { query: '{ __typename projects { __typename totalCount } }' })).data).toEqual({
        __typename: 'Query',
        projects: { __typename: 'ProjectConnection', totalCount: 0 },
      });
    });

    it.each<[string, SentOperation]>([
      ['a field', { query: '{ project(key: "a") { nam } }' }],
      ['an argument', { query: '{ project(kay: "a") { name } }' }],
      ['a type', { query: '{ ... on Quera { __typename } }' }],
      [
        'a value in a variable',
        {
          query: operationDocument('CreateProject'),
          variables: { input: { key: 'a', name: 'A', capabilities: ['EVENT_DRIVE'] } },
        },
      ],
      [
        'a field in a variable',
        { query: operationDocument('CreateProject'), variables: { input: { key: 'a', nam: 'A' } } },
      ],
    ])('names nothing that is near to %s', async (_what, sent) => {
      const { errors } = await ask(server, sent);
      expect(errors?.length).toBeGreaterThan(0);
      expect(errors?.every(({ extensions }) => typeof extensions['code'] === 'string')).toBe(true);
      expect(JSON.stringify(errors)).not.toContain('Did you mean');
    });
  });
});
