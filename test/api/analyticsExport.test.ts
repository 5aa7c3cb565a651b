import type { JsonObject } from '../../src/shared/json.js';
import {
  combinedReport,
  dashboard,
  decisionReport,
  entityId,
  processReport,
  reportTile,
} from '../support/analyticsEntities.js';
import { AnalyticsFlow, processDefinition } from '../support/analyticsFlow.js';
import type { Place } from '../support/importFlow.js';
import { exportFile, idOf } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import type { InputOf } from '../support/operationResults.js';

const file = [
  processReport('Cost', ['order', 'invoice']),
  processReport('Time', ['order'], { description: 'How long it takes.' }),
  decisionReport('Scores', 'score'),
  combinedReport('Both', [
    [entityId('Time'), '#ff0000'],
    [entityId('Cost'), '#00ff00'],
  ]),
  dashboard('Money', [
    reportTile(entityId('Cost')),
    reportTile(entityId('Both'), 4),
    reportTile(entityId('Scores'), 8),
  ]),
  dashboard('More', [reportTile(entityId('Cost'))]),
];
const reports = ['ProcessReport', 'DecisionReport', 'CombinedReport'];
const all = { kinds: [...reports, 'Dashboard'].map((name) => `analytics/${name}`) };

const holding = (text: string) => expect.stringContaining(text) as unknown;

