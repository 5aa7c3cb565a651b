import { grantRole, makeAccount, type Account } from '../support/accessScene.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema, makeShop, makeSystem } from '../support/fastDataResources.js';
import type { TaskState } from '../support/operationResults.js';
import {
  createProject,
  createResources,
  executePlan,
  exportFile,
  importFile,
  present,
  stageFile,
  unsigned,
} from '../support/projectScene.js';
import { isEnded } from '../support/taskSubscription.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057';

/** Enough items that a task is still under way when it is asked about. */
function manySystems(count: number) {
  return Array.from({ length: count }, (_, index) => makeSystem(`system_${index}`));
}

async function allStates(updates: AsyncIterable<TaskState>): Promise<TaskState[]> {
  const states: TaskState[] = [];
  for await (const state of updates) states.push(state);
  return states;
}

describe('following a task', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  it('gives the present state at once and the last one always', async () => {
    const { branchId } = await createProject(server, 'followed');
    const { plan } = await server.upload(await bundleText(manySystems(2000), { format: 'JSONL' }), { branchId });
    const states = await allStates(server.subscribe(plan!.task.id));
    expect(['QUEUED', 'RUNNING', 'COMPLETED']).toContain(states[0]?.status);
    expect(states.filter(isEnded)).toHaveLength(1);
    expect(states.at(-1)).toMatchObject({ status: 'COMPLETED', processedCount: 2000, totalCount: 2000, stage: null });
    for (const state of states) expect(state.processedCount).toBeLessThanOrEqual(2000);
  });

  it('gives the end, with its files, to who comes late', async () => {
    const { branchId } = await createProject(server, 'late');
    await createResources(server, branchId, makeShop());
    const { task } = await exportFile(server, { selection: { branchId, all: true } });
    const states = await allStates(server.subscribe(task.id));
    expect(states.map(unsigned)).toEqual([unsigned((await server.operation('Task', { id: task.id })).task!)]);
    expect(states[0]?.files).toHaveLength(1);
  });

  it('gives the files that came while it was followed', async () => {
    const { branchId } = await createProject(server, 'files');
    await createResources(server, branchId, makeShop());
    const { startExport } = await server.operation('StartExport', { input: { selection: { branchId, all: true } } });
    const states = await allStates(server.subscribe(present(startExport.task).id));
    expect(states.at(-1)?.files.map(({ purpose }) => purpose)).toEqual(['RESULT']);
  });

  it('is possible for many at once, who all see the end', async () => {
    const { branchId } = await createProject(server, 'many');
    const { plan } = await server.upload(await bundleText(manySystems(500)), { branchId });
    const followers = Array.from({ length: 10 }, () => allStates(server.subscribe(plan!.task.id)));
    for (const states of await Promise.all(followers)) expect(states.at(-1)?.status).toBe('COMPLETED');
  });

  it.each([unknownId, 'nope', ''])('is refused for %j', async (id) => {
    await expect(allStates(server.subscribe(id))).rejects.toThrow();
    expect((await server.operation('Task', { id })).task).toBeNull();
  });
});

describe('what a task tells at its end', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const sumOf = (task: TaskState) =>
    task.createdCount + task.updatedCount + task.unchangedCount + task.skippedCount + task.failedCount;

  it('adds up: created, updated, unchanged, skipped and failed are all there are', async () => {
    const { branchId } = await createProject(server, 'sums');
    const bundle = await bundleText([...manySystems(5), makeErSchema('map', {}), makeErSchema('taken', {})]);
    await createResources(server, branchId, [makeErSchema('taken', { x: [] })]);
    const plan = await stageFile(server, bundle, { branchId });
    const skipped = plan.items.edges.filter(({ node }) => node.name === 'system_3').map(({ node }) => node.id);
    await server.operation('SelectImportItems', { input: { planId: plan.id, itemIds: skipped, isSelected: false } });
    const task = await executePlan(server, plan.id, 'ON_ERROR_CONTINUE');
    expect(task).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', totalCount: 7, processedCount: 7 });
    expect(task).toMatchObject({ createdCount: 5, skippedCount: 1, failedCount: 1 });
    expect(sumOf(task)).toBe(task.totalCount);
    expect(task.files.map(({ purpose }) => purpose)).toEqual(
      expect.arrayContaining(['SOURCE', 'RESULT', 'ERROR_REPORT']),
    );
  });

  it('adds up when the same comes again and all is unchanged', async () => {
    const { branchId } = await createProject(server, 'again');
    const bundle = await bundleText(manySystems(3));
    await importFile(server, bundle, { branchId });
    const task = await importFile(server, bundle, { branchId });
    expect(task).toMatchObject({ totalCount: 3, unchangedCount: 3, createdCount: 0 });
    expect(sumOf(task)).toBe(3);
  });

  it('has a start, an end and a rate', async () => {
    const { branchId } = await createProject(server, 'times');
    const task = await importFile(server, await bundleText(manySystems(10)), { branchId });
    expect(Date.parse(task.createdAt)).toBeLessThanOrEqual(Date.parse(task.startedAt ?? ''));
    expect(Date.parse(task.startedAt ?? '')).toBeLessThanOrEqual(Date.parse(task.endedAt ?? ''));
    expect(task.errorMessage).toBeNull();
  });
});

