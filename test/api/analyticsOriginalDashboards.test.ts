/** Cases of the original's own tests (DashboardDefinitionImportIT and its authorization, both dashboard exports), by their names there. */
import type { JsonObject } from '../../src/shared/json.js';
import {
  combinedReport,
  dashboard,
  decisionReport,
  entityId,
  processReport,
  reportTile,
} from '../support/analyticsEntities.js';
import { AnalyticsFlow, problemsOf } from '../support/analyticsFlow.js';
import {
  codePairs,
  collection,
  makePerson,
  setReaders,
  type Person,
  type PersonRole,
} from '../support/analyticsScene.js';
import type { Place } from '../support/importFlow.js';
import { idOf } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const external = { ...reportTile(''), type: 'external_url', configuration: { external: 'https://example.org' } };
const filters = [
  { type: 'instanceStartDate', data: null },
  { type: 'instanceEndDate', data: null },
];
const cost = processReport('Cost', ['order']);
const scores = decisionReport('Scores', 'score');
const both = combinedReport('Both', [[entityId('Cost'), '#1991c8']]);
const money = dashboard(
  'Money',
  [reportTile(entityId('Cost')), reportTile(entityId('Scores'), 4), reportTile(entityId('Both'), 8), external],
  { availableFilters: filters },
);
const whole = [money, both, scores, cost];

