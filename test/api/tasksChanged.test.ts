/** The subscription to all tasks of a project: the present state first, and the last state of each always. */
import { sql, type SqlConnection } from '../../src/database/worker.js';
import { onServersDatabase } from '../support/auditLog.js';
import { createProject, exportFile, type ProjectScene } from '../support/projectScene.js';
import { createResources } from '../support/projectScene.js';
import { makeSystem } from '../support/fastDataResources.js';
import { subscribeTo } from '../support/taskSubscription.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

interface Seen {
  id: string;
  status: string;
}

const query = 'subscription ($projectId: ID) { tasksChanged(projectId: $projectId) { id status } }';
const minuteMs = 60_000;

describe('the changes of tasks', () => {
  let server: ServerClient;
  let place: ProjectScene;
  beforeAll(async () => {
    server = await sharedServer();
  });
  beforeEach(async () => {
    place = await createProject(server, `watched-${++count}`);
    await createResources(server, place.branchId, [makeSystem('one')]);
  });

  let count = 0;
  const changes = () => subscribeTo<Seen>(server, query, { projectId: place.projectId });
  const exportAll = () => exportFile(server, { selection: { branchId: place.branchId, all: true } });

  it('begin with every task that has not ended, however many there are', async () => {
    const ids = Array.from({ length: 1100 }, (_, index) => idAt(Date.now() - 10 * minuteMs, index));
    await onServersDatabase(server, (connection) =>
      connection.transaction(async () => {
        for (const id of ids) await insertTask(connection, { id, status: 'RUNNING', endedAt: null });
      }),
    );
    const seen: string[] = [];
    for await (const { id } of changes()) if (seen.push(id) === ids.length) break;
    expect(seen).toEqual(ids);
    await onServersDatabase(server, (connection) =>
      connection.run(sql`DELETE FROM task WHERE project_id = ${place.projectId}`),
    );
  });

  it('tell the end of each task, also of one that was made long ago and never seen open', async () => {
    const events = changes();
    const [open, id] = [idAt(Date.now() - 10 * minuteMs, 1), idAt(Date.now() - 10 * minuteMs, 0)];
    // It is told first: from then on the server watches.
    await onServersDatabase(server, (connection) =>
      insertTask(connection, { id: open, status: 'RUNNING', endedAt: null }),
    );
    expect((await events.next()).value).toMatchObject({ id: open });
    await onServersDatabase(server, (connection) =>
      insertTask(connection, { id, status: 'COMPLETED', endedAt: new Date().toISOString() }),
    );
    // It has the server look.
    const { task } = await exportAll();
    const seen = new Map<string, string>();
    for await (const { id: seenId, status } of events) {
      seen.set(seenId, status);
      if (seen.get(task.id) === 'COMPLETED' && seen.has(id)) break;
    }
    expect(seen.get(id)).toBe('COMPLETED');
    await onServersDatabase(server, (connection) => connection.run(sql`DELETE FROM task WHERE id = ${open}`));
  });

  /** With a heartbeat that never gets old, and of no server that could be missed. */
  async function insertTask(
    connection: SqlConnection,
    { id, status, endedAt }: { id: string; status: string; endedAt: string | null },
  ): Promise<void> {
    const now = new Date().toISOString();
    await connection.run(
      sql`INSERT INTO task (id, type, status, project_id, branch_id, input, created_at, started_at, ended_at, heartbeat_at)
        VALUES (${id}, 'EXPORT', ${status}, ${place.projectId}, ${place.branchId}, '{}', ${now}, ${now}, ${endedAt}, '2999-01-01T00:00:00.000Z')`,
    );
  }
});

/** An id as they are made at a time. */
function idAt(timeMs: number, index: number): string {
  const hex = timeMs.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${index.toString(16).padStart(12, '0')}`;
}
