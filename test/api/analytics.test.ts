import {
  combinedReport,
  dashboard,
  decisionReport,
  entityId,
  processReport,
  reportTile,
} from '../support/analyticsEntities.js';
import { AnalyticsFlow, problemsOf, processDefinition } from '../support/analyticsFlow.js';
import { importDocuments } from '../support/importDocuments.js';
import { actionsOf, itemsByName } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const textTile = {
  ...{ id: '', type: 'text', position: { x: 0, y: 4 }, dimensions: { width: 4, height: 2 } },
  configuration: { text: { root: { children: [{ id: entityId('Cost') }] } } },
};
const externalTile = { ...textTile, type: 'external_url', configuration: { external: 'https://example.org/?id=Cost' } };

/** One dashboard with all that there is. */
const wholeFile = [
  dashboard('Money', [
    reportTile(entityId('Cost')),
    reportTile(entityId('Both'), 4),
    reportTile(entityId('Scores'), 8),
    reportTile(entityId('Cost'), 12),
    textTile,
    externalTile,
  ]),
  combinedReport('Both', [
    [entityId('Time'), '#ff0000'],
    [entityId('Cost'), '#00ff00'],
  ]),
  processReport('Cost', ['order', 'invoice']),
  processReport('Time', ['order']),
  decisionReport('Scores', 'score'),
];