describe('DashboardDefinitionImportIT and the exports of dashboards', () => {
  let server: ServerClient;
  let flow: AnalyticsFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new AnalyticsFlow(server);
  });

  const into = async (place: Place) => {
    const sources = [['order'], ['score', [null], 'decision']] as const;
    const intoCollection = await flow.create(place, collection('Sales', sources as never));
    return { options: { intoCollection } };
  };
  const codesOf = async (entity: JsonObject) => {
    const plan = await flow.planOf([entity], await flow.placeWithDefinitions());
    return problemsOf(plan, 'Money').map(({ originalCode }) => originalCode);
  };

  it('importDashboard: three reports and a tile of another server are rewired, with filters and places', async () => {
    const place = await flow.placeWithDefinitions();
    expect(await flow.import(JSON.stringify(whole), place)).toMatchObject({ createdCount: 4 });
    const spec = (await flow.specOf(place, 'Money')) as unknown as JsonObject;
    expect(spec['tiles']).toEqual([reportTile('Cost'), reportTile('Scores', 4), reportTile('Both', 8), external]);
    expect(spec['availableFilters']).toEqual(filters);
  });

  it('importDashboard_containsSameReportTwice: is one report on two tiles', async () => {
    const place = await flow.placeWithDefinitions();
    const twice = dashboard('Twice', [reportTile(entityId('Cost')), reportTile(entityId('Cost'), 9)]);
    expect(await flow.import(JSON.stringify([twice, cost]), place)).toMatchObject({ createdCount: 2 });
    expect((await flow.specOf(place, 'Twice')).tiles).toEqual([reportTile('Cost'), reportTile('Cost', 9)]);
  });

  it.each([
    ['importDashboard_incorrectIndexVersion', { version: 9 }, ['importIndexVersionMismatch']],
    ['importDashboard_invalidDescription', { description: '' }, ['importDescriptionInvalid']],
    ['importDashboard_validDescription', { description: 'Money, and where it goes.' }, []],
  ])('%s: is told as there', async (_, options, codes) => {
    expect(await codesOf(dashboard('Money', [], options as never))).toEqual(codes);
  });

  it('importIncompleteDashboard: is importFileInvalid, with what is missing', async () => {
    const plan = await flow.planOf([money, both, cost], await flow.placeWithDefinitions());
    expect(plan.problems).toMatchObject([
      { originalCode: 'importFileInvalid', missing: [{ missingId: entityId('Scores'), requiredBy: ['Money'] }] },
    ]);
    expect(plan.isExecutable).toBe(false);
  });

  it('importDashboardIntoCollection: all of it is in it', async () => {
    const place = await flow.placeWithDefinitions();
    await flow.import(JSON.stringify(whole), place, await into(place));
    const inside = (await flow.resources(place)).filter(({ parent }) => parent?.name === 'Sales');
    expect(inside.map(({ name }) => name)).toEqual(['Both', 'Cost', 'Money', 'Scores']);
  });

  it('importDashboardIntoCollection_collectionDoesNotExist: is NOT_FOUND', async () => {
    const { branchId } = await flow.makeProject();
    const { problems } = await server.upload(JSON.stringify(whole), { branchId, options: { intoCollection: 'none' } });
    expect(problems.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  });

  it.each(['SUPERUSER', 'EDITOR'] as const)('importDashboard_asSuperuser and _asNonSuperuser: by %s', async (role) => {
    const place = await flow.placeWithDefinitions();
    const person = await makePerson(server, place, role);
    expect(await person.flow.import(JSON.stringify(whole), place)).toMatchObject({ createdCount: 4 });
  });

  it('importDashboardIntoCollection_asSuperuser: is in it', async () => {
    const place = await flow.placeWithDefinitions();
    const person = await makePerson(server, place, 'SUPERUSER');
    await person.flow.import(JSON.stringify(whole), place, await into(place));
  });

  describe('exports', () => {
    const imported = async () => {
      const place = await flow.placeWithDefinitions();
      const more = dashboard('More', [reportTile(entityId('Cost'))]);
      await flow.import(JSON.stringify([...whole, more, dashboard('Empty', [])]), place);
      return place;
    };
    const exported = async (who: AnalyticsFlow, place: Place, names: string[]) => {
      const resourceIds = await Promise.all(names.map((name) => idOf(server, place.branchId, name)));
      const { startExport } = await who.client.operation('StartExport', {
        input: { selection: { branchId: place.branchId, resourceIds }, format: 'OPTIMIZE_JSON' },
      });
      if (!startExport.task) return startExport.problems.map(({ code }) => code);
      const { files, status } = await who.ended(startExport.task.id);
      const file = files.find(({ purpose }) => purpose === 'RESULT');
      if (!file) return [status];
      return (JSON.parse(await who.download(file)) as { name: string }[]).map(({ name }) => name);
    };

    it.each([
      ['exportDashboard', ['Money'], ['Both', 'Cost', 'Scores', 'Money']],
      ['withExternalResource and noDuplicatesInExport', ['Money'], ['Both', 'Cost', 'Scores', 'Money']],
      [
        'multiple dashboards and noDuplicateReportsAcrossMultipleDashboards',
        ['Money', 'More'],
        ['Both', 'Cost', 'Scores', 'Money', 'More'],
      ],
      ['noDuplicateDashboards', ['More', 'More'], ['Cost', 'More']],
      ['exportReport process and decision', ['Cost', 'Scores'], ['Cost', 'Scores']],
      ['exportCombinedReport', ['Both'], ['Both', 'Cost']],
      ['exportMultipleReportsNoDuplicates', ['Cost', 'Cost'], ['Cost']],
    ])('%s: holds each once', async (_, names, expected) => {
      expect((await exported(flow, await imported(), names)).toSorted()).toEqual(expected.toSorted());
    });

    it.each(['reportDoesNotExist', 'dashboardDoesNotExist'])('%s: an id of nothing is NOT_FOUND', async () => {
      const { branchId } = await flow.makeProject();
      const { startExport } = await server.operation('StartExport', {
        input: {
          selection: { branchId, resourceIds: ['00000000-0000-7000-8000-000000000000'] },
          format: 'OPTIMIZE_JSON',
        },
      });
      expect(startExport.problems.map(({ code }) => code)).toEqual(['NOT_FOUND']);
    });

    it.each<[PersonRole, boolean]>([
      ['VIEWER', false],
      ['EDITOR', true],
      ['MANAGER', true],
    ])('exportReport and exportDashboard as %s: allowed is %s', async (role, isAllowed) => {
      const place = await imported();
      const person = await makePerson(server, place, role);
      expect(await exported(person.flow, place, ['More'])).toEqual(isAllowed ? ['Cost', 'More'] : ['FORBIDDEN']);
    });

    const withRights = async (role: PersonRole, readers: (person: Person) => { principalId: string }[]) => {
      const place = await imported();
      const person = await makePerson(server, place, role);
      await setReaders(server, await idOf(server, place.branchId, 'order'), readers(person));
      return { place, person };
    };

    it.each<PersonRole>(['SUPERUSER', 'EDITOR'])('export as %s: with the right to the definition', async (role) => {
      const { place, person } = await withRights(role, ({ principalId }) => [{ principalId }]);
      expect(await exported(person.flow, place, ['Cost'])).toEqual(['Cost']);
      expect(await exported(person.flow, place, ['Empty'])).toEqual(['Empty']);
    });

    it.each<PersonRole>(['SUPERUSER', 'EDITOR'])(
      'export as %s withoutReportDefinitionAuth: the report does not travel',
      async (role) => {
        const { place, person } = await withRights(role, () => []);
        expect(await exported(person.flow, place, ['Cost'])).not.toContain('Cost');
      },
    );

    it.each([
      ['combined_singleReportMissing', ['Both']],
      ['reportMissing', ['More']],
    ])('%s: is refused with what is missing, instead of a fault', async (_, names) => {
      const place = await imported();
      const document =
        'mutation ($input: DeleteResourceInput!) { deleteResource(input: $input) { problems { code message } } }';
      const { data } = await server.query(document, {
        input: { id: await idOf(server, place.branchId, 'Cost'), force: true },
      });
      expect(data).toEqual({ deleteResource: { problems: [] } });
      expect(await exported(flow, place, names)).toEqual(['DEPENDENCY_MISSING']);
    });
  });

  it('importDashboard: a report that a dashboard combines twice is blocked by what the report lacks', async () => {
    const plan = await flow.planOf(whole, await flow.makeProject());
    expect(codePairs(problemsOf(plan, 'Cost'))).toEqual([['DEPENDENCY_MISSING', 'importDefinitionDoesNotExist']]);
    expect(plan.counts).toMatchObject({ blocked: 4 });
  });
});