describe('the history of tasks', () => {
  let server: ServerClient;
  /** Somebody who sees these two projects alone. */
  let reader: Account;
  let branchId: string;
  let otherBranchId: string;
  beforeAll(async () => {
    server = await sharedServer();
    reader = await makeAccount(server, 'reader');
    const [place, other] = [await createProject(server, 'history'), await createProject(server, 'elsewhere')];
    for (const { projectId } of [place, other]) await grantRole(server, reader, { projectId, role: 'MANAGER' });
    [branchId, otherBranchId] = [place.branchId, other.branchId];
    await importFile(server, await bundleText([makeErSchema('map', {})]), { branchId });
    for (let count = 0; count < 3; count += 1) await exportFile(server, { selection: { branchId, all: true } });
    await stageFile(server, 'this is no bundle', { branchId: otherBranchId });
  });

  const list = async (filter: object | null, page: object = {}) => {
    const { tasks } = await reader.client.operation('Tasks', { filter, ...page });
    return { ...tasks!, nodes: tasks!.edges.map(({ node }) => node) };
  };

  it('comes newest first', async () => {
    const { nodes, totalCount } = await list(null);
    expect(totalCount).toBe(6);
    expect(nodes.map(({ type, status }) => `${type} ${status}`)).toEqual([
      'STAGE_IMPORT FAILED',
      'EXPORT COMPLETED',
      'EXPORT COMPLETED',
      'EXPORT COMPLETED',
      'EXECUTE_IMPORT COMPLETED',
      'STAGE_IMPORT COMPLETED',
    ]);
    expect(nodes[0]?.errorMessage).toBeTruthy();
  });

  it('goes on behind a cursor', async () => {
    const all = await list(null);
    const first = await list(null, { first: 4 });
    const second = await list(null, { first: 4, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(all.nodes.map(({ id }) => id));
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(second.totalCount).toBe(6);
  });

  it('is narrowed by type, state and branch, and by all of them together', async () => {
    expect((await list({ types: ['EXPORT'] })).totalCount).toBe(3);
    expect((await list({ types: ['EXPORT', 'STAGE_IMPORT'] })).totalCount).toBe(5);
    expect((await list({ types: [] })).totalCount).toBe(0);
    expect((await list({ statuses: ['FAILED', 'CANCELLED'] })).totalCount).toBe(1);
    expect((await list({ branchId })).totalCount).toBe(5);
    expect((await list({ branchId: otherBranchId, types: ['EXPORT'] })).totalCount).toBe(0);
  });

  it('is searched for names of files, in all tasks of a plan, and for who began them', async () => {
    const all = await list(null);
    const plan = all.nodes.find(({ type }) => type === 'EXECUTE_IMPORT')!;
    const [stage] = all.nodes.filter(({ type, status }) => type === 'STAGE_IMPORT' && status === 'COMPLETED');
    const fileName = stage!.files.find(({ purpose }) => purpose === 'SOURCE')!.name;
    const found = await list({ search: fileName.toUpperCase(), branchId });
    expect(found.nodes.map(({ id }) => id)).toEqual([plan.id, stage!.id]);
    // Exports of one second write files of one name.
    const { name } = all.nodes.find(({ type }) => type === 'EXPORT')!.files[0]!;
    const named = all.nodes.filter(({ files }) => files.some((file) => file.name === name));
    expect((await list({ search: name })).nodes).toEqual(
      named.map(({ id }) => expect.objectContaining({ id }) as unknown),
    );
    expect((await list({ search: 'Admin' })).totalCount).toBe(6);
    expect((await list({ search: 'nobody%' })).totalCount).toBe(0);
  });

  it('is null for a branch that does not exist', async () => {
    expect(await server.operation('Tasks', { filter: { branchId: unknownId } })).toEqual({ tasks: null });
  });
});
