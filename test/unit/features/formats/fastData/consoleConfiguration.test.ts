import { readContent } from '../writtenFile.js';

const castFunctions = {
  defaultCastToDate: {
    castFunctionId: 'defaultCastToDate',
    name: 'defaultCastToDate',
    dataType: 'Date',
    casting: 'x',
    type: 'default',
  },
  'c-1': {
    castFunctionId: 'trimText',
    name: 'Trim',
    dataType: 'string',
    casting: 'y',
    description: 'Trims',
    owner: 'ann',
  },
};
const systems = {
  's-1': {
    id: 's-1',
    name: 'warehouse',
    kafkaMessageAdapter: { type: 'db2' },
    description: 'Stock',
    services: ['rtu'],
    projections: {
      'p-1': {
        id: 'p-1',
        name: 'pr_shelf',
        fields: {
          ID_SHELF: { type: 'string', cast: { functionId: 'c-1' }, primaryKey: true },
          SINCE: { type: 'Date', castFunction: 'defaultCastToDate' },
        },
        indexes: [],
        topics: { ingestion: { name: 'a.b.ingestion' }, prUpdate: '' },
      },
    },
  },
  yard: {
    adapter: 'golden-gate',
    projections: [{ name: 'pr_crate', fields: [{ name: 'ID', type: 'number' }] }, 'oops'],
  },
};
const erConfig = { pr_shelf: { outgoing: { pr_crate: { conditions: {} } } } };
const erSchemas = {
  'e-1': { id: 'e-1', name: 'storage', schema: { version: '1.0.0', config: erConfig } },
  flat: { version: '1.0.0', config: erConfig },
};
const singleViews = {
  sv_stock: {
    erSchemaId: 'e-1',
    fields: [{ name: 'id', type: 'string' }],
    strategies: [{ system: 's-1', projection: 'p-1', type: '__automatic__' }],
    aggregation: { version: '1.0.0', config: { SV_CONFIG: {} } },
  },
};
const configuration = {
  version: '2.2.0',
  updatedAt: '2026-01-01T00:00:00.000Z',
  castFunctions,
  systems,
  erSchemas,
  singleViews,
};

