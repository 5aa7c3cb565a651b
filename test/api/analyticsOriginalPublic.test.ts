/** Cases of the original's PublicApiEntityImportIT and EntityImportServiceTest by their names there, and those that it has no test for. */
import type { JsonObject } from '../../src/shared/json.js';
import {
  combinedReport,
  dashboard,
  definition,
  entityId,
  processReport,
  reportTile,
} from '../support/analyticsEntities.js';
import { AnalyticsFlow, problemsOf, processDefinition } from '../support/analyticsFlow.js';
import { codePairs, collection, makePerson, refusalOf, setReaders } from '../support/analyticsScene.js';
import { actionsOf } from '../support/importFlow.js';
import { exportFile } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('PublicApiEntityImportIT, EntityImportServiceTest, and what has no test there', () => {
  let server: ServerClient;
  let flow: AnalyticsFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new AnalyticsFlow(server);
  });

  const money = (name = 'Money') => dashboard(name, [reportTile(entityId('Cost'))]);
  const cost = processReport('Cost', ['order']);
  const originalOf = async (file: unknown) => {
    const { status, problems } = await flow.planOf(file, await flow.makeProject());
    return [status, ...problems.map(({ originalCode }) => originalCode)];
  };

  it('importReport: the token decides who imported', async () => {
    const place = await flow.placeWithDefinitions();
    const person = await makePerson(server, place, 'EDITOR');
    const { id } = await person.flow.import(JSON.stringify([cost]), place);
    const { task } = await flow.ask<{ task: { createdBy: { name: string } } }>(
      'query ($id: ID!) { task(id: $id) { createdBy { name } } }',
      { id },
    );
    expect(task.createdBy.name).toBe('editor');
  });

  it('importReportWithInvalidDescription: is importDescriptionInvalid', async () => {
    const plan = await flow.planOf([{ ...cost, description: '' }], await flow.placeWithDefinitions());
    expect(problemsOf(plan, 'Cost').map(({ originalCode }) => originalCode)).toEqual(['importDescriptionInvalid']);
  });

  it('importManagementReportNotPossible: here it comes as a plain report, because a file decides nothing by its flags', async () => {
    const place = await flow.placeWithDefinitions();
    await flow.import(JSON.stringify([processReport('Cost', ['order'], { data: { managementReport: true } })]), place);
    expect((await flow.specOf(place, 'Cost')).data['managementReport']).toBe(false);
  });

  it.each<[string, JsonObject[], number]>([
    ['importMultipleReports', [cost, processReport('Time', ['order'])], 2],
    ['importDashboard', [money(), cost], 2],
    ['importMultipleDashboards', [money(), money('More'), cost], 3],
  ])('%s: are all made', async (_, file, createdCount) => {
    const place = await flow.placeWithDefinitions();
    expect(await flow.import(JSON.stringify(file), place)).toMatchObject({ createdCount });
  });

  it('importInvalidEntities: each is told where it is wrong', async () => {
    const plan = await flow.planOf(
      [
        { ...cost, data: null },
        { ...money(), tiles: null },
      ],
      await flow.makeProject(),
    );
    expect(plan.items.edges.map(({ node }) => node.problems[0]?.path)).toEqual([['data'], ['tiles']]);
  });

  it('importInvalidJson: is importFileInvalid', async () => {
    expect(await originalOf('[{"exportEntityType":')).toEqual(['FAILED', 'importFileInvalid']);
  });

  it('importEmptyBody: is refused', async () => {
    const { problems } = await server.upload('', { branchId: (await flow.makeProject()).branchId });
    expect(problems.map(({ code }) => code)).toEqual(['FILE_EMPTY']);
  });

  it('shouldValidateCollectionBeforeProcessingEntities: a collection of another project is as if there were none', async () => {
    const other = await flow.makeProject();
    const intoCollection = await flow.create(other, collection('Theirs', []));
    const { branchId } = await flow.makeProject();
    const { problems } = await server.upload('not read', { branchId, options: { intoCollection } });
    expect(problems.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  });

  it('shouldNotFallBackToDirectCollectionLookupWhenAuthenticatedUserIsProvided: one that is not open to them is not there', async () => {
    const place = await flow.placeWithDefinitions();
    const intoCollection = await flow.create(place, collection('Closed', [['order']]));
    await setReaders(server, intoCollection, []);
    const editor = await makePerson(server, place, 'EDITOR');
    const { problems } = await editor.account.client.upload('[]', {
      branchId: place.branchId,
      options: { intoCollection },
    });
    expect(problems.map(({ code }) => code)).toEqual(['NOT_FOUND']);
    const plan = await flow.planOf([cost], place, { options: { intoCollection } });
    expect((await editor.flow.execute(plan.id)).problems.map(({ code }) => code)).toEqual(['PLAN_NOT_EXECUTABLE']);
  });

  describe('without a test there', () => {
    it('a viewer does not import into a collection', async () => {
      const place = await flow.placeWithDefinitions();
      expect(await refusalOf(await makePerson(server, place, 'VIEWER'), place, [cost])).toEqual(['FORBIDDEN']);
    });

    it('duplicate ids in a file are refused, each with all lines', async () => {
      const plan = await flow.planOf([cost, { ...cost, name: 'Other' }], await flow.placeWithDefinitions());
      for (const name of ['Cost', 'Other']) expect(problemsOf(plan, name)[0]?.code).toBe('DUPLICATE_IN_FILE');
    });

    it('a name that is too long, unknown members and an unknown type are reported separately', async () => {
      const file = [
        processReport('n'.repeat(300), ['order']),
        { ...cost, somethingNew: 1 },
        { ...processReport('Odd', ['order']), exportEntityType: 'pie' },
      ];
      const plan = await flow.planOf(file, await flow.placeWithDefinitions());
      expect(plan.items.edges.map(({ node }) => node.problems[0]?.originalCode)).toEqual([
        'importNameInvalid',
        undefined,
        'importFileInvalid',
      ]);
    });

    it('a combined report of itself is no process report, and blocked', async () => {
      const plan = await flow.planOf(
        [combinedReport('Loop', [[entityId('Loop'), '#ff0000']])],
        await flow.makeProject(),
      );
      expect(plan.counts).toMatchObject({ blocked: 1 });
    });

    it('faults of several types are reported at once', async () => {
      const place = await flow.makeProject();
      await flow.create(place, processDefinition('order', { tenantIds: ['north'], versions: ['1'] }));
      const secret = await flow.create(place, processDefinition('secret'));
      await setReaders(server, secret, []);
      const intoCollection = await flow.create(place, collection('Sales', [['order', ['north']]]));
      const data = {
        definitions: [
          definition('nowhere', 'one'),
          definition('secret', 'two'),
          definition('order', 'three', { versions: ['9'], tenantIds: ['north'] }),
          definition('order', 'four', { tenantIds: ['south'] }),
        ],
      };
      const file = [
        processReport('All', [], { data }),
        { ...cost, description: '' },
        processReport('New', [], { version: 99 }),
      ];
      const plan = await flow.planOf(file, place, { options: { intoCollection } });
      expect(
        plan.items.edges.flatMap(({ node }) => codePairs(node.problems).map(([, code]) => code)).toSorted(),
      ).toEqual([
        'importDefinitionDoesNotExist',
        'importDefinitionDoesNotExist',
        'importDefinitionDoesNotExist',
        'importDefinitionForbidden',
        'importDescriptionInvalid',
        'importIndexVersionMismatch',
        'nonDefinitionScopeCompliantConflict',
        'nonTenantScopeCompliantConflict',
      ]);
    });

    it('a file of Camunda 7 names no tenant where Camunda 8 has "<default>": told so, and remapped, in any order', async () => {
      const place = await flow.makeProject();
      await flow.create(place, processDefinition('bill', { tenantIds: ['<default>'], versions: ['1'] }));
      const plan = await flow.planOf([processReport('Cost', ['ordr'])], place);
      const kind = 'analytics/ProcessDefinition';
      await flow.remap(plan.id, { kind, name: 'ordr', toName: 'bill' });
      const [problem] = problemsOf(await flow.entityPlan(plan.id), 'Cost');
      expect(problem).toMatchObject({ code: 'TENANT_MISSING' });
      expect(problem?.fix).toContain('Camunda 7');
      expect(problem?.fix).toContain('name: "ordr", toTenant: "<default>"');
      const refusals = await flow.remap(plan.id, {
        kind,
        name: 'ordr',
        toName: 'bill',
        toVersion: '8',
        toTenant: 'south',
      });
      expect(refusals.map(({ code }) => code)).toEqual(['VERSION_MISSING', 'TENANT_MISSING']);
      await flow.remap(plan.id, { kind, name: 'ordr', toName: 'bill', toVersion: '1', toTenant: '<default>' });
      await flow.execute(plan.id);
      expect((await flow.specOf(place, 'Cost')).data['definitions']).toMatchObject([
        { key: 'bill', versions: ['1'], tenantIds: ['<default>'] },
      ]);
    });

    it('a choice that is taken back leaves the plan as it was', async () => {
      const place = await flow.makeProject();
      await flow.create(place, processDefinition('order', { versions: ['1'] }));
      const data = { definitions: [definition('order', 'one', { versions: ['1', '2'] })] };
      const plan = await flow.planOf([processReport('Cost', [], { data })], place);
      const before = problemsOf(plan, 'Cost');
      const kind = 'analytics/ProcessDefinition';
      await flow.remap(plan.id, { kind, name: 'order', toVersion: 'all' });
      expect(problemsOf(await flow.entityPlan(plan.id), 'Cost')).toEqual([]);
      await flow.remap(plan.id, { kind, name: 'order' });
      expect(problemsOf(await flow.entityPlan(plan.id), 'Cost')).toEqual(before);
    });

    it('what is imported privately only who imported may read, and others do not import over it', async () => {
      const place = await flow.placeWithDefinitions();
      const editor = await makePerson(server, place, 'EDITOR');
      const other = await makePerson(server, place, 'EDITOR');
      await editor.flow.import(JSON.stringify([cost]), place, { options: { isPrivate: true } });
      expect((await editor.flow.resources(place)).map(({ name }) => name)).toContain('Cost');
      expect((await other.flow.resources(place)).map(({ name }) => name)).not.toContain('Cost');
      const plan = await other.flow.planOf([cost], place, { options: { createStrategy: 'UPSERT' } });
      expect(codePairs(problemsOf(plan, 'Cost'))).toEqual([['FORBIDDEN', null]]);
      expect(actionsOf(await editor.flow.stage(JSON.stringify([cost]), place))).toEqual({ Cost: 'UNCHANGED' });
    });

    it('a plan that one staged is judged by the rights of the one who carries it out', async () => {
      const place = await flow.placeWithDefinitions();
      const [first, second] = [await makePerson(server, place, 'EDITOR'), await makePerson(server, place, 'EDITOR')];
      const order = (await flow.resources(place)).find(({ name }) => name === 'order')?.id ?? '';
      await setReaders(server, order, [{ principalId: first.principalId }]);
      const plan = await first.flow.planOf([cost], place);
      expect(plan.isExecutable).toBe(true);
      expect((await second.flow.execute(plan.id)).problems.map(({ code }) => code)).toEqual(['PLAN_NOT_EXECUTABLE']);
      await setReaders(server, order, []);
      expect((await first.flow.execute(plan.id)).problems.map(({ code }) => code)).toEqual(['PLAN_NOT_EXECUTABLE']);
      await setReaders(server, order, null);
      expect((await first.flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED' });
    });

    it('two imports at once leave one of each name', async () => {
      const place = await flow.placeWithDefinitions();
      const plans = [await flow.planOf([cost, money()], place), await flow.planOf([cost, money()], place)];
      const ends = await Promise.all(plans.map(({ id }) => flow.execute(id)));
      expect(ends.filter(({ task }) => task?.status === 'COMPLETED').length).toBeGreaterThan(0);
      expect((await flow.resources(place)).filter(({ name }) => name === 'Cost')).toHaveLength(1);
    });

    it('an export that is imported and exported again is the same', async () => {
      const [from, to] = [await flow.placeWithDefinitions(), await flow.placeWithDefinitions()];
      await flow.import(JSON.stringify([money(), cost]), from);
      const exportOf = async ({ branchId }: { branchId: string }) => {
        const kinds = ['analytics/ProcessReport', 'analytics/Dashboard'];
        return (await exportFile(server, { selection: { branchId, kinds }, format: 'OPTIMIZE_JSON' })).text;
      };
      const text = await exportOf(from);
      await flow.import(text, to);
      expect(await exportOf(to)).toBe(text);
    });

    it('many reports are planned and amended in windows', async () => {
      const place = await flow.placeWithDefinitions();
      const file = Array.from({ length: 450 }, (_, index) => processReport(`Report ${index}`, ['order', 'invoice']));
      const { id, counts } = await flow.stage(
        JSON.stringify(file.map((one, index) => ({ ...one, id: entityId(`${index}`) }))),
        place,
      );
      expect(counts).toMatchObject({ create: 450 });
      await flow.remap(id, { kind: 'analytics/ProcessDefinition', name: 'order', toVersion: '2' });
      expect((await flow.execute(id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 450 });
    });
  });
});
