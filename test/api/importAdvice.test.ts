import {
  aggregationOf,
  castFunction,
  crudCollection,
  erSchema,
  projection,
  singleView,
  systemOfRecord,
} from '../support/fastDataRecords.js';
import { bundleOf, originIn, type BundleRecord } from '../support/importBundle.js';
import { codesOf, ImportFlow, itemsByName, type PlanProblem } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

interface Case {
  code: string;
  /** The item that is told of. */
  name: string;
  records: BundleRecord[];
  path: string[];
}

const erp = systemOfRecord('erp');
const keyless: BundleRecord = {
  kind: 'fast-data/Projection',
  name: 'keyless',
  parent: 'erp',
  spec: { fields: [{ name: 'x', type: 'string' }] },
};
const withTopic = (name: string) => projection('topical', { system: 'erp', topics: { ingestion: { name } } });
const orders = projection('orders', { system: 'erp' });
const badField = erSchema('er', { orders: ['orders'] });
const withFile = {
  ...aggregationOf('orders'),
  config: { SV_CONFIG: { dependencies: {}, mapping: { total: '__fromFile__[sum]' } } },
};
const onUnknown = {
  version: '1.0.0',
  config: { SV_CONFIG: { dependencies: { orders: { type: 'projection', on: 'no_such' } }, mapping: {} } },
};

const cases: Case[] = [
  { code: 'MISSING_WRITER_SERVICE', name: 'orders', records: [erp, orders], path: [] },
  { code: 'MISSING_MESSAGE_FORMAT', name: 'odd', records: [systemOfRecord('odd', 'custom')], path: ['adapter'] },
  { code: 'MISSING_SVC', name: 'sv', records: [singleView('sv')], path: [] },
  { code: 'MISSING_SVTG', name: 'sv', records: [singleView('sv')], path: [] },
  { code: 'CAST_LANGUAGE', name: 'logs', records: [castFunction('logs', 'logger.info(value)')], path: ['casting'] },
  {
    code: 'TOPIC_FROM_SOURCE',
    name: 'topical',
    records: [erp, withTopic('acme.farm.erp.topical.ingestion')],
    path: ['topics', 'ingestion', 'name'],
  },
  {
    code: 'PUBLIC_VARIABLE_MISSING',
    name: 'topical',
    records: [erp, withTopic('{{TENANT}}.x.ingestion')],
    path: ['topics', 'ingestion', 'name'],
  },
  {
    code: 'CUSTOM_FILE_MISSING',
    name: 'sv',
    records: [singleView('sv', { aggregation: withFile })],
    path: ['aggregation', 'config', 'SV_CONFIG', 'mapping', 'total'],
  },
  { code: 'UNRESOLVED_NODE', name: 'er', records: [erSchema('er', { ghosts: [] })], path: ['config', 'ghosts'] },
  {
    code: 'UNRESOLVED_CONDITION',
    name: 'sv',
    records: [erp, orders, badField, singleView('sv', { erSchema: 'er', aggregation: onUnknown })],
    path: ['aggregation', 'config', 'SV_CONFIG', 'dependencies', 'orders', 'on'],
  },
  {
    code: 'UNRESOLVED_FIELD',
    name: 'er',
    records: [
      erp,
      orders,
      {
        ...badField,
        spec: {
          version: '1.0.0',
          config: { orders: { outgoing: { orders: { conditions: { self: { condition: { nope: 'id' } } } } } } },
        },
      },
    ],
    path: ['config', 'orders', 'outgoing', 'orders', 'conditions', 'self', 'condition', 'nope'],
  },
  { code: 'NO_PRIMARY_KEY', name: 'keyless', records: [erp, keyless], path: ['fields'] },
  { code: 'CRUD_COLLECTION_NODE', name: 'er', records: [erSchema('er', { notes: [] })], path: ['config', 'notes'] },
  {
    code: 'NESTED_REFERENCE',
    name: 'nested',
    records: [{ ...castFunction('nested'), origins: [originIn('first', 'nested')] }],
    path: [],
  },
  {
    code: 'ENDPOINTS_NOT_IMPORTED',
    name: 'sv',
    records: [singleView('sv', { internalEndpoints: [{ basePath: '/sv' }] })],
    path: ['internalEndpoints'],
  },
];

