import {
  aggregationOf,
  castFunction,
  crudCollection,
  erSchema,
  orchard,
  projection,
  singleView,
} from '../support/fastDataRecords.js';
import { bundleOf, lineOfRecord } from '../support/importBundle.js';
import { actionsOf, codesOf, ImportFlow, itemsByName } from '../support/importFlow.js';
import { largeBundle } from '../support/largeBundle.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('staging a bundle', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  it.each([
    ['JSON', 'waybill/json'],
    ['JSONL', 'waybill/jsonl'],
  ] as const)('derives a plan from a bundle in %s and leaves the branch as it is', async (layout, format) => {
    const place = await flow.makeProject();
    const records = orchard();
    const plan = await flow.stage(bundleOf(records, { layout, project: 'farm', branch: 'spring' }), place);
    expect(plan).toMatchObject({
      status: 'READY',
      format,
      isExecutable: true,
      source: {
        instance: { name: 'elsewhere' },
        project: { key: 'farm' },
        branch: 'spring',
        exportedAt: '2026-02-01T08:00:00.000Z',
      },
      counts: { total: 6, selected: 6, create: 6, update: 0, collision: 0, skipped: 0, blocked: 0 },
    });
    expect(plan.items.edges.map(({ node }) => [node.name, node.line, node.action, node.mode, node.canRename])).toEqual(
      records.map(({ name }, index) => [name, lineOfRecord(index, layout), 'CREATE', 'COPY', true]),
    );
    expect(await flow.resources(place)).toEqual([]);
  });

  it('tells the origin of each item before anything is imported', async () => {
    const place = await flow.makeProject();
    const plan = await flow.stage(bundleOf([castFunction('trimText')], { project: 'farm' }), place);
    expect(itemsByName(plan)['trimText']?.origin).toMatchObject({
      instance: { name: 'elsewhere' },
      project: { key: 'farm' },
      branch: 'main',
      sourceName: 'trimText',
      sourceId: 'id-of-trimText',
      bundleDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
      previous: null,
    });
  });

  it('lists the items in pages that hold each of them once, in the order of the file', async () => {
    const place = await flow.makeProject();
    const names = Array.from({ length: 23 }, (_, index) => `cast_${index}`);
    const { id } = await flow.stage(bundleOf(names.map((name) => castFunction(name))), place);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { items }: Awaited<ReturnType<ImportFlow['plan']>> = await flow.plan(id, { first: 5, after });
      expect(items.totalCount).toBe(23);
      seen.push(...items.edges.map(({ node }) => node.name));
      if (!items.pageInfo.hasNextPage) break;
      after = items.pageInfo.endCursor;
    }
    expect(seen).toEqual(names);
  });

  it.each([
    [{ actions: ['COLLISION'] }, ['trimText']],
    [
      { actions: ['CREATE', 'COLLISION'], kinds: ['fast-data/CastFunction', 'fast-data/ErSchema'] },
      ['trimText', 'orchard-er'],
    ],
    [{ actions: [] }, []],
    [{ search: 'TREES' }, ['trees', 'sv_trees']],
    [{ search: '%' }, []],
    [{ search: '_' }, ['sv_trees']],
    [{ hasProblems: false }, ['orchard-er']],
  ])('narrows the items by %j', async (filter, names) => {
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('trimText', 'other()')], { project: 'other' }), place);
    const { id } = await flow.stage(bundleOf(orchard()), place);
    const { items, counts } = await flow.plan(id, { filter });
    expect(items.edges.map(({ node }) => node.name)).toEqual(names);
    expect(items.totalCount).toBe(names.length);
    expect(counts.total).toBe(6);
  });

  it('lists no items before all of them are read', async () => {
    const { branchId } = await flow.makeProject();
    const { plan } = await server.upload(largeBundle(5000), { branchId });
    const seen = new Set<string>();
    for (let status = ''; status !== 'READY';) {
      const view = await flow.plan(plan!.id, { first: 1 });
      status = view.status;
      seen.add(`${status} ${view.items.totalCount} ${view.items.edges.length}`);
    }
    expect([...seen].filter((state) => state !== 'STAGING 0 0')).toEqual(['READY 5000 1']);
  });

  it('gives chosen items by their ids, and none of another plan', async () => {
    const place = await flow.makeProject();
    const [one, other] = [await flow.stage(bundleOf(orchard()), place), await flow.stage(bundleOf(orchard()), place)];
    const ids = [`${one.id}.3`, `${one.id}.1`, `${one.id}.99`, `${other.id}.2`, 'no id'];
    const { items } = await flow.plan(one.id, { filter: { ids } });
    expect(items.totalCount).toBe(2);
    expect(items.edges.map(({ node }) => node.id)).toEqual([`${one.id}.1`, `${one.id}.3`]);
    expect((await flow.plan(one.id, { filter: { ids: [] } })).items.edges).toEqual([]);
  });

  it('finds with hasProblems exactly the items that have problems', async () => {
    const place = await flow.makeProject();
    await flow.create(place, crudCollection('baskets'));
    const records = [
      ...orchard(),
      erSchema('basket-er', { baskets: ['trees'], trees: ['baskets'] }),
      erSchema('plain-er', { trees: ['harvests'] }),
      erSchema('ghost-er', { ghosts: [] }),
      projection('dates', { system: 'orchard', fields: { day: 'defaultCastToDate' } }),
      singleView('sv_files', { aggregation: aggregationOf('trees') }),
    ];
    const { id } = await flow.stage(bundleOf(records), place);
    await flow.select(id, false, { kinds: ['fast-data/SystemOfRecord'] });
    const all = await flow.plan(id);
    const withProblems = all.items.edges.filter(({ node }) => node.problems.length > 0).map(({ node }) => node.name);
    const named = async (hasProblems: boolean) =>
      (await flow.plan(id, { filter: { hasProblems } })).items.edges.map(({ node }) => node.name);
    expect(await named(true)).toEqual(withProblems);
    expect(await named(false)).toEqual(records.map(({ name }) => name).filter((name) => !withProblems.includes(name)));
  });

  it('gives the same plan for the same file and idempotency key, and refuses the key for another file', async () => {
    const place = await flow.makeProject();
    const file = bundleOf(orchard());
    const first = await flow.stage(file, place, { idempotencyKey: 'upload-1' });
    const second = await flow.stage(file, place, { idempotencyKey: 'upload-1' });
    expect(second.id).toBe(first.id);
    const other = await server.upload(bundleOf([castFunction('x')]), {
      branchId: place.branchId,
      idempotencyKey: 'upload-1',
    });
    expect(other.plan).toBeNull();
    expect(codesOf(other.problems)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const elsewhere = await flow.stage(file, await flow.makeProject(), { idempotencyKey: 'upload-1' });
    expect(elsewhere.id).not.toBe(first.id);
  });

  it('makes one plan of two uploads with one idempotency key at once', async () => {
    const place = await flow.makeProject();
    const file = bundleOf(orchard());
    const plans = await Promise.all([1, 2, 3].map(() => flow.stage(file, place, { idempotencyKey: 'at-once' })));
    expect(new Set(plans.map(({ id }) => id)).size).toBe(1);
  });

  it('makes a plan each of two uploads of one file at once, of which one can be carried out', async () => {
    const place = await flow.makeProject();
    const file = bundleOf(orchard());
    const plans = await Promise.all([flow.stage(file, place), flow.stage(file, place)]);
    expect(plans.map(({ counts }) => counts.create)).toEqual([6, 6]);
    const ends = await Promise.all(plans.map(({ id }) => flow.execute(id)));
    const statuses = ends.map(({ task }) => task?.status ?? 'REFUSED').sort();
    expect(statuses).toContain('COMPLETED');
    expect(statuses).not.toEqual(['COMPLETED', 'COMPLETED']);
    expect(await flow.resources(place)).toHaveLength(6);
    const loser = await flow.plan(plans[ends.findIndex(({ task }) => task?.status !== 'COMPLETED')]!.id);
    expect(loser).toMatchObject({ status: 'READY', counts: { unchanged: 6 } });
  });

  it('answers null for a plan that does not exist', async () => {
    const answer = await server.query('query ($id: ID!) { importPlan(id: $id) { id } }', { id: 'no-plan' });
    expect(answer).toMatchObject({ data: { importPlan: null } });
  });

  it('keeps the uploaded file with the task, byte for byte', async () => {
    const place = await flow.makeProject();
    const file = bundleOf(orchard());
    const { plan } = await server.upload(file, { branchId: place.branchId, fileName: '../../strange:name.json' });
    const task = await flow.ended(plan!.task.id);
    const [source] = task.files;
    expect(source).toMatchObject({ purpose: 'SOURCE', name: 'strange_name.json', sizeBytes: Buffer.byteLength(file) });
    expect(await flow.download(source!)).toBe(file);
    expect(task).toMatchObject({ status: 'COMPLETED', processedCount: 6, totalCount: 6, failedCount: 0 });
  });

  it('shows for an update of a reference each place that would change', async () => {
    const place = await flow.makeProject();
    await flow.import(bundleOf([castFunction('trimText', 'one()')]), place, { mode: 'REFERENCE' });
    const plan = await flow.stage(bundleOf([castFunction('trimText', 'two()')]), place, { mode: 'REFERENCE' });
    expect(actionsOf(plan)).toEqual({ trimText: 'REFERENCE_UPDATE' });
    expect(itemsByName(plan)['trimText']).toMatchObject({
      existing: { name: 'trimText', mode: 'REFERENCE', origin: { project: { key: 'source' } } },
      diff: [
        {
          path: '/casting',
          before: 'module.exports = function (value) { one() }',
          after: 'module.exports = function (value) { two() }',
        },
      ],
    });
  });

  it('lays a file that holds a part of a view over the view, and shows what changes', async () => {
    const place = await flow.makeProject();
    const view = singleView('sv_trees', { aggregation: aggregationOf('trees'), tags: ['kept'] });
    await flow.import(bundleOf([...orchard().filter(({ name }) => name !== 'sv_trees'), view]), place);
    const part = JSON.stringify(aggregationOf('trees', 'harvests'));
    const plan = await flow.stage(part, place, { options: { name: 'sv_trees' } });
    expect(actionsOf(plan)).toEqual({ sv_trees: 'UPDATE' });
    const added = { path: '/aggregation/config/SV_CONFIG/dependencies/harvests', before: null };
    expect(itemsByName(plan)['sv_trees']?.diff).toEqual([expect.objectContaining(added)]);
    const { task } = await flow.execute(plan.id);
    expect(task).toMatchObject({ status: 'COMPLETED', updatedCount: 1 });
    const after = (await flow.resources(place)).find(({ name }) => name === 'sv_trees');
    expect(after).toMatchObject({
      revision: 2,
      spec: { tags: ['kept'], aggregation: aggregationOf('trees', 'harvests') },
    });
    expect(actionsOf(await flow.stage(part, place, { options: { name: 'sv_trees' } }))).toEqual({
      sv_trees: 'UNCHANGED',
    });
  });
});
