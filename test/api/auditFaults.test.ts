/** An event is there exactly when what it tells of is, whatever goes wrong. */
import { grantRole, makeAccount } from '../support/accessScene.js';
import { auditEventsOf, mutate, type AuditEventState } from '../support/auditEvents.js';
import { refuseEvents } from '../support/auditLog.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema, makeSystem } from '../support/fastDataResources.js';
import { limitFileSize } from '../support/faults.js';
import { createProject, createResources, stageFile, type ProjectScene } from '../support/projectScene.js';
import { isPostgresWanted } from '../support/testDatabase.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const created = { action: 'CREATE', outcome: 'SUCCEEDED' };

describe('the audit log records', () => {
  let server: TestServer;
  let place: ProjectScene;
  beforeAll(async () => {
    server = await startTestServer();
    place = await createProject(server, 'audited');
  });
  afterAll(() => server.stop());

  const newest = async (): Promise<AuditEventState> =>
    (await auditEventsOf(server, { projectId: place.projectId }))[0]!;
  const makeSystemNamed = async (name: string) =>
    (await createResources(server, place.branchId, [makeSystem(name)])).get(name)!.id;

  it('nothing that was not done, and nothing is done that it cannot record', async () => {
    const manager = await makeAccount(server, 'Mara');
    await grantRole(server, manager, { projectId: place.projectId, role: 'MANAGER' });
    const id = await makeSystemNamed('kept');
    await refuseEvents(server, "NEW.action IN ('RENAME', 'ROLE_GRANT')", async () => {
      const input = { id, name: 'lost' };
      await expect(mutate(server, 'renameResource', { input })).rejects.toThrow('INTERNAL');
      const grant = { projectId: place.projectId, principalId: manager.tokenId, role: 'VIEWER' };
      await expect(mutate(server, 'grantRole', { input: grant })).rejects.toThrow('INTERNAL');
    });
    expect((await server.operation('Resource', { id })).resource).toMatchObject({ name: 'kept', revision: 1 });
    const { me } = await manager.client.operation('Me');
    expect(me.memberships.nodes).toMatchObject([{ role: 'MANAGER' }]);
    expect(await newest()).toMatchObject({ ...created, subjectId: id });
  });

  it('nothing that the disk had no room for', async () => {
    if (isPostgresWanted()) return;
    const id = await makeSystemNamed('cramped');
    await limitFileSize(server, 0);
    await expect(mutate(server, 'renameResource', { input: { id, name: 'roomy' } })).rejects.toThrow('DISK_FULL');
    await limitFileSize(server);
    expect(await newest()).toMatchObject({ ...created, subjectId: id });
    expect((await server.operation('Resource', { id })).resource).toMatchObject({ name: 'cramped' });
  });

  it('an import once, if the server is killed in its middle', async () => {
    const { projectId, branchId } = await createProject(server, 'killed');
    const many = Array.from({ length: 3000 }, (_, index) => makeErSchema(`er_${index}`, {}));
    const { id } = await stageFile(server, await bundleText(many), { branchId });
    const { executeImport } = await server.operation('ExecuteImport', { input: { planId: id } });
    await server.kill('SIGKILL');
    await server.restart();
    const task = await server.waitForTask(executeImport.task!.id);
    expect(task).toMatchObject({ status: 'COMPLETED', createdCount: 3000 });
    const told = await auditEventsOf(server, { projectId, actions: ['IMPORT'] });
    expect(told).toMatchObject([
      { outcome: 'SUCCEEDED', subjectId: task.id, detail: { counts: { createdCount: 3000 } } },
    ]);
  });
});