describe('analytics: reports and dashboards', () => {
  let server: ServerClient;
  let flow: AnalyticsFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new AnalyticsFlow(server);
  });

  describe('a file', () => {
    it('is imported whole, in whatever order, with names in the place of ids', async () => {
      const place = await flow.placeWithDefinitions();
      const plan = await flow.stage(JSON.stringify(wholeFile), place);
      expect(plan).toMatchObject({ format: 'analytics/entities', counts: { total: 5, create: 5 }, problems: [] });
      expect(plan.items.edges.flatMap(({ node }) => node.problems)).toEqual([]);
      const { task } = await flow.execute(plan.id);
      expect(task).toMatchObject({ status: 'COMPLETED', createdCount: 5 });
      const { tiles } = await flow.specOf(place, 'Money');
      expect(tiles.map(({ id }) => id)).toEqual(['Cost', 'Both', 'Scores', 'Cost', '', '']);
      expect(tiles[4]).toEqual(textTile);
      expect(tiles[5]).toEqual(externalTile);
      expect((await flow.specOf(place, 'Both')).data).toMatchObject({
        reports: [
          { id: 'Time', color: '#ff0000' },
          { id: 'Cost', color: '#00ff00' },
        ],
      });
      expect((await flow.stage(JSON.stringify(wholeFile.toReversed()), place)).counts).toMatchObject({ unchanged: 5 });
    });

    it('is undone as a whole', async () => {
      const place = await flow.placeWithDefinitions();
      const { id } = await flow.import(JSON.stringify(wholeFile), place);
      const document =
        'mutation ($input: UndoImportInput!) { undoImport(input: $input) { task { id } problems { message } } }';
      const { undoImport } = await flow.ask<{ undoImport: { task: { id: string } } }>(document, {
        input: { taskId: id },
      });
      expect(await flow.ended(undoImport.task.id)).toMatchObject({ status: 'COMPLETED' });
      expect((await flow.resources(place)).map(({ name }) => name)).toEqual(['invoice', 'order', 'score']);
    });

    it('rewires tiles when a report is renamed in the plan', async () => {
      const place = await flow.placeWithDefinitions();
      const plan = await flow.stage(JSON.stringify(wholeFile), place);
      expect(await flow.rename(itemsByName(plan)['Cost']!.id, 'Ø Cost [%]')).toEqual([]);
      expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED' });
      const { tiles } = await flow.specOf(place, 'Money');
      expect(tiles).toMatchObject([
        { id: 'Ø Cost [%]' },
        { id: 'Both' },
        { id: 'Scores' },
        { id: 'Ø Cost [%]' },
        textTile,
        externalTile,
      ]);
      expect((await flow.specOf(place, 'Both')).data).toMatchObject({
        reports: [{ id: 'Time' }, { id: 'Ø Cost [%]' }],
      });
    });

    it('reports every definition that the branch lacks, not only the first, and accepts a replacement', async () => {
      const place = await flow.makeProject();
      for (const name of ['order', 'invoices']) await flow.create(place, processDefinition(name));
      const plan = await flow.planOf(
        [processReport('Cost', ['order', 'invoice']), dashboard('Money', [reportTile(entityId('Cost'))])],
        place,
      );
      expect(plan.items.edges.map(({ node }) => [node.name, node.action])).toEqual([
        ['Cost', 'BLOCKED'],
        ['Money', 'BLOCKED'],
      ]);
      expect(problemsOf(plan, 'Cost')).toMatchObject([
        {
          code: 'DEPENDENCY_MISSING',
          path: ['data', 'definitions', '1', 'key'],
          originalCode: 'importDefinitionDoesNotExist',
        },
      ]);
      const { importPlan } = await flow.ask<{ importPlan: object }>(importDocuments.prerequisites, { id: plan.id });
      expect(importPlan).toMatchObject({
        prerequisites: {
          nodes: [
            {
              kind: { name: 'analytics/ProcessDefinition' },
              name: 'invoice',
              isPresent: false,
              candidates: [{ name: 'invoices' }],
            },
            { name: 'order', isPresent: true },
          ],
        },
      });
      expect(
        await flow.remap(plan.id, { kind: 'analytics/ProcessDefinition', name: 'invoice', toName: 'invoices' }),
      ).toEqual([]);
      expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 2 });
      expect((await flow.specOf(place, 'Cost')).data).toMatchObject({
        definitions: [{ key: 'order' }, { key: 'invoices' }],
      });
    });

    it('makes names unique in the order of the file, and says so', async () => {
      const place = await flow.placeWithDefinitions();
      const file = [
        processReport('Cost', ['order'], { id: entityId('a') }),
        decisionReport('Cost', 'score', { id: entityId('b') }),
        processReport('Cost (2)', ['order'], { id: entityId('c') }),
        dashboard('Cost', [reportTile(entityId('b')), reportTile(entityId('c'))]),
      ];
      const plan = await flow.planOf(file, place);
      expect(plan.items.edges.map(({ node }) => node.name)).toEqual(['Cost', 'Cost (3)', 'Cost (2)', 'Cost']);
      expect(problemsOf(plan, 'Cost (3)')).toMatchObject([{ code: 'NAME_ADJUSTED', severity: 'WARNING' }]);
      expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED' });
      const boards = (await flow.resources(place)).filter(({ kind }) => kind.name === 'analytics/Dashboard');
      expect(boards[0]?.spec['tiles']).toMatchObject([{ id: 'Cost (3)' }, { id: 'Cost (2)' }]);
    });

    it('that lacks reports tells which, and who needs them, and the branch may have them', async () => {
      const place = await flow.placeWithDefinitions();
      await flow.import(JSON.stringify([processReport('Old', ['order'])]), place);
      const gone = entityId('gone');
      const file = [
        dashboard('One', [reportTile(gone), reportTile(gone)]),
        dashboard('Two', [reportTile(gone)]),
        combinedReport('Both', [[entityId('lost'), '#fff']]),
        processReport('Fine', ['order']),
      ];
      const plan = await flow.planOf(file, place);
      expect(plan.problems).toMatchObject([
        {
          code: 'FILE_INCOMPLETE',
          originalCode: 'importFileInvalid',
          missing: [
            { missingId: gone, requiredBy: ['One', 'Two'] },
            { missingId: entityId('lost'), requiredBy: ['Both'] },
          ],
        },
      ]);
      expect(plan.counts).toMatchObject({ create: 1, blocked: 3 });
      expect(problemsOf(plan, 'Both')).toMatchObject([
        { code: 'DEPENDENCY_MISSING', path: ['data', 'reports', '0', 'id'], originalCode: 'importFileInvalid' },
      ]);
      expect(await flow.remap(plan.id, { kind: 'analytics/ProcessReport', name: gone, toName: 'Old' })).toEqual([]);
      expect(actionsOf(await flow.plan(plan.id))).toMatchObject({ One: 'CREATE', Two: 'CREATE', Both: 'BLOCKED' });
    });

    it('offers filters by variables of reports that it brings itself', async () => {
      const place = await flow.placeWithDefinitions();
      const view = { entity: 'variable', properties: [{ name: 'total', type: 'Double' }] };
      const filter = (name: string) => ({ type: 'variable', data: { name, type: 'Double' } });
      const tiles = [reportTile(entityId('Cost'))];
      const plan = await flow.planOf(
        [
          dashboard('Money', tiles, { availableFilters: [filter('total')] }),
          dashboard('Other', tiles, { availableFilters: [filter('weight')] }),
          processReport('Cost', ['order'], { data: { view } }),
        ],
        place,
      );
      expect(problemsOf(plan, 'Money')).toEqual([]);
      expect(problemsOf(plan, 'Other')).toMatchObject([{ code: 'UNRESOLVED_VARIABLE', severity: 'WARNING' }]);
      expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 3 });
    });

    it('reports flow nodes that the process of the branch does not have', async () => {
      const place = await flow.makeProject();
      await flow.create(
        place,
        processDefinition('order', { versions: ['1'], xml: { 1: '<p><task id="check"/></p>' } }),
      );
      const filter = [
        { type: 'executedFlowNodes', data: { operator: 'in', values: ['check', 'chekc'] }, appliedTo: ['all'] },
      ];
      const plan = await flow.planOf([processReport('Cost', ['order'], { data: { filter } })], place);
      expect(problemsOf(plan, 'Cost')).toMatchObject([
        {
          code: 'UNRESOLVED_FLOW_NODE',
          path: ['data', 'filter', '0', 'data', 'values', '1'],
          fix: 'Did you mean "check"?',
        },
      ]);
    });
  });
});
