import {
  dashboard,
  entityId,
  entityPlanDocument,
  less,
  processReport,
  reportTile,
  type EntityPlan,
} from '../support/analyticsEntities.js';
import { AnalyticsFlow, problemsOf } from '../support/analyticsFlow.js';
import { codesOf } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('faults of files of reports and dashboards', () => {
  let server: ServerClient;
  let flow: AnalyticsFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new AnalyticsFlow(server);
  });

  describe('a file', () => {
    it('names the path of every fault at once', async () => {
      const place = await flow.placeWithDefinitions();
      const good = processReport('Good', ['order']);
      const file = [
        { ...good, id: null },
        { ...good, id: entityId('x'), name: null, data: null },
        { ...good, id: entityId('y'), exportEntityType: 'alert' },
        'report',
        dashboard('Bare', [], { tiles: null, availableFilters: null }),
        dashboard('Tiles', [{ ...reportTile('') }, { ...reportTile('report one') }]),
      ];
      const plan = await flow.planOf(file, place);
      expect(plan.counts).toMatchObject({ total: 6, blocked: 6 });
      const faults = plan.items.edges.map(({ node }) =>
        node.problems
          .filter(({ code }) => code !== 'UNKNOWN_KIND')
          .map(({ path, originalCode }) => [path.join('/'), originalCode]),
      );
      expect(faults).toEqual([
        [['id', 'importFileInvalid']],
        [
          ['name', 'importFileInvalid'],
          ['data', 'importFileInvalid'],
        ],
        [['exportEntityType', 'importFileInvalid']],
        [['', 'importFileInvalid']],
        [
          ['tiles', 'importFileInvalid'],
          ['availableFilters', 'importFileInvalid'],
        ],
        [
          ['tiles/1/id', 'importFileInvalid'],
          ['tiles/0/id', 'importFileInvalid'],
        ],
      ]);
    });

    it.each(['', '[]', '{"a": 1}', 'nonsense', '[{"exportEntityType": "dashboard", "id": ]'])(
      'that is none is refused with the code of the original: %s',
      async (content) => {
        const place = await flow.makeProject();
        const { plan, problems } = await server.upload(content, { branchId: place.branchId });
        if (!plan) {
          expect(problems).toMatchObject([{ code: 'FILE_EMPTY' }]);
          return;
        }
        await flow.ended(plan.task.id);
        const { importPlan } = await flow.ask<{ importPlan: EntityPlan }>(entityPlanDocument, { id: plan.id });
        expect(importPlan).toMatchObject({
          status: 'FAILED',
          problems: [{ severity: 'ERROR', originalCode: 'importFileInvalid' }],
        });
      },
    );

    it('with one id for two entities is refused, with both lines', async () => {
      const place = await flow.placeWithDefinitions();
      const id = entityId('same');
      const plan = await flow.planOf(
        [processReport('One', ['order'], { id }), processReport('Two', ['order'], { id })],
        place,
      );
      expect(codesOf(plan.items.edges.flatMap(({ node }) => node.problems))).toEqual(['DUPLICATE_IN_FILE']);
      const [one] = problemsOf(plan, 'One');
      const [two] = problemsOf(plan, 'Two');
      expect(one?.message).toContain(`on the lines ${one?.line}, ${two?.line}`);
    });

    it('is refused for a description or a name that cannot be, with the codes of the original', async () => {
      const place = await flow.placeWithDefinitions();
      const plan = await flow.planOf(
        [
          processReport('Empty', ['order'], { description: '' }),
          dashboard('Long', [], { description: 'x'.repeat(401) }),
          processReport('n'.repeat(256), ['order']),
          processReport('Fine', ['order'], { description: 'x'.repeat(400) }),
        ],
        place,
      );
      expect(plan.items.edges.map(({ node }) => node.problems.map(({ originalCode }) => originalCode))).toEqual([
        ['importDescriptionInvalid'],
        ['importDescriptionInvalid'],
        ['importNameInvalid'],
        [],
      ]);
    });

    it('decides nothing by flags of the system, and says so', async () => {
      const place = await flow.placeWithDefinitions();
      const plan = await flow.planOf(
        [
          processReport('Cost', ['order'], { data: { managementReport: true } }),
          dashboard('Money', [], { instantPreviewDashboard: true }),
        ],
        place,
      );
      expect(
        plan.items.edges.flatMap(({ node }) => node.problems.map(({ code, path }) => [code, path.join('/')])),
      ).toEqual([
        ['SYSTEM_FLAG_IGNORED', 'data/managementReport'],
        ['SYSTEM_FLAG_IGNORED', 'instantPreviewDashboard'],
      ]);
      await flow.execute(plan.id);
      expect((await flow.specOf(place, 'Cost')).data).toMatchObject({ managementReport: false });
    });
  });

  describe('schema numbers', () => {
    it('of older files are migrated, step by step', async () => {
      const place = await flow.placeWithDefinitions();
      const old = less(dashboard('Old', [], { version: 5 }), 'tiles', 'description', 'instantPreviewDashboard');
      const tile = less(reportTile(entityId('Cost')), 'type');
      const at = { position: { x: 0, y: 0 }, dimensions: { width: 1, height: 1 } };
      const reports = [tile, { ...at, id: 'https://example.org/' }, { ...at, id: '', configuration: { text: {} } }];
      const report = less(
        processReport('Cost', ['order'], { data: { configuration: { xml: '<a/>' } }, version: 8 }),
        'description',
      );
      const plan = await flow.planOf([{ ...old, reports }, report], place);
      expect(plan.problems.map(({ code, message }) => [code, message.split(' was')[0]])).toEqual([
        ['CONTENT_IGNORED', 'The XML at /data/configuration/xml of 1 report'],
      ]);
      expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED' });
      expect(await flow.specOf(place, 'Old')).toEqual({
        ...{ availableFilters: [], description: null, instantPreviewDashboard: false },
        tiles: [
          { ...tile, id: 'Cost', type: 'optimize_report' },
          { ...at, id: '', type: 'external_url', configuration: { external: 'https://example.org/' } },
          { ...at, id: '', type: 'text', configuration: { text: {} } },
        ],
      });
      expect((await flow.specOf(place, 'Cost')).data).toMatchObject({ configuration: {} });
    });

    it('that nothing leads from are refused, with kind, source and target', async () => {
      const place = await flow.placeWithDefinitions();
      const bare = less(dashboard('Bare', []), 'sourceIndexVersion');
      const plan = await flow.planOf(
        [processReport('New', ['order'], { version: 12 }), processReport('Newer', ['order'], { version: 12 }), bare],
        place,
      );
      const mismatch = (indexName: string, sourceIndexVersion: number, targetIndexVersion: number) => ({
        indexName,
        sourceIndexVersion,
        targetIndexVersion,
      });
      expect(plan.problems).toMatchObject([
        {
          code: 'SCHEMA_VERSION_UNSUPPORTED',
          originalCode: 'importIndexVersionMismatch',
          mismatchingIndices: [mismatch('single-process-report', 12, 11), mismatch('dashboard', 0, 8)],
        },
      ]);
      expect(problemsOf(plan, 'Bare')).toMatchObject([
        { severity: 'ERROR', mismatchingIndices: [mismatch('dashboard', 0, 8)] },
      ]);
      expect(plan.counts).toMatchObject({ blocked: 3 });
    });
  });
});
