import { makeExportScene } from '../support/exportScene.js';
import type { InputOf, VariablesOf } from '../support/operationResults.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('the preview of an export', () => {
  let server: ServerClient;
  let branchId: string;
  let ids: ReadonlyMap<string, string>;
  beforeAll(async () => {
    server = await sharedServer();
    ({ branchId, ids } = await makeExportScene(server));
  });

  const idsOf = (...names: string[]) => names.map((name) => ids.get(name)!);
  const previewOf = async (input: InputOf<'ExportPreview'>, page: Omit<VariablesOf<'ExportPreview'>, 'input'> = {}) => {
    const exportPreview = (await server.operation('ExportPreview', { input, ...page })).exportPreview!;
    return { ...exportPreview, items: exportPreview.items.nodes, totalCount: exportPreview.items.totalCount };
  };
  const preview = (selection: Record<string, unknown>) => previewOf({ selection: { branchId, ...selection } });

  it('shows each item with the reason for it', async () => {
    const { items } = await preview({ resourceIds: idsOf('sv_customers') });
    const lines = items.map(({ resource, inclusion, reason }) =>
      `${resource.name} ${inclusion} ${reason.map(({ name }) => name).join('>')}`.trim(),
    );
    expect(lines.toSorted()).toEqual([
      'customers NEEDS_CONFIRMATION sv_customers',
      'orders NEEDS_CONFIRMATION sv_customers',
      'shop NEEDS_CONFIRMATION sv_customers',
      'shop_relations NEEDS_CONFIRMATION sv_customers',
      'sv_customers SELECTED',
      'toUpperCase SILENT sv_customers>customers',
    ]);
  });

  it('takes the system of a projection silently, and its cast functions', async () => {
    const { items } = await preview({ resourceIds: idsOf('customers') });
    expect(items.map(({ resource, inclusion }) => `${resource.name} ${inclusion}`).toSorted()).toEqual([
      'customers SELECTED',
      'shop SILENT',
      'toUpperCase SILENT',
    ]);
  });

  it('counts by kind and tells the size', async () => {
    const { byKind, sizeBytes, items } = await preview({ resourceIds: idsOf('shop_relations') });
    expect(byKind.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
    expect(byKind).toContainEqual({ kind: { name: 'fast-data/Projection', title: 'projection' }, count: 2 });
    expect(sizeBytes).toBeGreaterThan(100);
  });

  it('tells what is only required, and what is nowhere', async () => {
    const { requirements, unresolved } = await preview({ resourceIds: idsOf('stock_map') });
    expect(requirements.map(({ targetName, isPresent, requirement }) => [targetName, isPresent, requirement])).toEqual([
      ['ghost', false, 'REQUIRED'],
      ['stock', true, 'REQUIRED'],
    ]);
    expect(requirements[1]?.requiredBy.map(({ name }) => name)).toEqual(['stock_map']);
    expect(unresolved).toMatchObject([{ source: { name: 'stock_map' }, at: '/config/stock/outgoing/ghost' }]);
  });

  it('has a default cast function as built in, and never as missing', async () => {
    const selection = { branchId, resourceIds: idsOf('dated') };
    const { data } = await server.query(
      `query ($input: StartExportInput!) { exportPreview(input: $input) {
         requirements { targetName isBuiltIn isPresent severityIfMissing } } }`,
      { input: { selection } },
    );
    expect(data).toEqual({
      exportPreview: {
        requirements: [{ targetName: 'defaultCastToDate', isBuiltIn: true, isPresent: true, severityIfMissing: null }],
      },
    });
    const { items } = await preview(selection);
    expect(items.map(({ resource }) => resource.name).toSorted()).toEqual(['dated', 'other']);
  });

  it('tells rings', async () => {
    const { cycles } = await preview({ resourceIds: idsOf('sv_ring') });
    expect(cycles.map(({ nodes }) => nodes.map(({ name }) => name).toSorted())).toEqual([['ring_map', 'sv_ring']]);
  });

  it('of all leaves out what never travels', async () => {
    const { items } = await preview({ all: true });
    const names = items.map(({ resource }) => resource.name);
    expect(names).not.toContain('stock');
    expect(items).toHaveLength(ids.size - 1);
    expect(items.every(({ inclusion }) => inclusion === 'SELECTED')).toBe(true);
  });

  it('of nothing is empty', async () => {
    expect(await preview({})).toMatchObject({
      ...{ items: [], totalCount: 0, byKind: [], requirements: [], cycles: [], sizeBytes: 0 },
      problems: [{ code: 'SELECTION_EMPTY' }],
    });
  });

  it.each(['01890a5d-ac96-774b-bcce-b302099a8057', 'nope'])(
    'is null for the branch %s, which is nowhere',
    async (id) => {
      const selection = { branchId: id, all: true };
      expect(await server.operation('ExportPreview', { input: { selection } })).toEqual({ exportPreview: null });
    },
  );

  it('names ids to be left out that are none, with what was meant', async () => {
    const shop = ids.get('shop')!;
    const typo = shop.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const excludeIds = [ids.get('orders')!, typo, 'shop', 'nothing of this name'];
    const problems = [
      { code: 'NOT_FOUND', path: ['input', 'excludeIds', '1'], fix: `Did you mean "${shop}"?` },
      { code: 'NOT_FOUND', path: ['input', 'excludeIds', '2'], fix: `Did you mean "${shop}"?` },
      { code: 'NOT_FOUND', path: ['input', 'excludeIds', '3'], fix: expect.stringContaining('list of') as string },
    ];
    for (const more of [{ all: true }, { kinds: ['fast-data/SingleView'] }]) {
      const input = { selection: { branchId, ...more }, excludeIds };
      const { startExport } = await server.operation('StartExport', { input });
      expect(startExport).toMatchObject({ task: null, problems: problems.map(({ code, path }) => ({ code, path })) });
      const query = 'query ($input: StartExportInput!) { exportPreview(input: $input) { problems { code path fix } } }';
      expect((await server.query(query, { input })).data).toEqual({ exportPreview: { problems } });
    }
  });

  it('warns of a kind in a filter that there is not', async () => {
    const input = { selection: { branchId, all: true } };
    const filter = { kinds: ['fast-data/SingleVeiw'] };
    const query = `query ($input: StartExportInput!, $filter: ExportItemFilter) { exportPreview(input: $input) {
      items(filter: $filter) { totalCount } problems { code severity path message fix } } }`;
    const { data } = await server.query(query, { input, filter });
    expect(data).toMatchObject({
      exportPreview: {
        items: { totalCount: 0 },
        problems: [
          {
            ...{ code: 'UNKNOWN_KIND', severity: 'WARNING', path: ['filter', 'kinds', '0'] },
            message: expect.stringContaining('"fast-data/SingleVeiw"') as string,
            fix: 'Did you mean "fast-data/SingleView"?',
          },
        ],
      },
    });
  });

  it.each<[string, Partial<InputOf<'StartExport'>>]>([
    ['a strange id', { selection: { branchId: '', resourceIds: ['nope'] } }],
    ['a kind that nobody knows', { selection: { branchId: '', kinds: ['fast-data/Widget'] } }],
    ['nothing', {}],
    ['a file of records of many kinds', { selection: { branchId: '', all: true }, format: 'CSV' }],
    ['fields in a bundle', { selection: { branchId: '', all: true }, fields: ['name'] }],
    ['an operator without its value', { recordFilter: [{ field: 'name', operator: 'IN', value: 1 }] }],
    ['a template that is nowhere', { templateId: '01890a5d-ac96-774b-bcce-b302099a8057' }],
    ['a callback to a strange host', { selection: { branchId: '', all: true }, callbackUrl: 'ftp://x' }],
  ])('tells of %s what the export would be refused for', async (_what, more) => {
    const input = { ...more, selection: { ...more.selection, branchId } };
    const { startExport } = await server.operation('StartExport', { input });
    const { problems } = await previewOf(input);
    expect(startExport.problems).not.toEqual([]);
    expect(problems).toEqual(startExport.problems);
  });

  it('shows what the whole order comes to: format, conditions, what is left out', async () => {
    const named = (input: InputOf<'StartExport'>) =>
      previewOf(input).then(({ items }) => items.map(({ resource }) => resource.name).toSorted());
    const selection = { branchId, resourceIds: idsOf('sv_customers', 'customers') };
    expect(await named({ selection, includeDependencies: false })).toEqual(['customers', 'sv_customers']);
    expect(await named({ selection, excludeIds: idsOf('shop_relations', 'orders') })).toEqual([
      ...['customers', 'shop', 'sv_customers', 'toUpperCase'],
    ]);
    const records = { branchId, kinds: ['fast-data/Projection'] };
    expect(await named({ selection: records, format: 'LIFERAY_JSONL' })).not.toContain('shop');
    const recordFilter = [{ field: 'fields', operator: 'IS_NULL' as const, value: true }];
    expect(await named({ selection: records, recordFilter })).toEqual([]);
  });

  it('gives all items in pages, each once, nearer ones first', async () => {
    const selection = { branchId, resourceIds: idsOf('sv_customers') };
    const whole = await previewOf({ selection }, { first: 100 });
    const pageAfter = async (after: string | null) =>
      (await server.operation('ExportPreview', { input: { selection }, first: 2, after })).exportPreview!.items;
    const names: string[] = [];
    let page = await pageAfter(null);
    for (let pages = 0; pages < 3; pages += 1) {
      expect(page).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: pages < 2 } });
      expect(page.nodes).toHaveLength(2);
      names.push(...page.nodes.map(({ resource }) => resource.name));
      page = await pageAfter(page.pageInfo.endCursor);
    }
    expect(page.nodes).toEqual([]);
    expect(names).toEqual(whole.items.map(({ resource }) => resource.name));
    const depths = whole.items.map(({ reason }) => reason.length);
    expect(depths).toEqual(depths.toSorted((a, b) => a - b));
  });

  it('narrows the items to reasons, kinds and names', async () => {
    const input = { selection: { branchId, resourceIds: idsOf('sv_customers') } };
    const named = async (filter: VariablesOf<'ExportPreview'>['filter']) => {
      const { items, totalCount, byKind } = await previewOf(input, { filter });
      expect(totalCount).toBe(items.length);
      expect(byKind.reduce((sum, { count }) => sum + count, 0)).toBe(6);
      return items.map(({ resource }) => resource.name).toSorted();
    };
    expect(await named({ inclusions: ['SELECTED', 'SILENT'] })).toEqual(['sv_customers', 'toUpperCase']);
    expect(await named({ kinds: ['fast-data/Projection'] })).toEqual(['customers', 'orders']);
    expect(await named({ search: 'CUST' })).toEqual(['customers', 'sv_customers']);
    expect(await named({ search: '%' })).toEqual([]);
    expect(await named({ inclusions: [] })).toEqual([]);
    expect(await named({ kinds: ['fast-data/Projection'], search: 'ord', inclusions: ['SELECTED'] })).toEqual([]);
  });

  it('reads one state of the branch for everything that one operation asks for, also under aliases', async () => {
    const { data, errors } = await server.query(
      `query ($input: StartExportInput!) { exportPreview(input: $input) {
        selected: items(filter: { inclusions: [SELECTED] }) { totalCount }
        one: items(first: 1) { totalCount edges { cursor node { resource { name } } } }
        requirementCount unresolvedCount cycleCount sizeBytes } }`,
      { input: { selection: { branchId, resourceIds: idsOf('sv_ring', 'stock_map') } } },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      exportPreview: { selected: { totalCount: 2 }, requirementCount: 2, unresolvedCount: 1, cycleCount: 1 },
    });
  });

  it('refuses a cursor that it did not give out, and a page that is too large', async () => {
    const input = { selection: { branchId, all: true } };
    for (const page of [{ after: 'nope' }, { first: 501 }]) {
      const [error] = await server.operationErrors('ExportPreview', { input, ...page });
      expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    }
  });
});