describe('advice', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  it.each(cases)('warns with $code of "$name" and does not stand in the way', async ({ code, name, records, path }) => {
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    await flow.create(place, crudCollection('notes'));
    const plan = await flow.stage(bundleOf(records, { project: 'farm' }), place);
    const problem = itemsByName(plan)[name]?.problems.find((candidate) => candidate.code === code);
    expect(problem).toMatchObject({ severity: 'WARNING', path, name });
    expectToBeReadable(problem!);
    expect(plan.isExecutable).toBe(true);
    expect((await flow.execute(plan.id)).task?.status).toBe('COMPLETED');
  });

  it('blocks with ARCHITECTURE_REQUIRED, and with nothing else', async () => {
    const records = cases.flatMap((each) => each.records).filter(({ kind }) => kind !== 'fast-data/Projection');
    const distinct = [...new Map(records.map((record) => [`${record.kind} ${record.name}`, record])).values()];
    const plan = await flow.stage(bundleOf([...distinct, orders, keyless]), await flow.makeProject(), {
      mode: 'REFERENCE',
    });
    const blocked = plan.items.edges.map(({ node }) => node).filter(({ action }) => action === 'BLOCKED');
    expect(blocked.map(({ name }) => name)).toEqual(expect.arrayContaining(['orders', 'keyless']));
    const reasons = blocked
      .filter(({ kind }) => kind.name === 'fast-data/Projection')
      .flatMap(({ problems }) => problems);
    expect(codesOf(reasons.filter(({ severity }) => severity === 'ERROR'))).toEqual(['ARCHITECTURE_REQUIRED']);
  });

  it('is gathered on the plan by code, with the number of items, and follows what is chosen', async () => {
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    const plan = await flow.stage(bundleOf([erp, orders, keyless, singleView('sv')]), place);
    expect(codesOf(plan.problems)).toEqual(['MISSING_SVC', 'MISSING_SVTG', 'MISSING_WRITER_SERVICE', 'NO_PRIMARY_KEY']);
    expect(plan.problems.every(({ severity }) => severity === 'WARNING')).toBe(true);
    const writers = plan.problems.find(({ code }) => code === 'MISSING_WRITER_SERVICE');
    expect(writers?.message).toContain('(3 items)');
    await flow.setMode(plan.id, 'REFERENCE');
    expect(codesOf((await flow.plan(plan.id)).problems)).toEqual(['MISSING_SVC', 'MISSING_SVTG', 'NO_PRIMARY_KEY']);
    await flow.select(plan.id, false, { kinds: ['fast-data/SingleView'] });
    expect(codesOf((await flow.plan(plan.id)).problems)).toEqual(['NO_PRIMARY_KEY']);
  });

  it('does not warn of topics that already name the target, nor of references that keep the topics of their source', async () => {
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    const rebased = bundleOf([erp, withTopic(`acme.${place.key}.erp.topical.ingestion`)], { project: 'farm' });
    expect(codesOf(itemsByName(await flow.stage(rebased, place))['topical']!.problems)).not.toContain(
      'TOPIC_FROM_SOURCE',
    );
    const kept = bundleOf([erp, withTopic('acme.farm.erp.topical.ingestion')], { project: 'farm' });
    const plan = await flow.stage(kept, place, { mode: 'REFERENCE' });
    expect(codesOf(itemsByName(plan)['topical']!.problems)).not.toContain('TOPIC_FROM_SOURCE');
  });

  function expectToBeReadable({ message, fix }: PlanProblem): void {
    expect(message).toMatch(/^["A-Z].{15,}\.$/);
    expect(fix === null || /^[A-Z].{5,}\.$/.test(fix)).toBe(true);
  }
});
