/** Deleting projects, branches and tasks: all that hangs on them goes, and nothing else. */
import { auditEventsOf } from '../support/auditEvents.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema, makeShop } from '../support/fastDataResources.js';
import { largeBundle } from '../support/largeBundle.js';
import {
  createProject,
  createResources,
  executePlan,
  exportFile,
  importFile,
  namesOn,
  stageFile,
  type ProjectScene,
} from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { storedFilesOf } from '../support/storedFiles.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('deleting', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const storedFiles = () => storedFilesOf(server).names();
  const verify = async () => {
    const { data } = await server.query('{ verifyDatabase { contentCount problems { severity message } } }');
    return (data as { verifyDatabase: { contentCount: number; problems: { severity: string; message: string }[] } })
      .verifyDatabase;
  };
  const taskOf = async (planId: string) => {
    const { data } = await server.query('query ($id: ID!) { importPlan(id: $id) { task { id } } }', { id: planId });
    return (data as { importPlan: { task: { id: string } } }).importPlan.task.id;
  };
  /** A project with something of all that there is. */
  const fill = async (name: string): Promise<ProjectScene> => {
    const scene = await createProject(server, name, ['EVENT_DRIVEN']);
    const { branchId, projectId } = scene;
    const made = await createResources(server, branchId, makeShop());
    await server.operation('RenameResource', { input: { id: made.get('customers')!.id, name: `${name}_customers` } });
    const document =
      'mutation ($id: ID!) { setResourceReaders(input: { resourceId: $id, readers: [] }) { problems { message } } }';
    await server.query(document, { id: made.get('toUpperCase')!.id });
    await importFile(
      server,
      await bundleText([makeErSchema('copied', {}), makeErSchema('lent', {})], { projectKey: 'lender' }),
      { branchId },
    );
    await stageFile(server, await bundleText([makeErSchema('copied', { other: [] }), makeErSchema('new', {})]), {
      branchId,
    });
    await server.upload('this is no bundle', { branchId });
    await exportFile(server, { selection: { branchId, all: true } });
    await server.operation('SaveTemplate', { input: { projectId, name: 'all', direction: 'EXPORT', settings: {} } });
    await server.operation('CreateBranch', { input: { projectId, name: 'copy', fromBranchId: branchId } });
    return scene;
  };

  it('a project takes all that hangs on it, and leaves everything else', async () => {
    await fill('kept');
    const before = { files: await storedFiles(), ...(await verify()) };
    const doomed = await fill('doomed');
    expect((await storedFiles()).length).toBeGreaterThan(before.files.length);
    const { deleteProject: refused } = await server.operation('DeleteProject', {
      input: { id: doomed.projectId, confirmKey: 'kept' },
    });
    expect(refused).toMatchObject({
      deletedId: null,
      problems: [{ code: 'CONFIRMATION_WRONG', path: ['input', 'confirmKey'] }],
    });
    const { deleteProject } = await server.operation('DeleteProject', {
      input: { id: doomed.projectId, confirmKey: 'doomed' },
    });
    expect(deleteProject).toEqual({ deletedId: doomed.projectId, problems: [] });
    const after = { files: await storedFiles(), ...(await verify()) };
    expect(after).toEqual(before);
    for (const id of [doomed.projectId, doomed.branchId])
      expect(await server.operation('Node', { id })).toEqual({ node: null });
    const [event] = await auditEventsOf(server, { actions: ['PROJECT_DELETE'] });
    expect(event).toMatchObject({ outcome: 'SUCCEEDED', subjectId: doomed.projectId, project: { key: 'doomed' } });
    expect((await auditEventsOf(server, { projectId: doomed.projectId })).length).toBeGreaterThan(10);
    expect((await createProject(server, 'doomed')).projectId).not.toBe(doomed.projectId);
  });

  it('a branch leaves the others of its project, with the contents that they share', async () => {
    const { projectId, branchId } = await fill('branched');
    const { project } = await server.operation('Project', { key: 'branched' });
    const copyId = project!.branches.find(({ name }) => name === 'copy')!.id;
    const names = await namesOn(server, branchId);
    const { deleteBranch: refused } = await server.operation('DeleteBranch', { input: { id: branchId } });
    expect(refused).toMatchObject({ deletedId: null, problems: [{ code: 'BRANCH_IS_DEFAULT' }] });
    await importFile(server, await bundleText([makeErSchema('only_here', {})]), { branchId: copyId });
    const { deleteBranch } = await server.operation('DeleteBranch', { input: { id: copyId } });
    expect(deleteBranch).toEqual({ deletedId: copyId, problems: [] });
    expect(await namesOn(server, branchId)).toEqual(names);
    expect((await verify()).problems.filter(({ message }) => !message.startsWith('A reference leads nowhere'))).toEqual(
      [],
    );
    expect((await server.operation('Tasks', { filter: { branchId: copyId } })).tasks).toBeNull();
    const [event] = await auditEventsOf(server, { projectId, actions: ['BRANCH_DELETE'] });
    expect(event).toMatchObject({ subjectId: copyId, detail: { name: 'copy' } });
  });

  it('a task is deleted with its files, and with the plan of a file that was read', async () => {
    const { branchId } = await createProject(server, 'tasks');
    await createResources(server, branchId, [makeErSchema('er', {})]);
    const { task: exported } = await exportFile(server, { selection: { branchId, all: true } });
    const before = await storedFiles();
    const remove = async (id: string) => (await server.operation('DeleteTask', { input: { id } })).deleteTask;
    expect(await remove(exported.id)).toEqual({ deletedId: exported.id, problems: [] });
    expect(await storedFiles()).toHaveLength(before.length - 1);
    expect((await fetch(exported.files[0]!.url!)).status).toBe(404);
    expect((await server.operation('Task', { id: exported.id })).task).toBeNull();

    const { id: planId } = await stageFile(server, await bundleText([makeErSchema('staged', {})]), { branchId });
    const stageTaskId = await taskOf(planId);
    const open = await remove(stageTaskId);
    expect(open).toMatchObject({ deletedId: null, problems: [{ code: 'TASK_IN_USE' }] });
    const imported = await executePlan(server, planId);
    expect(await remove(imported.id)).toMatchObject({ deletedId: imported.id });
    expect((await server.operation('ImportPlans', { branchId })).importPlans?.nodes).toMatchObject([
      { id: planId, executeTask: null },
    ]);
    expect(await taskOf(planId)).toBe(stageTaskId);
    expect(await remove(stageTaskId)).toMatchObject({ deletedId: stageTaskId });
    expect((await server.operation('ImportPlans', { branchId })).importPlans).toMatchObject({ totalCount: 0 });
    expect(await namesOn(server, branchId)).toEqual(['er', 'staged']);
    expect(await storedFiles()).toHaveLength(before.length - 1);
    expect((await verify()).problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  });

  it('follows the fix of an open plan', async () => {
    const { branchId } = await createProject(server, 'fixes');
    const { id: planId } = await stageFile(server, await bundleText([makeErSchema('staged', {})]), { branchId });
    await server.operation('DiscardImport', { input: { planId } });
    const id = await taskOf(planId);
    expect((await server.operation('DeleteTask', { input: { id } })).deleteTask).toEqual({
      deletedId: id,
      problems: [],
    });
    expect((await server.operation('ImportPlan', { id: planId })).importPlan).toBeNull();
  });

  it('names the tasks that have not ended, and deletes nothing', async () => {
    const { projectId, key } = await createProject(server, 'busy');
    const { createBranch } = await server.operation('CreateBranch', { input: { projectId, name: 'side' } });
    const sideId = createBranch.branch!.id;
    const { plan } = await server.upload(largeBundle(20_000), { branchId: sideId });
    const taskId = plan!.task.id;
    const problem = { code: 'TASK_NOT_ENDED', message: expect.stringContaining(taskId) as string };
    const { deleteProject } = await server.operation('DeleteProject', { input: { id: projectId, confirmKey: key } });
    expect(deleteProject).toMatchObject({ deletedId: null, problems: [problem] });
    const { deleteBranch } = await server.operation('DeleteBranch', { input: { id: sideId } });
    expect(deleteBranch).toMatchObject({ deletedId: null, problems: [problem] });
    const { deleteTask } = await server.operation('DeleteTask', { input: { id: taskId } });
    expect(deleteTask).toMatchObject({ deletedId: null, problems: [problem] });
    await server.operation('CancelTask', { input: { id: taskId } });
    const again = await server.operation('DeleteBranch', { input: { id: sideId } });
    expect(again.deleteBranch).toEqual({ deletedId: sideId, problems: [] });
  });

  it('answers problems for ids of nothing', async () => {
    const input = { id: unknownId };
    expect((await server.operation('DeleteBranch', { input })).deleteBranch.problems).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect((await server.operation('DeleteTask', { input })).deleteTask.problems).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    const project = await server.operation('DeleteProject', { input: { ...input, confirmKey: '' } });
    expect(project.deleteProject.problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await server.operation('DeleteTask', { input: { id: 'x' } })).deleteTask.problems).toMatchObject([
      { code: 'INVALID_ID' },
    ]);
  });
});

