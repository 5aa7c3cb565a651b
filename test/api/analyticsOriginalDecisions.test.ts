/** Cases of the original's own tests (DecisionReportDefinitionImportIT, ReportDefinitionImportAuthorizationIT), by their names there. */
import type { JsonObject } from '../../src/shared/json.js';
import { decisionReport, definition, processReport } from '../support/analyticsEntities.js';
import { AnalyticsFlow, decisionDefinition, problemsOf, processDefinition } from '../support/analyticsFlow.js';
import { codePairs, collection, makeGroup, makePerson, setReaders } from '../support/analyticsScene.js';
import type { Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import { startTestServer } from '../support/testServer.js';

const notThere = 'importDefinitionDoesNotExist';
const aboutScore = (more: JsonObject, name = 'Scores') =>
  decisionReport(name, 'score', { data: { definitions: [definition('score', 'one', more)], filter: [] } });

describe('DecisionReportDefinitionImportIT and ReportDefinitionImportAuthorizationIT', () => {
  let server: ServerClient;
  let flow: AnalyticsFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new AnalyticsFlow(server);
  });

  const placeWith = async (more: JsonObject = {}) => {
    const place = await flow.makeProject();
    const { spec, ...record } = decisionDefinition('score');
    await flow.create(place, { ...record, spec: { ...spec, ...more } });
    return place;
  };
  const codesFor = async (place: Place, report: JsonObject) =>
    codePairs(problemsOf(await flow.planOf([report], place), 'Scores'));

  it.each([
    ['raw data', { filter: [] }],
    ['grouped by a variable', { filter: [{ type: 'evaluationDateTime', appliedTo: ['all'] }] }],
  ])('importReport: %s comes as it is', async (_, data) => {
    const place = await placeWith();
    const report = decisionReport('Scores', 'score', { data: { definitions: [definition('score')], ...data } });
    await flow.import(JSON.stringify([report]), place);
    expect((await flow.specOf(place, 'Scores')).data).toEqual(report['data']);
  });

  it('importReportWithInvalidDescription: is importDescriptionInvalid', async () => {
    const report = decisionReport('Scores', 'score', { description: '' });
    expect(await codesFor(await placeWith(), report)).toEqual([['SPEC_INVALID', 'importDescriptionInvalid']]);
  });

  it('importReport_incorrectIndexVersion: is importIndexVersionMismatch', async () => {
    const report = decisionReport('Scores', 'score', { version: 12 });
    expect(await codesFor(await placeWith(), report)).toEqual([
      ['SCHEMA_VERSION_UNSUPPORTED', 'importIndexVersionMismatch'],
    ]);
  });

  it('importReport_missingDefinition: is importDefinitionDoesNotExist; a process of the key is no decision', async () => {
    const place = await flow.makeProject();
    await flow.create(place, processDefinition('score'));
    expect(await codesFor(place, aboutScore({}))).toEqual([['DEPENDENCY_MISSING', notThere]]);
  });

  it('importReport_missingVersion: is importDefinitionDoesNotExist', async () => {
    expect(await codesFor(await placeWith(), aboutScore({ versions: ['5'] }))).toEqual([['VERSION_MISSING', notThere]]);
  });

  it('importReport_partiallyMissingVersions: those that are there remain', async () => {
    const place = await placeWith({ versions: ['1', '3'] });
    await flow.import(JSON.stringify([aboutScore({ versions: ['1', '2', '3'] })]), place);
    expect((await flow.specOf(place, 'Scores')).data['definitions']).toMatchObject([{ versions: ['1', '3'] }]);
  });

  it('importReport_missingTenant: is importDefinitionDoesNotExist', async () => {
    const place = await placeWith({ tenantIds: ['a'] });
    expect(await codesFor(place, aboutScore({ tenantIds: ['b'] }))).toEqual([['TENANT_MISSING', notThere]]);
  });

  it.each([
    ['importReport_partiallyMissingTenants', ['a']],
    ['importReport_sharedDefinitionButSpecificReportTenant', [null]],
  ])('%s: passes', async (_, tenantIds) => {
    const place = await placeWith({ tenantIds });
    expect(await codesFor(place, aboutScore({ tenantIds: ['a', 'b'] }))).toEqual([]);
  });

  const sales = (sources: Parameters<typeof collection>[1]) => collection('Sales', sources);

  it('importReportIntoCollection: is in it, for both reports', async () => {
    const place = await placeWith();
    const intoCollection = await flow.create(place, sales([['score', [null], 'decision']]));
    const file = [aboutScore({}), aboutScore({ versions: ['1'] }, 'More')];
    await flow.import(JSON.stringify(file), place, { options: { intoCollection } });
    const inside = (await flow.resources(place)).filter(({ parent }) => parent?.name === 'Sales');
    expect(inside.map(({ name }) => name)).toEqual(['More', 'Scores']);
  });

  it('importReportIntoCollection_collectionDoesNotExist: is NOT_FOUND', async () => {
    const { branchId } = await placeWith();
    const { problems } = await server.upload('[]', { branchId, options: { intoCollection: 'none' } });
    expect(problems.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  });

  it('importReportIntoCollection_missingScope: a process source of the key does not cover the decision', async () => {
    const place = await placeWith();
    await flow.create(place, processDefinition('score'));
    const intoCollection = await flow.create(place, sales([['score']]));
    const plan = await flow.planOf([aboutScore({})], place, { options: { intoCollection } });
    expect(codePairs(problemsOf(plan, 'Scores'))).toEqual([['SOURCE_MISSING', 'nonDefinitionScopeCompliantConflict']]);
  });

  describe('rights', () => {
    const kinds = ['process', 'decision'] as const;
    const types = kinds.flatMap((type) => (['user', 'group'] as const).map((identity) => [type, identity] as const));

    /** Two reports on a definition that is not open to all. */
    const restricted = async (type: (typeof kinds)[number]) => {
      const place = await flow.makeProject();
      const record = type === 'process' ? processDefinition('key') : decisionDefinition('key');
      const id = await flow.create(place, { ...record, spec: { versions: ['1'], tenantIds: ['a', 'b'] } });
      const definitions = [definition('key', 'one', { tenantIds: ['a'] })];
      const make =
        type === 'process'
          ? (name: string) => processReport(name, [], { data: { definitions } })
          : (name: string) => decisionReport(name, 'key', { data: { definitions } });
      return { place, id, file: [make('One'), make('Two')] };
    };
    const forbidden = [['FORBIDDEN', 'importDefinitionForbidden']];

    it.each(types)('importReport_asSuperuser: with the right to a %s as a %s', async (type, identity) => {
      const { place, id, file } = await restricted(type);
      const person = await makePerson(server, place, 'SUPERUSER');
      const principalId = identity === 'user' ? person.principalId : await makeGroup(server, [person]);
      await setReaders(server, id, [{ principalId }]);
      expect(await person.flow.import(JSON.stringify(file), place)).toMatchObject({ createdCount: 2 });
    });

    it.each(types)('importReport_asNonSuperuser: an editor with the right to a %s as a %s', async (type, identity) => {
      const { place, id, file } = await restricted(type);
      const person = await makePerson(server, place, 'EDITOR');
      const principalId = identity === 'user' ? person.principalId : await makeGroup(server, [person]);
      await setReaders(server, id, [{ principalId, tenants: ['a'] }]);
      expect(await person.flow.import(JSON.stringify(file), place)).toMatchObject({ createdCount: 2 });
    });

    it.each(kinds)('importReport_withoutDefinitionAuth: of a %s, the definition listed once', async (type) => {
      const { place, id, file } = await restricted(type);
      const person = await makePerson(server, place, 'EDITOR');
      await setReaders(server, id, []);
      const plan = await person.flow.planOf(file, place);
      for (const name of ['One', 'Two']) expect(codePairs(problemsOf(plan, name))).toEqual(forbidden);
      expect((await person.flow.execute(plan.id)).problems.map(({ name }) => name)).toEqual(['One', 'Two']);
    });

    it.each(kinds)('importReport_withoutTenantAuth: of a %s', async (type) => {
      const { place, id, file } = await restricted(type);
      const person = await makePerson(server, place, 'EDITOR');
      await setReaders(server, id, [{ principalId: person.principalId, tenants: ['b'] }]);
      expect(codePairs(problemsOf(await person.flow.planOf(file, place), 'One'))).toEqual(forbidden);
    });

    it.each(kinds)('importReportIntoCollection_asSuperuser: on a %s', async (type) => {
      const { place, id, file } = await restricted(type);
      const person = await makePerson(server, place, 'SUPERUSER');
      await setReaders(server, id, [{ principalId: person.principalId }]);
      const intoCollection = await flow.create(place, sales([['key', ['a'], type]]));
      await person.flow.import(JSON.stringify(file), place, { options: { intoCollection } });
    });

    it('import_asSuperuserOnly: where a server says so, others are refused, and items of others are not', async () => {
      const strict = await startTestServer({ settings: { WAYBILL_SUPERUSER_PACKS: 'analytics' } });
      try {
        const own = new AnalyticsFlow(strict);
        const place = await own.placeWithDefinitions();
        const editor = await makePerson(strict, place, 'EDITOR');
        const plan = await editor.flow.planOf([processReport('Cost', ['order'])], place);
        expect(problemsOf(plan, 'Cost').map(({ code }) => code)).toEqual(['FORBIDDEN']);
        expect((await editor.flow.execute(plan.id)).problems.map(({ code }) => code)).toEqual(['PLAN_NOT_EXECUTABLE']);
        expect((await own.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 1 });
      } finally {
        await strict.stop();
      }
    });
  });
});
