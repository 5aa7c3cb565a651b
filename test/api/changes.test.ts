/** Subscriptions to the tasks of projects, and to branches. */
import { grantRole, makeAccount } from '../support/accessScene.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema } from '../support/fastDataResources.js';
import { largeBundle } from '../support/largeBundle.js';
import { operationDocument, type TaskState } from '../support/operationResults.js';
import { createProject, createResources, importFile } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { isEnded, subscribeTo } from '../support/taskSubscription.js';

describe('a subscription', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const tasksOf = (token: string, projectId: string | null) =>
    subscribeTo<TaskState>({ url: server.url, token }, operationDocument('TasksChanged'), { projectId });
  const versionsOf = (branchId: string, token = server.token) =>
    subscribeTo<{ version: number }>({ url: server.url, token }, operationDocument('BranchChanged'), { branchId });

  it('to tasks begins with those that are open, and has the last state of each', async () => {
    const { branchId, projectId } = await createProject(server, 'followed');
    const { plan: first } = await server.upload(largeBundle(3000), { branchId });
    const events = tasksOf(server.token, projectId);
    const present = await events.next();
    expect(present.value).toMatchObject({ id: first!.task.id });
    const { plan: second } = await server.upload(await bundleText([makeErSchema('er', {})]), { branchId });
    const lastStatus = new Map<string, string>();
    const ids = [first!.task.id, second!.task.id];
    for await (const task of events) {
      expect(ids).toContain(task.id);
      lastStatus.set(task.id, task.status);
      if (ids.every((id) => isEnded({ status: (lastStatus.get(id) ?? 'QUEUED') as TaskState['status'] }))) break;
    }
    expect([...lastStatus.values()]).toEqual(['COMPLETED', 'COMPLETED']);
  });

  it('to tasks of no project tells of all that may be seen, and of no other', async () => {
    const own = await createProject(server, 'own');
    const other = await createProject(server, 'other');
    const viewer = await makeAccount(server, 'viewer');
    await grantRole(server, viewer, { projectId: own.projectId, role: 'VIEWER' });
    const events = tasksOf(viewer.secret, null);
    const first = events.next();
    await importFile(server, await bundleText([makeErSchema('theirs', {})]), { branchId: other.branchId });
    const { plan } = await server.upload(await bundleText([makeErSchema('ours', {})]), { branchId: own.branchId });
    expect((await first).value).toMatchObject({ id: plan!.task.id });
    await events.return();
  });

  it('to a branch begins with its version, which rises with each change, and ends with the branch', async () => {
    const { projectId } = await createProject(server, 'changing');
    const { createBranch } = await server.operation('CreateBranch', { input: { projectId, name: 'side' } });
    const branchId = createBranch.branch!.id;
    const events = versionsOf(branchId);
    const versions: number[] = [];
    const next = async () => {
      const event = await events.next();
      if (event.done !== true) versions.push(event.value.version);
      return event.done;
    };
    await next();
    await createResources(server, branchId, [makeErSchema('one', {})]);
    await next();
    await importFile(server, await bundleText([makeErSchema('two', {})]), { branchId });
    await next();
    expect(versions).toEqual(versions.toSorted((one, other) => one - other));
    expect(new Set(versions).size).toBe(3);
    await server.operation('DeleteBranch', { input: { id: branchId } });
    while ((await next()) !== true);
  });

  it.each(['01890a5d-ac96-774b-bcce-b302099a8057', 'nope'])('to a branch %s is refused', async (branchId) => {
    await expect(versionsOf(branchId).next()).rejects.toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  });

  it('to what is not for who asks is refused as if it did not exist', async () => {
    const { branchId } = await createProject(server, 'hidden');
    const stranger = await makeAccount(server, 'stranger');
    await expect(versionsOf(branchId, stranger.secret).next()).rejects.toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  });
});
