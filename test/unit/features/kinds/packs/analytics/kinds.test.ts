import { analyticsPack, createKindRegistry, validateName } from '../../../../../../src/features/kinds/worker.js';
import { flowNodeIds } from '../../../../../../src/features/kinds/packs/analytics/flowNodeIds.js';
import type { JsonObject } from '../../../../../../src/shared/json.js';

const registry = createKindRegistry([analyticsPack]);
const [report, decisions, combined, dashboard, collection] = [
  ...['analytics/ProcessReport', 'analytics/DecisionReport', 'analytics/CombinedReport', 'analytics/Dashboard'],
  'analytics/Collection',
] as [string, string, string, string, string];

const namesIn = (kind: string, spec: JsonObject) =>
  registry.findReferences(kind, spec).map(({ at, name }) => [at, name]);
const faultsOf = (kind: string, spec: JsonObject) =>
  registry.validateSpec(kind, spec).map(({ path, originalCode }) => [path.join('/'), originalCode]);
const warningsOf = (kind: string, spec: JsonObject, others: Record<string, JsonObject> = {}) =>
  (registry.get(kind).crossCheck?.(spec, 'It', (otherKind, name) => others[`${otherKind} ${name}`]) ?? []).map(
    ({ code, path, fix }) => [code, path.join('/'), fix],
  );
const about = (...definitions: JsonObject[]): JsonObject => ({ data: { definitions } });
const order = { identifier: 'one', key: 'order', versions: ['all'], tenantIds: [null] };

const bpmn = `<?xml version="1.0"?><!-- <task id="comment"/> -->
<bpmn:definitions xmlns:bpmn="x"><bpmn:process id="order">
  <bpmn:startEvent id="start" name="a > b"/><bpmn:userTask name='<task id="text">' id = 'check' />
  <bpmn:exclusiveGateway id="which"></bpmn:exclusiveGateway><subProcess id="inner"><![CDATA[<task id="data"/>]]></subProcess>
  <bpmn:sequenceFlow id="flow"/></bpmn:process><bpmndi:BPMNShape id="shape" bpmnElement="check"/></bpmn:definitions>`;

