/** What a mutation is about is deleted while it runs: it answers as for what does not exist. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql, type SqlConnection } from '../../src/database/worker.js';
import { onServersDatabase } from '../support/auditLog.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema, makeSystem } from '../support/fastDataResources.js';
import { createProject, createResources, type ProjectScene } from '../support/projectScene.js';
import { isPostgresWanted } from '../support/testDatabase.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

type Problems = { problems: { code: string; path: string[] }[] };
type Ask = (server: ServerClient, place: ProjectScene, source: ProjectScene) => Promise<Problems>;

const input = (of: object) => ({ input: of }) as never;

/** Each mutation that writes a row which refers to a branch or a project, and the argument that names it. */
const mutations: [name: string, path: string, ask: Ask][] = [
  [
    'stageImport',
    'branchId',
    async (server, { branchId }) => server.upload(await bundleText([makeErSchema('er', {})]), { branchId }),
  ],
  [
    'stageTransfer',
    'intoBranchId',
    async (server, { branchId: intoBranchId }, { branchId }) =>
      (await server.operation('StageTransfer', input({ selection: { branchId, all: true }, intoBranchId })))
        .stageTransfer,
  ],
  [
    'createResource',
    'branchId',
    async (server, { branchId }) =>
      (await server.operation('CreateResource', input({ branchId, ...makeSystem('new') }))).createResource,
  ],
  [
    'createBranch',
    'projectId',
    async (server, { projectId }) =>
      (await server.operation('CreateBranch', input({ projectId, name: 'other' }))).createBranch,
  ],
  [
    'saveTemplate',
    'projectId',
    async (server, { projectId }) =>
      (await server.operation('SaveTemplate', input({ projectId, direction: 'EXPORT', name: 'all', settings: {} })))
        .saveTemplate,
  ],
  [
    'setPackEnabled',
    'projectId',
    async (server, { projectId }) =>
      (await server.operation('SetPackEnabled', input({ projectId, pack: 'fast-data', isEnabled: false })))
        .setPackEnabled,
  ],
  [
    'grantRole',
    'projectId',
    async (server, { projectId }) => {
      const { me } = await server.operation('Me');
      return (await server.operation('GrantRole', input({ projectId, principalId: me.id, role: 'VIEWER' }))).grantRole;
    },
  ],
];

describe('a branch or project that is deleted at the moment of', () => {
  let server: ServerClient;
  let source: ProjectScene;
  beforeAll(async () => {
    server = await sharedServer();
    source = await createProject(server, 'source');
    await createResources(server, source.branchId, [makeSystem('one')]);
  });

  it.each(mutations)('%s is answered as one that does not exist', async (name, path, ask) => {
    const place = await createProject(server, name.toLowerCase());
    const { problems } = await whileDeleting(place, () => ask(server, place, source));
    expect(problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', path] }]);
  });

  /** Deletes the rows in a transaction that ends once the request waits for it. */
  function whileDeleting(place: ProjectScene, ask: () => Promise<Problems>): Promise<Problems> {
    return onServersDatabase(server, async (connection) => {
      const begun: { answer?: Promise<Problems> } = {};
      await connection.transaction(async () => {
        await connection.run(sql`DELETE FROM branch WHERE id = ${place.branchId}`);
        await connection.run(sql`DELETE FROM project WHERE id = ${place.projectId}`);
        begun.answer = ask();
        // It fails later at the earliest, and is looked at then.
        begun.answer.catch(() => undefined);
        await untilWaiting(connection);
      });
      return begun.answer!;
    });
  }

  /** SQLite does not tell who waits for its writer; there the request may come after the deletion, and must answer the same. */
  async function untilWaiting(connection: SqlConnection): Promise<void> {
    for (let tries = 0; tries < (isPostgresWanted() ? 200 : 8); tries += 1) {
      await pause(25);
      if (!isPostgresWanted()) continue;
      const waiting = await connection.get(
        sql`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      if (waiting) return;
    }
  }
});
