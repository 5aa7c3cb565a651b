import { castFunction, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { actionsOf, codesOf, ImportFlow, itemsByName, type Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const builtIn = { ...castFunction('defaultCastToDate'), spec: { ...castFunction('x').spec, type: 'default' } };
const namesake = castFunction('defaultCastToDate');
const dated = [
  systemOfRecord('erp'),
  projection('lines', { system: 'erp', fields: { day: 'defaultCastToDate', state: 'trim' } }),
  castFunction('trim'),
];

interface NeedView {
  targetName: string;
  isResolved: boolean;
  isBuiltIn: boolean;
  severityIfMissing: string | null;
}

interface ResourceNeeds {
  dependencyCount: number;
  dependentCount: number;
  dependencies: { nodes: NeedView[] };
}

describe('what every project has', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const needsOf = async (place: Place, name: string): Promise<ResourceNeeds> => {
    const lines = (await flow.resources(place)).find((resource) => resource.name === name);
    const document = `query ($id: ID!) { resource(id: $id) { dependencyCount dependentCount
      dependencies { nodes { targetName isResolved isBuiltIn severityIfMissing } } } }`;
    const { data } = await server.query(document, { id: lines?.id });
    const { resource } = data as unknown as {
      resource: { dependencyCount: number; dependentCount: number; dependencies: { nodes: NeedView[] } };
    };
    return resource;
  };

  it('is there for a new project, before and after an import that names it', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf(dated), place);
    expect(itemsByName(plan)['lines']!.problems.map(({ path }) => path.join('/'))).not.toContain(
      'fields/1/castFunction',
    );
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED' });
    const { dependencies } = await needsOf(place, 'lines');
    expect(dependencies.nodes.find(({ targetName }) => targetName === 'defaultCastToDate')).toEqual({
      targetName: 'defaultCastToDate',
      isResolved: true,
      isBuiltIn: true,
      severityIfMissing: null,
    });
    const graph = `query ($branchId: ID!, $ids: [ID!]!) {
      dependencyGraph(branchId: $branchId, rootIds: $ids, direction: DEPENDENCIES) { unresolved { targetName } } }`;
    const ids = (await flow.resources(place)).map(({ id }) => id);
    const { data } = await server.query(graph, { branchId: place.branchId, ids });
    expect(data).toEqual({ dependencyGraph: { unresolved: [] } });
  });

  it('is not counted as something of the project that a resource depends on', async () => {
    const place = await flow.makeProject();
    await flow.import(bundleOf(dated), place);
    expect(await needsOf(place, 'lines')).toMatchObject({ dependencyCount: 2, dependentCount: 0 });
    expect(await needsOf(place, 'trim')).toMatchObject({ dependencyCount: 0, dependentCount: 1 });
  });

  it('is never in an export, and no requirement of its file', async () => {
    const place = await flow.makeProject();
    await flow.import(bundleOf(dated), place);
    const file = await flow.export(place);
    expect(Object.keys(itemsByName(await flow.stage(file, await flow.makeProject()))).sort()).toEqual([
      'erp',
      'lines',
      'trim',
    ]);
    expect(JSON.parse(file)).toMatchObject({ requirements: [] });
  });

  it('is not imported from a file that contains it, which is told, and cannot be renamed', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf([...dated, builtIn]), place);
    expect(actionsOf(plan)).toMatchObject({ defaultCastToDate: 'UNCHANGED', lines: 'CREATE' });
    const item = itemsByName(plan)['defaultCastToDate']!;
    expect(item.canRename).toBe(false);
    expect(codesOf(item.problems)).toEqual(['BUILT_IN']);
    expect(codesOf(await flow.rename(item.id, 'castMyDate'))).toEqual(['RENAME_NOT_ALLOWED']);
    expect((await flow.execute(plan.id)).task).toMatchObject({ createdCount: 3, unchangedCount: 1 });
    expect((await flow.resources(place)).map(({ name }) => name)).not.toContain('defaultCastToDate');
    const again = await flow.stage(bundleOf([...dated, builtIn]), place, { mode: 'REFERENCE' });
    expect(actionsOf(again)).toMatchObject({ defaultCastToDate: 'UNCHANGED' });
  });

  it('keeps its name: another resource of that name collides, and what names it follows its new name', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf([...dated, namesake]), place);
    const item = itemsByName(plan)['defaultCastToDate']!;
    expect(item).toMatchObject({ action: 'COLLISION', problems: [{ code: 'NAME_COLLISION' }] });
    expect(item.problems[0]?.fix).toMatch(/^Rename it/);
    expect(await flow.rename(item.id, 'castOurDate')).toEqual([]);
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED' });
    const lines = (await flow.resources(place)).find(({ name }) => name === 'lines');
    expect(JSON.stringify(lines?.spec)).toContain('"castOurDate"');
    const { dependencies } = await needsOf(place, 'lines');
    expect(dependencies.nodes.find(({ targetName }) => targetName === 'castOurDate')).toMatchObject({
      isResolved: true,
      isBuiltIn: false,
    });
  });

  it('keeps its name when another item is renamed to it', async () => {
    const plan = await flow.stage(bundleOf(dated), await flow.makeProject());
    const item = itemsByName(plan)['trim']!;
    await flow.rename(item.id, 'defaultCastToDate');
    expect(actionsOf(await flow.plan(plan.id))).toMatchObject({ trim: 'COLLISION' });
  });

  it('keeps its name on the branch: no resource is created or renamed to it', async () => {
    const place = await flow.makeProject();
    const created = await server.operation('CreateResource', {
      input: { branchId: place.branchId, kind: builtIn.kind, name: builtIn.name, spec: builtIn.spec },
    });
    expect(codesOf(created.createResource.problems as never)).toEqual(['NAME_TAKEN']);
    const id = await flow.create(place, castFunction('trim'));
    const renamed = await server.operation('RenameResource', { input: { id, name: 'defaultCastToDate' } });
    expect(codesOf(renamed.renameResource.problems as never)).toEqual(['NAME_TAKEN']);
  });
});