describe('kinds of analytics', () => {
  it('take names that people write as titles', () => {
    const names = [
      'Ø Saved Carbon [%]',
      'KPI: Success Rate (more than 10 %)',
      'Δ Cost',
      '⚠️ Errors',
      '👩‍💻 Team',
      'n'.repeat(255),
    ];
    for (const name of names) expect(validateName(registry.get(report), name)).toEqual([]);
    for (const name of [' Cost', 'a\u200Bb', 'a\nb', 'n'.repeat(256), '']) {
      expect(validateName(registry.get(dashboard), name)).toMatchObject([{ code: 'NAME_INVALID' }]);
    }
  });

  it('find reports on tiles by the type of the tile alone, and rename them there alone', () => {
    const tiles = [
      { id: 'Cost', type: 'optimize_report' },
      { id: 'Cost', type: 'text', configuration: { text: 'Cost' } },
      { id: '', type: 'external_url', configuration: { external: 'Cost' } },
    ];
    expect(namesIn(dashboard, { tiles })).toEqual([['/tiles/0/id', 'Cost']]);
    const renamed = registry.rewriteReferences(dashboard, { tiles }, (namespace, name) =>
      namespace === 'analytics-report' && name === 'Cost' ? 'Costs' : undefined,
    );
    expect(renamed).toEqual({ tiles: [{ id: 'Costs', type: 'optimize_report' }, tiles[1], tiles[2]] });
  });

  it('find every definition of a report, reports of a combined one in their order, and data sources by their type', () => {
    expect(namesIn(report, about(order, { key: null }, { key: 'invoice' }))).toEqual([
      ['/data/definitions/0/key', 'order'],
      ['/data/definitions/2/key', 'invoice'],
    ]);
    expect(namesIn(combined, { data: { reports: [{ id: 'B' }, { id: 'A' }] } })).toEqual([
      ['/data/reports/0/id', 'B'],
      ['/data/reports/1/id', 'A'],
    ]);
    const dataSources = [
      { definitionType: 'decision', definitionKey: 'score', tenants: [null] },
      { definitionType: 'process', definitionKey: 'score', tenants: [null] },
    ];
    const found = registry.findReferences(collection, { dataSources });
    expect(found.map(({ declarationIndex, at }) => [declarationIndex, at])).toEqual([
      [0, '/dataSources/1/definitionKey'],
      [1, '/dataSources/0/definitionKey'],
    ]);
    const renamed = registry.rewriteReferences(collection, { dataSources }, (namespace) =>
      namespace === 'analytics/DecisionDefinition' ? 'other' : undefined,
    );
    expect(renamed['dataSources']).toMatchObject([{ definitionKey: 'other' }, { definitionKey: 'score' }]);
  });

  it('refuse what the original refuses', () => {
    const board = { tiles: [], availableFilters: [] };
    expect(faultsOf(report, about(order))).toEqual([]);
    expect(faultsOf(report, { ...about(order), description: '' })).toEqual([
      ['description', 'importDescriptionInvalid'],
    ]);
    expect(faultsOf(combined, { data: {}, description: 'x'.repeat(401) })).toHaveLength(1);
    expect(faultsOf(report, about(order, order))).toEqual([['data/definitions/1/identifier', undefined]]);
    expect(faultsOf(report, about(...Array.from({ length: 11 }, () => order)))).toEqual([
      ['data/definitions', undefined],
    ]);
    expect(
      faultsOf(dashboard, {
        ...board,
        tiles: [
          { type: 'optimize_report', id: '' },
          { type: 'text', id: '' },
        ],
      }),
    ).toEqual([['tiles/0/id', undefined]]);
    const filters = [{ type: 'state' }, { type: 'state' }, { type: 'variable', data: { name: 'x' } }];
    expect(faultsOf(dashboard, { ...board, availableFilters: filters })).toEqual([
      ['availableFilters/1', undefined],
      ['availableFilters/2/data', undefined],
    ]);
    const source = { definitionType: 'process', definitionKey: 'order', tenants: [null] };
    expect(faultsOf(collection, { dataSources: [source, source] })).toEqual([['dataSources/1', undefined]]);
  });

  it('warn of filters that are applied to no definition', () => {
    const spec = { data: { definitions: [order], filter: [{ type: 'x', appliedTo: ['all', 'one', 'oen'] }] } };
    for (const kind of [report, decisions]) {
      expect(warningsOf(kind, spec)).toEqual([
        ['UNRESOLVED_IDENTIFIER', 'data/filter/0/appliedTo/2', expect.any(String)],
      ]);
    }
  });

  it('find flow nodes in BPMN, and nothing in comments, texts and diagrams', () => {
    expect(flowNodeIds(bpmn)).toEqual(['start', 'check', 'which', 'inner']);
    for (const broken of ['', '<', '<task id="a"', '<!-- <task id="a"/>', '<a "'])
      expect(flowNodeIds(broken)).toEqual([]);
  });

  it('warn of flow nodes that a process does not have, where its XML is known', () => {
    const filter = [
      { type: 'executedFlowNodes', data: { values: ['start', 'chekc'] }, appliedTo: ['one'] },
      { type: 'flowNodeDuration', data: { which: {}, what: {} } },
    ];
    const configuration = { processPart: { start: 'start', end: 'end' }, heatmapTargetValue: { values: { flow: {} } } };
    const spec = { data: { definitions: [order], filter, configuration } };
    const definition = (xml: JsonObject) => ({ 'analytics/ProcessDefinition order': { versions: ['1', '2'], xml } });
    expect(warningsOf(report, spec, definition({ 1: bpmn, 2: bpmn })).map(([code, path]) => [code, path])).toEqual(
      [
        'filter/0/data/values/1',
        'filter/1/data/what',
        'configuration/processPart/end',
        'configuration/heatmapTargetValue/values/flow',
      ].map((path) => ['UNRESOLVED_FLOW_NODE', `data/${path}`]),
    );
    expect(warningsOf(report, spec, definition({ 1: bpmn }))).toEqual([]);
    expect(warningsOf(report, spec)).toEqual([]);
  });

  it('warn of variables that no report of a dashboard uses', () => {
    const filter = (name: string, type: string) => ({ type: 'variable', data: { name, type } });
    const spec = (...names: string[]) => ({
      tiles: names.map((id) => ({ id, type: 'optimize_report' })),
      availableFilters: [filter('total', 'Double'), filter('totl', 'Double'), filter('total', 'String')],
    });
    const uses = { data: { view: { entity: 'variable', properties: [{ name: 'total', type: 'Double' }] } } };
    const raw = { data: { view: { entity: null, properties: ['rawData'] } } };
    const others = {
      'analytics/ProcessReport Cost': uses,
      'analytics/CombinedReport Both': { data: { reports: [{ id: 'Cost' }] } },
      'analytics/ProcessReport Raw': raw,
    };
    const expected = [
      ['UNRESOLVED_VARIABLE', 'availableFilters/1/data', 'Did you mean "total"?'],
      ['UNRESOLVED_VARIABLE', 'availableFilters/2/data', expect.any(String)],
    ];
    expect(warningsOf(dashboard, spec('Cost'), others)).toEqual(expected);
    expect(warningsOf(dashboard, spec('Both'), others)).toEqual(expected);
    expect(warningsOf(dashboard, spec('Cost', 'Raw'), others)).toEqual([]);
    expect(warningsOf(dashboard, spec(), others)).toHaveLength(3);
  });

  it('warn of flags of the system that are set', () => {
    const spec = { data: { managementReport: true, instantPreviewReport: false } };
    expect(warningsOf(combined, spec)).toEqual([['SYSTEM_FLAG_IGNORED', 'data/managementReport', undefined]]);
  });
});