describe('exports for Camunda Optimize', () => {
  let server: ServerClient;
  let flow: AnalyticsFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new AnalyticsFlow(server);
  });

  const imported = async (): Promise<Place> => {
    const place = await flow.placeWithDefinitions();
    await flow.import(JSON.stringify(file), place);
    return place;
  };
  const order = ({ branchId }: Place, selection: object, more: object = {}): InputOf<'StartExport'> => ({
    ...{ selection: { branchId, ...selection }, format: 'OPTIMIZE_JSON' },
    ...more,
  });
  const exportOf = async (place: Place, selection: object) => (await exportFile(server, order(place, selection))).text;
  const refusalOf = async (place: Place, selection: object, more: object = {}) => {
    const { startExport } = await server.operation('StartExport', { input: order(place, selection, more) });
    expect(startExport.task).toBeNull();
    return startExport.problems;
  };

  it('hold reports before dashboards, each once, with all that is shown, under the ids that they came with', async () => {
    const place = await imported();
    const resourceIds = [await idOf(server, place.branchId, 'Money'), await idOf(server, place.branchId, 'More')];
    const { task, text } = await exportFile(server, order(place, { resourceIds }));
    const entities = JSON.parse(text) as JsonObject[];
    expect(entities.map(({ name }) => name)).toEqual(['Cost', 'Time', 'Scores', 'Both', 'Money', 'More']);
    expect(entities.map(({ id }) => id)).toEqual(entities.map(({ name }) => entityId(name as string)));
    expect(entities).toEqual(expect.arrayContaining(file));
    const [written] = task.files.filter(({ purpose }) => purpose === 'RESULT');
    expect(written?.name).toMatch(/^analytics-export-\d{8}T\d{6}Z\.json$/);
  });

  it('are the same bytes for the same content, and after an import elsewhere', async () => {
    const place = await imported();
    const text = await exportOf(place, all);
    expect(await exportOf(place, all)).toBe(text);
    const other = await flow.placeWithDefinitions();
    await flow.import(text, other);
    expect(await exportOf(other, all)).toBe(text);
  });

  it('give ids of their own to what was made here, and name it by them', async () => {
    const place = await flow.placeWithDefinitions();
    const spec = { data: { definitions: [], instantPreviewReport: true } };
    const id = await flow.create(place, { kind: 'analytics/ProcessReport', name: 'Made', spec });
    const tiles = [{ id: 'Made', type: 'optimize_report' }];
    await flow.create(place, { kind: 'analytics/Dashboard', name: 'Board', spec: { tiles, availableFilters: [] } });
    const entities = JSON.parse(await exportOf(place, { kinds: ['analytics/Dashboard'] })) as JsonObject[];
    expect(entities).toMatchObject([
      { id, name: 'Made', sourceIndexVersion: 11, collectionId: null, data: { instantPreviewReport: false } },
      { name: 'Board', sourceIndexVersion: 8, tiles: [{ id }] },
    ]);
  });

  it('repeat the XML of the newest version that a report is about, where it is known', async () => {
    const place = await flow.makeProject();
    const xml = { 1: '<one/>', 2: '<two/>', 10: '<ten/>' };
    await flow.create(place, processDefinition('order', { versions: ['1', '2', '10', '11'], xml }));
    const about = (versions: string[]) => ({ data: { definitions: [{ key: 'order', identifier: 'one', versions }] } });
    for (const [name, versions] of Object.entries({ A: ['all'], B: ['1', '2'], C: ['latest'] })) {
      await flow.create(place, { kind: 'analytics/ProcessReport', name, spec: about(versions) });
    }
    const entities = JSON.parse(await exportOf(place, all)) as { data: { configuration?: JsonObject } }[];
    expect(entities.map(({ data }) => data.configuration?.['xml'])).toEqual(['<ten/>', '<two/>', undefined]);
  });

  it('have a name and an id of their own, whatever the spec holds there, and the preview names what they lack', async () => {
    const place = await flow.placeWithDefinitions();
    await flow.create(place, { kind: 'analytics/Collection', name: 'Sales', spec: {} });
    const parentId = await idOf(server, place.branchId, 'Sales');
    const spec = { id: 'x', name: 'y', data: { definitions: [], instantPreviewReport: true } };
    const id = await flow.create(place, { kind: 'analytics/ProcessReport', name: 'Made', spec }, parentId);
    const entities = JSON.parse(await exportOf(place, { kinds: ['analytics/ProcessReport'] })) as JsonObject[];
    expect(entities).toMatchObject([{ id, name: 'Made' }]);
    const { data } = await server.query(
      `query ($input: StartExportInput!) { exportPreview(input: $input) { problems { code message path } } }`,
      { input: order(place, { kinds: ['analytics/ProcessReport'] }) },
    );
    const lacks = (noun: string, path: string[], why: string) => ({
      ...{ code: 'NOT_CARRIED', path },
      message: `OPTIMIZE_JSON cannot contain ${noun} of "Made", because ${why}.`,
    });
    const own = (key: string) => `the member "${key}" of an entity describes the entity itself`;
    const flag = 'only the server of the product sets this flag';
    expect((data as { exportPreview: { problems: unknown[] } }).exportPreview.problems).toEqual([
      lacks('the collection', [], 'the format has no place for it'),
      lacks('the value at /data/instantPreviewReport', ['data', 'instantPreviewReport'], flag),
      lacks('the value at /id', ['id'], own('id')),
      lacks('the value at /name', ['name'], own('name')),
    ]);
  });

  it('are refused for what such a file cannot hold, and say what can', async () => {
    const place = await imported();
    await flow.create(place, { kind: 'analytics/Collection', name: 'Sales', spec: {} });
    expect(await refusalOf(place, { all: true })).toMatchObject([
      {
        code: 'FORMAT_UNSUPPORTED',
        path: ['input', 'format'],
        message: holding('"analytics/Collection"'),
      },
    ]);
    const resourceIds = [await idOf(server, place.branchId, 'order')];
    expect(await refusalOf(place, { resourceIds })).toMatchObject([{ code: 'NOT_EXPORTABLE' }]);
    expect(await refusalOf(place, all, { fields: ['data'] })).toMatchObject([{ code: 'SETTING_INVALID' }]);
  });

  it('are refused when a report would lack', async () => {
    const place = await imported();
    const resourceIds = [await idOf(server, place.branchId, 'Money')];
    const excludeIds = [await idOf(server, place.branchId, 'Scores')];
    for (const more of [{ excludeIds }, { includeDependencies: false }]) {
      expect(await refusalOf(place, { resourceIds }, more)).toMatchObject([
        { code: 'DEPENDENCY_MISSING', message: holding('"Scores"') },
      ]);
    }
    const tiles = [{ id: 'Nowhere', type: 'optimize_report' }];
    await flow.create(place, { kind: 'analytics/Dashboard', name: 'Lost', spec: { tiles, availableFilters: [] } });
    expect(await refusalOf(place, all)).toMatchObject([{ message: holding('"Nowhere"') }]);
  });
});
