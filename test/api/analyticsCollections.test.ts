import { AnalyticsFlow, problemsOf } from '../support/analyticsFlow.js';
import { actionsOf, type Place } from '../support/importFlow.js';
import { exportFile } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const report = (name: string) => ({
  kind: 'analytics/ProcessReport',
  name,
  spec: { data: { definitions: [{ identifier: 'one', key: 'order', versions: ['all'], tenantIds: [null] }] } },
});
const board = (name: string, ...ids: string[]) => ({
  kind: 'analytics/Dashboard',
  name,
  spec: { tiles: ids.map((id) => ({ id, type: 'optimize_report' })), availableFilters: [] },
});
const sales = {
  kind: 'analytics/Collection',
  name: 'Sales',
  spec: {
    dataSources: [
      { definitionType: 'process', definitionKey: 'order', tenants: [null] },
      { definitionType: 'decision', definitionKey: 'score', tenants: [null] },
    ],
    members: [{ type: 'user', id: 'mary', role: 'manager' }],
  },
};

describe('collections of analytics', () => {
  let server: ServerClient;
  let flow: AnalyticsFlow;
  let source: Place;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    server = await sharedServer();
    flow = new AnalyticsFlow(server);
    source = await flow.placeWithDefinitions();
    ids.set('Sales', await flow.create(source, sales));
    ids.set('Cost', await flow.create(source, report('Cost'), ids.get('Sales')));
    ids.set('Money', await flow.create(source, board('Money', 'Cost', 'Mine'), ids.get('Sales')));
    ids.set('Mine', await flow.create(source, report('Mine')));
    ids.set('Other', await flow.create(source, report('Other')));
  });

  const exportOf = async (...names: string[]) => {
    const resourceIds = names.map((name) => ids.get(name)!);
    const { text } = await exportFile(server, { selection: { branchId: source.branchId, resourceIds } });
    return text;
  };
  const placesOf = async (place: Place) =>
    Object.fromEntries((await flow.resources(place)).map(({ name, parent }) => [name, parent?.name ?? null]));

  it('are exported with all that is in them and what that needs, and definitions become requirements', async () => {
    const bundle = JSON.parse(await exportOf('Sales')) as {
      resources: { name: string }[];
      requirements: { name: string; requirement: string }[];
    };
    expect(bundle.resources.map(({ name }) => name)).toEqual(['Sales', 'Cost', 'Mine', 'Money']);
    expect(bundle.requirements.map(({ name, requirement }) => [name, requirement])).toEqual([
      ['order', 'REQUIRED'],
      ['score', 'REQUIRED'],
    ]);
  });

  it.each(['COPY', 'REFERENCE'] as const)('are imported as a whole, as %s', async (mode) => {
    const place = await flow.placeWithDefinitions();
    const plan = await flow.stage(await exportOf('Sales'), place, { mode });
    expect(plan.items.edges.flatMap(({ node }) => node.problems)).toEqual([]);
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 4 });
    expect(await placesOf(place)).toMatchObject({ Cost: 'Sales', Mine: null, Money: 'Sales', Sales: null });
    const modes = new Set((await flow.resources(place)).filter(({ name }) => ids.has(name)).map((one) => one.mode));
    expect([...modes]).toEqual([mode === 'COPY' ? 'EDITABLE' : 'REFERENCE']);
    expect((await flow.stage(await exportOf('Sales'), place, { mode })).counts).toMatchObject({ unchanged: 4 });
  });

  it('need every data source where they go', async () => {
    const place = await flow.makeProject();
    const plan = await flow.planOf(await exportOf('Sales'), place);
    expect(plan.counts).toMatchObject({ blocked: 4 });
    expect(
      problemsOf(plan, 'Sales').map(({ code, originalCode, path }) => [code, originalCode, path.join('/')]),
    ).toEqual([
      ['DEPENDENCY_MISSING', 'importDefinitionDoesNotExist', 'dataSources/0/definitionKey'],
      ['DEPENDENCY_MISSING', 'importDefinitionDoesNotExist', 'dataSources/1/definitionKey'],
    ]);
  });

  it('are not taken along by what is in them, which then stands alone and says so', async () => {
    const text = await exportOf('Cost');
    const place = await flow.placeWithDefinitions();
    const plan = await flow.planOf(text, place);
    expect(plan.items.edges.map(({ node }) => [node.name, node.action])).toEqual([['Cost', 'CREATE']]);
    expect(problemsOf(plan, 'Cost')).toMatchObject([
      { code: 'CONTAINER_MISSING', severity: 'WARNING', path: ['parent'] },
    ]);
    await flow.execute(plan.id);
    expect(await placesOf(place)).toMatchObject({ Cost: null });
  });

  it('take what was in one of their name where it was, and let go what they are left out from', async () => {
    const place = await flow.placeWithDefinitions();
    await flow.create(place, sales);
    await flow.import(await exportOf('Cost'), place);
    expect(await placesOf(place)).toMatchObject({ Cost: 'Sales' });
    const other = await flow.placeWithDefinitions();
    const plan = await flow.stage(await exportOf('Sales'), other);
    await flow.select(plan.id, false, { kinds: ['analytics/Collection'] });
    expect(actionsOf(await flow.plan(plan.id))).toEqual({
      Sales: 'SKIPPED',
      Cost: 'CREATE',
      Mine: 'CREATE',
      Money: 'CREATE',
    });
    await flow.execute(plan.id);
    expect(await placesOf(other)).toMatchObject({ Cost: null, Money: null });
  });
});