describe('updating a project', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const update = async (input: {
    id: string;
    name?: string;
    description?: string | null;
    capabilities?: 'EVENT_DRIVEN'[];
  }) => (await server.operation('UpdateProject', { input })).updateProject;

  it('changes what is given, and keeps the rest', async () => {
    const { projectId: id, key } = await createProject(server, 'settings');
    expect(await update({ id, name: 'New name', description: 'What for' })).toMatchObject({
      project: { key, name: 'New name', description: 'What for', capabilities: [] },
    });
    expect(await update({ id, capabilities: ['EVENT_DRIVEN'] })).toMatchObject({
      project: { name: 'New name', description: 'What for', capabilities: ['EVENT_DRIVEN'] },
    });
    expect(await update({ id, description: null })).toMatchObject({ project: { name: 'New name', description: null } });
    const [event] = await auditEventsOf(server, { projectId: id });
    expect(event).toMatchObject({
      action: 'PROJECT_UPDATE',
      detail: { name: 'New name', capabilities: ['EVENT_DRIVEN'] },
    });
  });

  it('refuses a name that a new project could not have, and an id of nothing', async () => {
    const { projectId: id } = await createProject(server, 'named');
    expect(await update({ id, name: ' ' })).toMatchObject({ project: null, problems: [{ code: 'NAME_INVALID' }] });
    expect(await update({ id: unknownId, name: 'x' })).toMatchObject({
      project: null,
      problems: [{ code: 'NOT_FOUND' }],
    });
  });

  it('keeps a capability that references need, and gives it up once they are detached', async () => {
    const { projectId: id, branchId } = await createProject(server, 'capable', ['EVENT_DRIVEN']);
    const shop = makeShop().filter(({ kind }) => kind !== 'fast-data/SingleView');
    await importFile(server, await bundleText(shop, { projectKey: 'lender' }), { branchId, mode: 'REFERENCE' });
    const refused = await update({ id, capabilities: [] });
    expect(refused).toMatchObject({
      project: null,
      problems: [{ code: 'CAPABILITY_IN_USE', path: ['input', 'capabilities'] }],
    });
    const { resources } = await server.operation('Resources', { branchId, filter: { mode: 'REFERENCE' }, first: 100 });
    for (const { node } of resources!.edges) await server.operation('DetachReference', { input: { id: node.id } });
    expect(await update({ id, capabilities: [] })).toMatchObject({ project: { capabilities: [] }, problems: [] });
  });
});