describe('the reader of a Console configuration', () => {
  it('gives items after what they need, with their lines', async () => {
    const { reader, items, end, events } = await readContent(configuration);
    expect(reader).toBe('fast-data/console-configuration');
    expect(items.map(({ kind, name, parent }) => [kind.replace('fast-data/', ''), name, parent])).toEqual([
      ['CastFunction', 'defaultCastToDate', null],
      ['CastFunction', 'trimText', null],
      ['SystemOfRecord', 'warehouse', null],
      ['SystemOfRecord', 'yard', null],
      ['Projection', 'pr_shelf', 'warehouse'],
      ['Projection', 'pr_crate', 'yard'],
      ['Projection', '#1', 'yard'],
      ['ErSchema', 'storage', null],
      ['ErSchema', 'flat', null],
      ['SingleView', 'sv_stock', null],
    ]);
    const lines = JSON.stringify(configuration, null, 2).split('\n');
    expect(lines[items[4]!.line - 1]).toContain('"p-1": {');
    expect(lines[items[9]!.line - 1]).toContain('"sv_stock": {');
    expect(events[0]).toMatchObject({ type: 'source', source: { project: null } });
    expect(end).toMatchObject({ claimedDigest: null, claimedCount: null });
  });

  it('fills the specs, and names what is referred to by id', async () => {
    const { items } = await readContent(configuration);
    const specOf = (name: string): unknown => items.find((item) => item.name === name)?.spec;
    expect(specOf('defaultCastToDate')).toEqual({ dataType: 'Date', casting: 'x', type: 'default' });
    expect(specOf('trimText')).toEqual({ dataType: 'string', casting: 'y', type: 'custom', description: 'Trims' });
    expect(specOf('warehouse')).toEqual({ adapter: 'basic', description: 'Stock' });
    expect(specOf('yard')).toEqual({ adapter: 'golden-gate' });
    expect(specOf('pr_shelf')).toEqual({
      fields: [
        { name: 'ID_SHELF', type: 'string', castFunction: 'trimText', primaryKey: true },
        { name: 'SINCE', type: 'Date', castFunction: 'defaultCastToDate' },
      ],
      indexes: [],
      topics: { ingestion: 'a.b.ingestion', prUpdate: '' },
    });
    expect(specOf('storage')).toEqual({ version: '1.0.0', config: erConfig });
    expect(specOf('flat')).toEqual({ version: '1.0.0', config: erConfig });
    expect(specOf('sv_stock')).toEqual({
      erSchema: 'storage',
      fields: [{ name: 'id', type: 'string' }],
      strategies: [{ system: 'warehouse', projection: 'pr_shelf', type: '__automatic__' }],
      aggregation: { version: '1.0.0', config: { SV_CONFIG: {} } },
    });
    expect(items.find(({ name }) => name === 'trimText')?.title).toBe('Trim');
    expect(items.find(({ name }) => name === '#1')?.problems).toEqual([
      expect.objectContaining({ code: 'ITEM_MALFORMED', severity: 'ERROR', kind: 'fast-data/Projection', name: '#1' }),
    ]);
  });

  it('names once what it leaves out', async () => {
    const { problems } = await readContent({ ...configuration, adapters: { a: { b: 1 } }, nothing: { inner: [] } });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatchObject({ code: 'CONTENT_IGNORED', severity: 'WARNING' });
    expect(problems[1]?.message).toContain('"version", "updatedAt"');
    for (const key of ['"adapters"', '"nothing"', '"castFunctions.*.owner"', '"systems.*.services"'])
      expect(problems[0]!.message).toContain(key);
  });

  it('reads a whole project: its Fast Data, then its collections', async () => {
    const project = {
      config: {
        version: '0.62.0',
        commitId: 'abc',
        collections: {
          tools: {
            id: 'tools',
            name: 'tool',
            fields: [{ name: 'a', type: 'string' }],
            internalEndpoints: [{ basePath: '/t' }],
          },
        },
        services: { gate: {}, web: { type: 'custom' } },
      },
      fastDataConfig: configuration,
    };
    const { items, problems } = await readContent(project);
    expect(items).toHaveLength(11);
    expect(items.at(-1)).toMatchObject({
      kind: 'fast-data/CrudCollection',
      name: 'tool',
      sourceId: 'tools',
      spec: { fields: [{ name: 'a', type: 'string' }], internalEndpoints: [{ basePath: '/t' }] },
    });
    for (const key of ['"config.services"', '"config.commitId"']) expect(problems[0]!.message).toContain(key);
    const lines = JSON.stringify(project, null, 2).split('\n');
    expect(lines[items.at(-1)!.line - 1]).toContain('"tools": {');
  });

  it('says that an empty configuration holds nothing to import', async () => {
    const empty = { castFunctions: {}, erSchemas: {}, singleViews: {}, systems: {}, version: '2.2.0' };
    for (const content of [
      empty,
      { config: { collections: {} }, fastDataConfig: empty },
      { config: {}, fastDataConfig: null },
    ]) {
      const { problems, items, end } = await readContent(content);
      const errors = problems.filter(({ severity }) => severity === 'ERROR');
      expect(errors).toEqual([expect.objectContaining({ code: 'NOTHING_TO_IMPORT' })]);
      expect(items).toEqual([]);
      expect(end).toBeUndefined();
    }
  });

  it('tells entries that cannot be read as items with a problem', async () => {
    const { items } = await readContent({
      systems: { a: 1 },
      erSchemas: { b: null, c: { name: 'c' } },
      singleViews: ['d'],
      castFunctions: { e: [] },
    });
    expect(items.map(({ name, problems }) => [name, problems[0]?.code])).toEqual([
      ...[
        ['e', 'ITEM_MALFORMED'],
        ['a', 'ITEM_MALFORMED'],
        ['b', 'ITEM_MALFORMED'],
        ['c', 'ITEM_MALFORMED'],
        ['#0', 'ITEM_MALFORMED'],
      ],
    ]);
  });

  it('refuses an id that is in the file twice', async () => {
    const { problems, items } = await readContent(
      '{"systems":{},\n"erSchemas":{"a":{"config":{}},\n"a":{"config":{}}}}',
    );
    expect(problems).toEqual([expect.objectContaining({ code: 'DUPLICATE_KEY', line: 3 })]);
    expect(items).toEqual([]);
  });
});
