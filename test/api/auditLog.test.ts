import { sql } from '../../src/database/worker.js';
import { onServersDatabase, writeAudit } from '../support/auditLog.js';
import { createProject } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

/** As clients send it, and with the outcome. */
const document = `query AuditEvents($filter: AuditFilter, $first: Int, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    totalCount
    edges { node { id at action principal { id name } project { id key } subjectId outcome detail } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface AuditNode {
  id: string;
  at: string;
  action: string;
  principal: { id: string; name: string };
  project: { id: string; key: string } | null;
  subjectId: string | null;
  outcome: string;
  detail: unknown;
}

interface AuditPage {
  totalCount: number;
  edges: { node: AuditNode }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function ask(server: ServerClient, variables: Record<string, unknown>): Promise<AuditPage> {
  // What tests do with the server is told of too, later than all that is written here.
  const filter = { before: '2026-03-01T00:00:00.000Z', ...(variables['filter'] as object | undefined) };
  const { data, errors } = await server.query(document, { ...variables, filter });
  expect(errors).toBeUndefined();
  return (data as unknown as { auditEvents: AuditPage }).auditEvents;
}

const day = (at: number) => `2026-01-${String(at).padStart(2, '0')}T00:00:00.000Z`;
const ada = { id: 'ada', name: 'Ada' };
const ben = { id: 'ben', name: 'Ben' };

describe('the audit log', () => {
  let server: ServerClient;
  let projectId: string;
  let key: string;
  beforeAll(async () => {
    server = await sharedServer();
    ({ projectId, key } = await createProject(server, 'audited'));
    await writeAudit(server, [
      { at: day(3), action: 'IMPORT', actor: ben, projectId, outcome: 'SUCCEEDED_WITH_ERRORS' },
      { at: day(1), projectId, subjectId: 'task', detail: { items: 7, 'a name': 'é 🦊 \0' } },
      { at: day(2), action: 'TOKEN_CREATE', actor: ada },
      { at: day(2), action: 'TOKEN_CREATE', actor: ada, outcome: 'DENIED' },
      { at: day(4), action: 'RENAME', actor: ada, projectId },
      { at: day(5), action: 'IMPORT', actor: ada, projectId: '01a1fdbf-0000-7000-8000-000000000000' },
    ]);
  });

  const short = ({ edges }: AuditPage) => edges.map(({ node }) => `${node.at.slice(8, 10)} ${node.action}`);

  it('gives the newest first, with all that was written', async () => {
    const page = await ask(server, {});
    expect(page.totalCount).toBe(6);
    expect(short(page)).toEqual([
      '05 IMPORT',
      '04 RENAME',
      '03 IMPORT',
      '02 TOKEN_CREATE',
      '02 TOKEN_CREATE',
      '01 EXPORT',
    ]);
    expect(page.edges.at(-1)?.node).toEqual({
      id: expect.any(String) as string,
      at: day(1),
      action: 'EXPORT',
      principal: ada,
      project: { id: projectId, key },
      subjectId: 'task',
      outcome: 'SUCCEEDED',
      detail: { items: 7, 'a name': 'é 🦊 \0' },
    });
    // Of a project that is not there, nothing is made up.
    expect(page.edges[0]?.node.project).toBeNull();
  });

  it.each<[string, () => object, string[]]>([
    ['a project', () => ({ projectId }), ['04 RENAME', '03 IMPORT', '01 EXPORT']],
    ['a principal', () => ({ principalId: 'ben' }), ['03 IMPORT']],
    ['an action', () => ({ actions: ['IMPORT'] }), ['05 IMPORT', '03 IMPORT']],
    ['actions', () => ({ actions: ['EXPORT', 'IMPORT'] }), ['05 IMPORT', '03 IMPORT', '01 EXPORT']],
    ['no action', () => ({ actions: [] }), []],
    ['times', () => ({ after: day(2), before: day(4) }), ['03 IMPORT', '02 TOKEN_CREATE', '02 TOKEN_CREATE']],
    [
      'a time far ahead',
      () => ({ principalId: 'ada', before: '9999-12-31T23:00:00-05:00', after: day(4), actions: ['IMPORT', 'RENAME'] }),
      ['05 IMPORT', '04 RENAME'],
    ],
    [
      'all of these',
      () => ({ projectId, principalId: 'ada', actions: ['RENAME', 'EXPORT'], after: day(2) }),
      ['04 RENAME'],
    ],
    ['a project that is not there', () => ({ projectId: 'nowhere' }), []],
  ])('is narrowed to %s', async (_what, filter, expected) => {
    const page = await ask(server, { filter: filter() });
    expect(short(page)).toEqual(expected);
    expect(page.totalCount).toBe(expected.length);
  });

  it.each([[undefined], [['TOKEN_CREATE', 'EXPORT', 'IMPORT', 'RENAME']]])(
    'is read in pages, without loss where events have the same time: %j',
    async (actions) => {
      const whole = await ask(server, { filter: { actions } });
      const ids: string[] = [];
      for (let after: string | undefined, isMore = true; isMore;) {
        const { edges, pageInfo } = await ask(server, { filter: { actions }, first: 2, after });
        ids.push(...edges.map(({ node }) => node.id));
        ({ endCursor: after, hasNextPage: isMore } = pageInfo);
      }
      expect(ids).toEqual(whole.edges.map(({ node }) => node.id));
      expect(ids).toHaveLength(6);
    },
  );

  it('refuses a cursor that this server did not give out', async () => {
    for (const after of ['x', Buffer.from('[]').toString('base64url')]) {
      const { errors } = await server.query(document, { after });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it.each([
    "UPDATE audit_event SET principal_name = 'Nobody'",
    'DELETE FROM audit_event',
    `INSERT INTO audit_event SELECT * FROM audit_event WHERE action = 'RENAME'
     ON CONFLICT (id) DO UPDATE SET principal_name = 'Nobody'`,
  ])('is only added to; the database refuses %s', async (statement) => {
    const before = await ask(server, {});
    await expect(onServersDatabase(server, (connection) => connection.run(sql.raw(statement)))).rejects.toThrow(
      /The audit log is only added to: its events are neither changed nor deleted\./,
    );
    expect(await ask(server, {})).toEqual(before);
  });

  it('keeps nothing of a transaction that is rolled back', async () => {
    const { totalCount } = await ask(server, {});
    await expect(writeAudit(server, [{ action: 'UNDO' }, { action: null as never }])).rejects.toThrow();
    expect((await ask(server, {})).totalCount).toBe(totalCount);
  });
});
