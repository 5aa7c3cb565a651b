/** The cases that an import of reports and dashboards is measured by, A11 to A20. */
import { combinedReport, dashboard, entityId, processReport, reportTile } from '../support/analyticsEntities.js';
import { AnalyticsFlow, problemsOf, processDefinition } from '../support/analyticsFlow.js';
import { codePairs, collection, idMapOf, makePerson, refusalOf } from '../support/analyticsScene.js';
import { actionsOf } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('an import of reports and dashboards', () => {
  let server: ServerClient;
  let flow: AnalyticsFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new AnalyticsFlow(server);
  });

  const placeOf = async (more: object) => {
    const place = await flow.makeProject();
    await flow.create(place, processDefinition('order', more as never));
    return place;
  };

  it('A11: what is reached twice is imported once', async () => {
    const place = await flow.placeWithDefinitions();
    const tiles = [reportTile(entityId('Cost')), reportTile(entityId('Both'), 4), reportTile(entityId('Cost'), 8)];
    const both = combinedReport('Both', [[entityId('Cost'), '#ff0000']]);
    const task = await flow.import(
      JSON.stringify([dashboard('Money', tiles), both, processReport('Cost', ['order'])]),
      place,
    );
    expect(task).toMatchObject({ createdCount: 3 });
  });

  it('A12: references are rewired in order and colour, and each old id leads to the new one', async () => {
    const place = await flow.placeWithDefinitions();
    const both = combinedReport('Both', [
      [entityId('Time'), '#ff0000'],
      [entityId('Cost'), '#00ff00'],
    ]);
    const file = [both, processReport('Cost', ['order']), processReport('Time', ['order'])];
    const plan = await flow.planOf(file, place);
    const { task } = await flow.execute(plan.id);
    expect((await flow.specOf(place, 'Both')).data['reports']).toEqual([
      { id: 'Time', color: '#ff0000' },
      { id: 'Cost', color: '#00ff00' },
    ]);
    const ids = new Map((await flow.resources(place)).map(({ name, id }) => [name, id]));
    const expected = ['Both', 'Cost', 'Time'].map((name) => [entityId(name), { name, id: ids.get(name) }]);
    expect(await idMapOf(flow, plan.id)).toEqual(Object.fromEntries(expected));
    const result = await flow.download(task!.files.find(({ purpose }) => purpose === 'RESULT')!);
    const lines = result
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { sourceId: string; id: string });
    expect(lines.map(({ sourceId, id }) => [sourceId, id])).toEqual(
      ['Both', 'Cost', 'Time'].map((name) => [entityId(name), ids.get(name)]),
    );
  });

  it('A13: who imported and when is told, and where it came from', async () => {
    const place = await flow.placeWithDefinitions();
    const editor = await makePerson(server, place, 'EDITOR');
    const { id } = await editor.flow.import(JSON.stringify([processReport('Cost', ['order'])]), place);
    const { task } = await flow.ask<{ task: { createdBy: { id: string }; endedAt: string } }>(
      'query ($id: ID!) { task(id: $id) { createdBy { id } endedAt } }',
      { id },
    );
    expect(task).toMatchObject({ createdBy: { id: editor.principalId }, endedAt: expect.any(String) as string });
    const cost = (await flow.resources(place)).find(({ name }) => name === 'Cost');
    expect(cost?.origin).toMatchObject({ sourceName: 'Cost', sourceId: entityId('Cost') });
  });

  describe('A14: the same file again', () => {
    const cost = (visualization: string) => [processReport('Cost', ['order'], { data: { visualization } })];
    const again = async (options: object, isInto: boolean, after = 'bar') => {
      const place = await placeOf({});
      const sales = await flow.create(place, collection('Sales', [['order']]));
      const into = isInto ? { intoCollection: sales } : {};
      await flow.import(JSON.stringify(cost('number')), place, { options: into });
      return flow.stage(JSON.stringify(cost(after)), place, { options: { ...into, ...options } });
    };

    it.each([
      ['FAIL', { createStrategy: 'INSERT' }, 'COLLISION'],
      ['UPDATE', { createStrategy: 'UPSERT' }, 'UPDATE'],
    ])('A14: another content under the name is %s by %j', async (_, options, action) => {
      for (const isInto of [false, true]) expect(actionsOf(await again(options, isInto))).toEqual({ Cost: action });
    });

    it('A14: the same content in the same place is UNCHANGED, whatever was chosen', async () => {
      for (const isInto of [false, true])
        expect(actionsOf(await again({}, isInto, 'number'))).toEqual({ Cost: 'UNCHANGED' });
    });

    it('A14: SKIP leaves it out, and DUPLICATE renames it', async () => {
      const plan = await again({}, false);
      const [item] = plan.items.edges;
      await flow.select(plan.id, false, { itemIds: [item!.node.id] });
      expect(actionsOf(await flow.plan(plan.id))).toEqual({ Cost: 'SKIPPED' });
      await flow.select(plan.id, true, { itemIds: [item!.node.id] });
      await flow.rename(item!.node.id, 'Cost (2)');
      expect(actionsOf(await flow.plan(plan.id))).toEqual({ Cost: 'CREATE' });
    });

    it('A14: a file that says nothing of collections leaves what it updates where it is', async () => {
      const place = await placeOf({});
      const sales = await flow.create(place, collection('Sales', [['order']]));
      await flow.import(JSON.stringify(cost('number')), place, { options: { intoCollection: sales } });
      await flow.import(JSON.stringify(cost('bar')), place, { options: { createStrategy: 'UPSERT' } });
      const found = (await flow.resources(place)).find(({ name }) => name === 'Cost');
      expect(found).toMatchObject({ parent: { name: 'Sales' }, revision: 2 });
    });

    it('A14: a resource of the name elsewhere is a collision that says where, and UPSERT moves it', async () => {
      const place = await placeOf({});
      const sales = await flow.create(place, collection('Sales', [['order']]));
      await flow.import(JSON.stringify(cost('number')), place);
      const plan = await flow.planOf(cost('number'), place, { options: { intoCollection: sales } });
      expect(problemsOf(plan, 'Cost')).toMatchObject([
        {
          code: 'NAME_COLLISION',
          message: expect.stringContaining('in no collection') as string,
          fix: expect.stringContaining('UPSERT') as string,
        },
      ]);
      await flow.setOptions(plan.id, { createStrategy: 'UPSERT' });
      await flow.execute(plan.id);
      const found = (await flow.resources(place)).find(({ name }) => name === 'Cost');
      expect(found?.parent).toEqual({ name: 'Sales' });
    });
  });

  it('A15: a viewer neither exports nor imports; an editor and a manager do both', async () => {
    const place = await flow.placeWithDefinitions();
    await flow.import(JSON.stringify([processReport('Cost', ['order'])]), place);
    for (const role of ['VIEWER', 'EDITOR', 'MANAGER'] as const) {
      const person = await makePerson(server, place, role);
      const refusal = role === 'VIEWER' ? ['FORBIDDEN'] : [];
      expect((await refusalOf(person, place, [processReport(`Of ${role}`, ['order'])])) ?? []).toEqual(refusal);
      const { startExport } = await person.account.client.operation('StartExport', {
        input: { selection: { branchId: place.branchId, kinds: ['analytics/ProcessReport'] }, format: 'OPTIMIZE_JSON' },
      });
      expect(startExport.problems.map(({ code }) => code)).toEqual(refusal);
    }
  });

  it('A16: an import always names where it goes: a branch', async () => {
    const answer = await server.sendUpload(JSON.stringify([processReport('Cost', ['order'])]), {} as never);
    expect(answer.errors?.[0]?.message).toContain('branchId');
  });

  it('A17: whether something is managed by the system no file decides, on any path', async () => {
    const place = await flow.placeWithDefinitions();
    const file = [processReport('Cost', ['order'], { data: { managementReport: true, instantPreviewReport: true } })];
    for (const options of [{}, { isPrivate: true }]) {
      const plan = await flow.planOf(file, place, { options });
      expect(problemsOf(plan, 'Cost').map(({ code }) => code)).toEqual(['SYSTEM_FLAG_IGNORED', 'SYSTEM_FLAG_IGNORED']);
    }
  });

  it('A18: texts and pages of others are kept as they are, and a tile with an id that is none is refused', async () => {
    const place = await flow.placeWithDefinitions();
    const text = { ...reportTile(''), type: 'text', configuration: { text: { root: {} } } };
    const external = { ...reportTile(''), type: 'external_url', configuration: { external: 'https://example.org' } };
    await flow.import(JSON.stringify([dashboard('Fine', [text, external])]), place);
    expect((await flow.specOf(place, 'Fine')).tiles).toEqual([text, external]);
    const plan = await flow.planOf([dashboard('Wrong', [reportTile('no id')])], place);
    expect(codePairs(problemsOf(plan, 'Wrong'))).toEqual([['SPEC_INVALID', 'importFileInvalid']]);
  });

  it('A19: a filter by a variable of reports of the same file is imported', async () => {
    const place = await flow.placeWithDefinitions();
    const view = { entity: 'variable', properties: [{ name: 'amount', type: 'Double' }] };
    const availableFilters = [{ type: 'variable', data: { name: 'amount', type: 'Double' } }];
    const file = [
      dashboard('Money', [reportTile(entityId('Cost'))], { availableFilters }),
      processReport('Cost', ['order'], { data: { view } }),
    ];
    const plan = await flow.planOf(file, place);
    expect(problemsOf(plan, 'Money')).toEqual([]);
    expect(await flow.execute(plan.id)).toMatchObject({ task: { status: 'COMPLETED' } });
  });

  it('A20: an import that does not get through leaves nothing behind', async () => {
    const place = await flow.placeWithDefinitions();
    const plan = await flow.planOf([processReport('Cost', ['order']), processReport('Lost', ['nowhere'])], place);
    const { task, problems } = await flow.execute(plan.id);
    expect([task, problems.map(({ code }) => code)]).toEqual([null, ['PLAN_NOT_EXECUTABLE']]);
    expect((await flow.resources(place)).map(({ name }) => name)).toEqual(['invoice', 'order', 'score']);
  });
});
