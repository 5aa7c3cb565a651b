/** Cases of the original's own tests (EntityDefinitionImportIT, ProcessReportDefinitionImportIT), by the names that they have there. */
import type { JsonObject } from '../../src/shared/json.js';
import { combinedReport, decisionReport, definition, entityId, processReport } from '../support/analyticsEntities.js';
import { AnalyticsFlow, problemsOf, processDefinition } from '../support/analyticsFlow.js';
import { codePairs, collection } from '../support/analyticsScene.js';
import type { Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const notThere = 'importDefinitionDoesNotExist';

/** The three process reports, and the two decision reports, that the original imports. */
const reports: readonly (readonly [string, JsonObject])[] = [
  ['raw data with an excluded column', { configuration: { tableColumns: { excludedColumns: ['businessKey'] } } }],
  [
    'a duration with a part of the process',
    { configuration: { processPart: { start: 'a', end: 'b' }, sorting: null } },
  ],
  ['distributed, with a filter and buckets', { filter: [{ type: 'runningInstancesOnly', appliedTo: ['all'] }] }],
];
const versioned = (versions: string[], tenantIds: (string | null)[] = [null]) => ({
  definitions: [definition('order', 'one', { versions, tenantIds })],
});

describe('EntityDefinitionImportIT and ProcessReportDefinitionImportIT', () => {
  let server: ServerClient;
  let flow: AnalyticsFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new AnalyticsFlow(server);
  });

  const placeWith = async (more: JsonObject = {}) => {
    const place = await flow.makeProject();
    await flow.create(place, processDefinition('order', more));
    return place;
  };
  const firstDefinition = async (place: Place, name: string) =>
    ((await flow.specOf(place, name)).data['definitions'] as JsonObject[])[0];
  const refused = async (place: Place, data: JsonObject) => {
    const plan = await flow.planOf([processReport('Cost', ['order'], { data })], place);
    expect(plan.isExecutable).toBe(false);
    return codePairs(problemsOf(plan, 'Cost'));
  };

  it('importEmptyFile: is refused before a plan is made', async () => {
    const { plan, problems } = await server.upload('', { branchId: (await flow.makeProject()).branchId });
    expect([plan, problems.map(({ code }) => code)]).toEqual([null, ['FILE_EMPTY']]);
  });

  it.each([
    ['importNonJsonFile', 'no JSON'],
    ['importIncorrectJson', '{"isJson": "and nothing that is known"}'],
  ])('%s: is refused as importFileInvalid', async (_, text) => {
    const plan = await flow.planOf(text, await flow.makeProject());
    expect(plan.problems.map(({ originalCode }) => originalCode)).toEqual(['importFileInvalid']);
  });

  it('importInvalidEntity: an id that is null is refused as importFileInvalid', async () => {
    const plan = await flow.planOf([{ ...processReport('Cost', []), id: null }], await flow.makeProject());
    expect(problemsOf(plan, 'Cost').map(({ originalCode }) => originalCode)).toEqual(['importFileInvalid']);
  });

  it.each(reports)('importReport: %s comes as it is, in no collection', async (_, data) => {
    const place = await placeWith();
    const report = processReport('Cost', ['order'], { data });
    await flow.import(JSON.stringify([report]), place);
    expect((await flow.specOf(place, 'Cost')).data).toEqual(report['data']);
    expect((await flow.resources(place)).find(({ name }) => name === 'Cost')?.parent).toBeNull();
  });

  it('importReportWithInvalidDescription: an empty one is importDescriptionInvalid', async () => {
    const plan = await flow.planOf([processReport('Cost', ['order'], { description: '' })], await placeWith());
    expect(problemsOf(plan, 'Cost').map(({ originalCode }) => originalCode)).toEqual(['importDescriptionInvalid']);
  });

  it('importReport_incorrectIndexVersion: tells index, source and target, where no migration leads from it', async () => {
    const plan = await flow.planOf([processReport('Cost', ['order'], { version: 12 })], await placeWith());
    expect(problemsOf(plan, 'Cost')).toMatchObject([
      {
        originalCode: 'importIndexVersionMismatch',
        mismatchingIndices: [{ indexName: 'single-process-report', sourceIndexVersion: 12, targetIndexVersion: 11 }],
      },
    ]);
  });

  it('importReport_missingDefinition: is importDefinitionDoesNotExist', async () => {
    const data = { definitions: [definition('nowhere')] };
    expect(await refused(await placeWith(), data)).toEqual([['DEPENDENCY_MISSING', notThere]]);
  });

  it('importReport_missingAllRequiredVersions: with 1 there and 5 wanted nothing remains', async () => {
    expect(await refused(await placeWith({ versions: ['1'] }), versioned(['5']))).toEqual([
      ['VERSION_MISSING', notThere],
    ]);
  });

  it.each(['all', 'latest'])('importReport_allOrLatestVersion: %s is kept', async (word) => {
    const place = await placeWith();
    await flow.import(JSON.stringify([processReport('Cost', [], { data: versioned([word]) })]), place);
    expect(await firstDefinition(place, 'Cost')).toMatchObject({ versions: [word] });
  });

  it.each(['all', 'latest'])('importReport_allOrLatestVersion_missingAllVersions: %s finds none', async (word) => {
    expect(await refused(await placeWith({ versions: [] }), versioned([word]))).toEqual([
      ['VERSION_MISSING', notThere],
    ]);
  });

  it('importReport_partiallyMissingVersions: of 1, 2, 3, 5 the existing ones remain, and the others are reported', async () => {
    const place = await placeWith({ versions: ['1', '3'] });
    const plan = await flow.planOf([processReport('Cost', [], { data: versioned(['1', '2', '3', '5']) })], place);
    expect(codePairs(problemsOf(plan, 'Cost'))).toEqual([['VERSION_PRUNED', null]]);
    await flow.execute(plan.id);
    expect(await firstDefinition(place, 'Cost')).toMatchObject({ versions: ['1', '3'] });
  });

  it('importReport_missingTenant: is importDefinitionDoesNotExist', async () => {
    expect(await refused(await placeWith({ tenantIds: ['a'] }), versioned(['1'], ['b']))).toEqual([
      ['TENANT_MISSING', notThere],
    ]);
  });

  it.each([
    ['importReport_partiallyMissingTenants', ['a'], ['a', 'b']],
    ['importReport_sharedDefinitionButSpecificReportTenant', [null], ['a']],
  ])('%s: passes, and the tenants of the report stay', async (_, tenantIds, wanted) => {
    const place = await placeWith({ tenantIds });
    await flow.import(JSON.stringify([processReport('Cost', [], { data: versioned(['1'], wanted) })]), place);
    expect(await firstDefinition(place, 'Cost')).toMatchObject({ tenantIds: wanted });
  });

  describe('into a collection', () => {
    const within = async (sources: Parameters<typeof collection>[1]) => {
      const place = await placeWith();
      await flow.create(place, processDefinition('invoice'));
      return { place, options: { intoCollection: await flow.create(place, collection('Sales', sources)) } };
    };
    const refusalWithin = async (sources: Parameters<typeof collection>[1], keys: string[]) => {
      const { place, options } = await within(sources);
      const plan = await flow.planOf([processReport('Cost', keys)], place, { options });
      return problemsOf(plan, 'Cost').map(({ originalCode, message }) => [
        originalCode,
        /definition "(\w+)"/.exec(message)?.[1],
      ]);
    };

    it.each(reports)('importReportIntoCollection: %s is in it', async (_, data) => {
      const { place, options } = await within([['order']]);
      await flow.import(JSON.stringify([processReport('Cost', ['order'], { data })]), place, { options });
      expect((await flow.resources(place)).find(({ name }) => name === 'Cost')?.parent).toEqual({ name: 'Sales' });
    });

    it('importReportIntoCollection_collectionDoesNotExist: is NOT_FOUND', async () => {
      const { branchId } = await placeWith();
      const options = { intoCollection: 'doesNotExist' };
      const { problems } = await server.upload('[]', { branchId, options });
      expect(problems.map(({ code }) => code)).toEqual(['NOT_FOUND']);
    });

    it('importReportIntoCollection_missingScope: names the source that is missing', async () => {
      expect(await refusalWithin([], ['order'])).toEqual([['nonDefinitionScopeCompliantConflict', 'order']]);
    });

    it('importReportIntoCollection_multiDefinitionPartiallyMissingScope: names the one of two', async () => {
      expect(await refusalWithin([['order']], ['order', 'invoice'])).toEqual([
        ['nonDefinitionScopeCompliantConflict', 'invoice'],
      ]);
    });

    it.each(['start and end dates', 'user tasks and flow nodes'])(
      'importCombinedReportIntoCollection: %s, all three are in it',
      async () => {
        const { place, options } = await within([['order']]);
        await flow.import(JSON.stringify(combined), place, { options });
        const parents = (await flow.resources(place)).map(({ name, parent }) => [name, parent?.name]);
        expect(parents.filter(([, parent]) => parent === 'Sales').map(([name]) => name)).toEqual([
          'Both',
          'End',
          'Start',
        ]);
      },
    );
  });

  const combined = [
    combinedReport('Both', [
      [entityId('Start'), '#1991c8'],
      [entityId('End'), '#aec932'],
    ]),
    processReport('End', ['order']),
    processReport('Start', ['order']),
  ];

  it.each([[combined], [combined.toReversed()]])(
    'importCombinedReport: is rewired in order, colours kept',
    async (file) => {
      const place = await placeWith();
      expect(await flow.import(JSON.stringify(file), place)).toMatchObject({ createdCount: 3 });
      expect((await flow.specOf(place, 'Both')).data['reports']).toEqual([
        { id: 'Start', color: '#1991c8' },
        { id: 'End', color: '#aec932' },
      ]);
    },
  );

  it('importIncompleteCombinedReport: is importFileInvalid, with what is missing', async () => {
    const plan = await flow.planOf(combined.slice(0, 2), await placeWith());
    expect(plan.problems).toMatchObject([
      { originalCode: 'importFileInvalid', missing: [{ missingId: entityId('Start'), requiredBy: ['Both'] }] },
    ]);
    expect(problemsOf(plan, 'Both').map(({ originalCode }) => originalCode)).toEqual(['importFileInvalid']);
  });

  it('importCombinedReport: a decision report cannot be combined', async () => {
    const file = [combinedReport('Both', [[entityId('Scores'), '#1991c8']]), decisionReport('Scores', 'order')];
    expect((await flow.planOf(file, await placeWith())).isExecutable).toBe(false);
  });
});
