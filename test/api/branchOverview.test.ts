/** What a page of a branch shows: counts of its kinds, its open plans, and what tasks and plans lead to. */
import { grantRole, makeAccount } from '../support/accessScene.js';
import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema, makeProjection, makeSystem } from '../support/fastDataResources.js';
import { createProject, createResources, executePlan, importFile, stageFile } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('the overview of a branch', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  const countsOf = async (client: Pick<ServerClient, 'operation'>, projectKey: string) => {
    const { branch } = await client.operation('BranchOverview', { projectKey, name: 'main' });
    return branch?.kindCounts.map(({ kind, count, referenceCount }) => [kind.name, count, referenceCount]);
  };

  it('counts resources and references by kind, through imports, detaching, deletion and undo', async () => {
    const { key, branchId } = await createProject(server, 'counted');
    expect(await countsOf(server, key)).toEqual([]);
    const made = await createResources(server, branchId, [
      makeSystem('erp'),
      makeProjection('p', { parent: 'erp' }),
      makeErSchema('own', {}),
    ]);
    const borrowed = await bundleText([makeErSchema('borrowed', {}), makeErSchema('lent', {})], {
      projectKey: 'lender',
    });
    const imported = await importFile(server, borrowed, { branchId, mode: 'REFERENCE' });
    const others = [
      ['fast-data/Projection', 1, 0],
      ['fast-data/SystemOfRecord', 1, 0],
    ];
    expect(await countsOf(server, key)).toEqual([['fast-data/ErSchema', 3, 2], ...others]);
    const { resources } = await server.operation('Resources', { branchId, filter: { search: 'lent' } });
    const lentId = resources!.edges[0]!.node.id;
    await server.operation('DetachReference', { input: { id: lentId } });
    expect(await countsOf(server, key)).toEqual([['fast-data/ErSchema', 3, 1], ...others]);
    await server.operation('DeleteResource', { input: { id: made.get('own')!.id } });
    expect(await countsOf(server, key)).toEqual([['fast-data/ErSchema', 2, 1], ...others]);
    const { undoImport } = await server.operation('UndoImport', { input: { taskId: imported.id, force: true } });
    await server.waitForTask(undoImport.task!.id);
    expect(await countsOf(server, key)).toEqual(others);
    const { data } = await server.query('{ verifyDatabase { problems { message } } }');
    expect(JSON.stringify(data)).not.toContain('count of the resources');
  });

  it('counts what its reader may see', async () => {
    const { key, branchId, projectId } = await createProject(server, 'restricted');
    const made = await createResources(server, branchId, [
      makeErSchema('open', {}),
      makeErSchema('shut', {}),
      makeSystem('hidden'),
    ]);
    for (const name of ['shut', 'hidden']) {
      const document =
        'mutation ($id: ID!) { setResourceReaders(input: { resourceId: $id, readers: [] }) { problems { message } } }';
      await server.query(document, { id: made.get(name)!.id });
    }
    const viewer = await makeAccount(server, 'viewer');
    await grantRole(server, viewer, { projectId, role: 'VIEWER' });
    expect(await countsOf(viewer.client, key)).toEqual([['fast-data/ErSchema', 1, 0]]);
    const { resources } = await viewer.client.operation('ResourcePage', { branchId, filter: { mode: 'EDITABLE' } });
    expect(resources).toMatchObject({ totalCount: 1, nodes: [{ name: 'open' }] });
    expect(await countsOf(server, key)).toEqual([
      ['fast-data/ErSchema', 2, 0],
      ['fast-data/SystemOfRecord', 1, 0],
    ]);
  });

  it('shows open plans, with what each kind of their items comes to', async () => {
    const { key, branchId } = await createProject(server, 'planned');
    await createResources(server, branchId, [makeErSchema('taken', {})]);
    const file = await bundleText([makeErSchema('taken', { other: [] }), makeErSchema('fresh', {}), makeSystem('erp')]);
    const { id } = await stageFile(server, file, { branchId, fileName: 'three.json' });
    const { branch } = await server.operation('BranchOverview', { projectKey: key, name: 'main' });
    const shown = { id, status: 'READY', fileName: 'three.json', createdBy: { name: 'admin' } };
    expect(branch?.importPlans).toMatchObject({ totalCount: 1, nodes: [shown] });
    const counts = {
      total: 1,
      selected: 1,
      create: 0,
      update: 0,
      referenceUpdate: 0,
      unchanged: 0,
      collision: 0,
      skipped: 0,
      blocked: 0,
    };
    const { importPlans } = await server.operation('ImportPlans', { branchId });
    expect(importPlans?.nodes[0]).toMatchObject({
      executeTask: null,
      kindCounts: [
        { kind: { name: 'fast-data/ErSchema' }, counts: { ...counts, total: 2, selected: 2, create: 1, collision: 1 } },
        { kind: { name: 'fast-data/SystemOfRecord' }, counts: { ...counts, create: 1 } },
      ],
    });
    const item = (await server.operation('ImportPlan', { id })).importPlan?.items.edges.find(
      ({ node }) => node.name === 'taken',
    );
    await server.operation('SelectImportItems', { input: { planId: id, itemIds: [item!.node.id], isSelected: false } });
    const again = await server.operation('ImportPlans', { branchId, statuses: ['READY'] });
    expect(again.importPlans?.nodes[0]?.kindCounts[0]?.counts).toEqual({
      ...counts,
      total: 2,
      selected: 1,
      create: 1,
      skipped: 1,
    });
    const task = await executePlan(server, id);
    const after = await server.operation('ImportPlans', { branchId, statuses: ['EXECUTED'] });
    expect(after.importPlans?.nodes).toMatchObject([{ id, executeTask: { id: task.id, status: 'COMPLETED' } }]);
    expect(
      (await server.operation('ImportPlans', { branchId, statuses: ['READY', 'STAGING'] })).importPlans?.nodes,
    ).toEqual([]);
    expect((await server.operation('TaskOrigin', { id: task.id })).task).toMatchObject({
      ...{
        importPlan: { id, status: 'EXECUTED' },
        branch: { id: branchId, project: { key } },
        createdBy: { name: 'admin' },
      },
    });
  });

  it('leaves out the plans that hold what its reader may not see, from lists and from tasks', async () => {
    const { branchId, projectId } = await createProject(server, 'withheld');
    const made = await createResources(server, branchId, [makeErSchema('shut', {})]);
    const document =
      'mutation ($id: ID!) { setResourceReaders(input: { resourceId: $id, readers: [] }) { problems { message } } }';
    await server.query(document, { id: made.get('shut')!.id });
    await stageFile(server, await bundleText([makeErSchema('shut', { other: [] })]), { branchId });
    const seen = await stageFile(server, await bundleText([makeErSchema('open', {})]), { branchId });
    const viewer = await makeAccount(server, 'viewer');
    await grantRole(server, viewer, { projectId, role: 'VIEWER' });
    const { importPlans } = await viewer.client.operation('ImportPlans', { branchId });
    expect(importPlans).toMatchObject({
      totalCount: 1,
      nodes: [{ id: seen.id, fileName: 'a file that you may not read' }],
    });
    const { tasks } = await viewer.client.operation('Tasks', { filter: { branchId } });
    const plans = await Promise.all(
      tasks!.edges.map(
        async ({ node }) => (await viewer.client.operation('TaskOrigin', { id: node.id })).task?.importPlan,
      ),
    );
    expect(plans).toEqual([{ id: seen.id, status: 'READY' }, null]);
  });

  it('of several projects comes with the pages of each', async () => {
    const scenes = [];
    for (const name of ['one', 'two', 'three']) {
      const scene = await createProject(server, name);
      await createResources(server, scene.branchId, [makeErSchema(`${name}_b`, {}), makeErSchema(`${name}_a`, {})]);
      await server.operation('SaveTemplate', {
        input: { projectId: scene.projectId, name, direction: 'EXPORT', settings: {} },
      });
      await stageFile(server, await bundleText([makeErSchema('x', {})]), { branchId: scene.branchId });
      scenes.push({ name, ...scene });
    }
    const document = `{ projects(first: 100, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { id
      tasks(first: 1) { totalCount nodes { type } } templates { totalCount nodes { name } }
      branches {
        first: resources(first: 1) { totalCount nodes { name } pageInfo { hasNextPage } }
        last: resources(first: 1, orderBy: { field: NAME, direction: DESC }) { nodes { name } }
        found: resources(filter: { search: "_A" }) { totalCount nodes { name } }
        importPlans { totalCount nodes { status } } } } } }`;
    const { data, errors } = await server.query(document);
    expect(errors).toBeUndefined();
    const { nodes } = (data as { projects: { nodes: { id: string }[] } }).projects;
    for (const { name, projectId } of scenes) {
      expect(nodes.find(({ id }) => id === projectId)).toEqual({
        id: projectId,
        tasks: { totalCount: 1, nodes: [{ type: 'STAGE_IMPORT' }] },
        templates: { totalCount: 1, nodes: [{ name }] },
        branches: [
          {
            first: { totalCount: 2, nodes: [{ name: `${name}_a` }], pageInfo: { hasNextPage: true } },
            last: { nodes: [{ name: `${name}_b` }] },
            found: { totalCount: 1, nodes: [{ name: `${name}_a` }] },
            importPlans: { totalCount: 1, nodes: [{ status: 'READY' }] },
          },
        ],
      });
    }
  });

  it('is null for a branch, a project or a plan list that does not exist', async () => {
    const { key } = await createProject(server, 'there');
    expect(await server.operation('BranchOverview', { projectKey: key, name: 'nowhere' })).toEqual({ branch: null });
    expect(await server.operation('BranchOverview', { projectKey: 'nowhere', name: 'main' })).toEqual({ branch: null });
    const branchId = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(await server.operation('ImportPlans', { branchId })).toEqual({ importPlans: null });
  });
});
