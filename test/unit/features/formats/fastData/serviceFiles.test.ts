import { readContent } from '../writtenFile.js';

const erSchema = {
  version: '1.0.0',
  config: { pr_tree: { outgoing: { pr_leaf: { conditions: { tree_to_leaf: { condition: { TREE: 'id' } } } } } } },
};
const aggregation = {
  version: '1.1.0',
  config: {
    SV_CONFIG: { dependencies: { pr_tree: { type: 'projection', on: '_identifier' } }, mapping: { id: 'pr_tree.id' } },
  },
};
const projectionChangesSchema = {
  version: '1.0.0',
  config: { sv_tree: { paths: [{ path: ['pr_leaf', 'pr_tree'], identifier: { id: 'id' } }] } },
};
const kafkaProjectionUpdates = { pr_tree: { updatesTopic: 'g.tree.pr-update', strategy: '__automatic__' } };
const singleViewKey = { version: '1.0.0', config: { id: 'ID_TREE' } };

describe('the readers of service files', () => {
  it.each([
    ['er-schema', erSchema, { kind: 'fast-data/ErSchema', isPartial: false, spec: erSchema }],
    ['aggregation', aggregation, { kind: 'fast-data/SingleView', isPartial: true, spec: { aggregation } }],
    ['single-view-key', singleViewKey, { kind: 'fast-data/SingleView', isPartial: true, spec: { singleViewKey } }],
    [
      'kafka-projection-updates',
      kafkaProjectionUpdates,
      { kind: 'fast-data/SingleView', isPartial: true, spec: { kafkaProjectionUpdates } },
    ],
  ])('recognise fast-data/%s and name its resource after the file, or as was asked', async (name, content, item) => {
    const { reader, items, problems } = await readContent(content, { fileName: 'C:\\files\\my tree (2).final.json' });
    expect(reader).toBe(`fast-data/${name}`);
    expect(problems).toEqual([]);
    expect(items).toEqual([expect.objectContaining({ ...item, name: 'my_tree__2__final', line: 1 })]);
    expect((await readContent(content, { name: 'sv_tree' })).items[0]!.name).toBe('sv_tree');
  });

  it('cut the name of a file to 80 characters, and keep one that has no extension', async () => {
    expect((await readContent(erSchema, { fileName: 'x'.repeat(100) })).items[0]!.name).toBe('x'.repeat(80));
    expect((await readContent(erSchema, { fileName: '.json' })).items[0]!.name).toBe('_json');
    expect((await readContent(erSchema, { fileName: '' })).items[0]!.name).toBe('unnamed');
  });

  it('give each single view of a projection changes schema its own part', async () => {
    const { paths } = projectionChangesSchema.config.sv_tree;
    const content = { version: '1.0.0', config: { sv_tree: { paths }, sv_leaf: { paths: [] } } };
    const { reader, items } = await readContent(content, { name: 'ignored' });
    expect(reader).toBe('fast-data/projection-changes-schema');
    expect(items.map(({ name, line, isPartial }) => [name, line, isPartial])).toEqual([
      ['sv_tree', 4, true],
      ['sv_leaf', 17, true],
    ]);
    expect(items[0]!.spec).toEqual({ projectionChangesSchema });
  });

  it('tell what an ER schema holds beyond its version and config', async () => {
    const { items, problems } = await readContent({ ...erSchema, layout: { x: 1 } });
    expect(items[0]!.spec).toEqual(erSchema);
    expect(problems).toEqual([expect.objectContaining({ code: 'CONTENT_IGNORED', severity: 'WARNING' })]);
  });
});

describe('the reader of a single view in one document', () => {
  it('gives the single view, and its ER schema as an item of its own', async () => {
    const files = { aggregation, projectionChangesSchema, kafkaProjectionUpdates, singleViewKey };
    const { reader, items } = await readContent({ name: 'sv_tree', ...files, erSchema });
    expect(reader).toBe('fast-data/single-view');
    expect(items.map(({ kind, name }) => [kind, name])).toEqual([
      ['fast-data/ErSchema', 'sv_tree'],
      ['fast-data/SingleView', 'sv_tree'],
    ]);
    expect(items[0]!.spec).toEqual(erSchema);
    expect(items[1]).toMatchObject({ isPartial: true, spec: { erSchema: 'sv_tree', ...files } });
  });

  it('refers to an ER schema by name, is whole with its data model, and tells what it does not know', async () => {
    const { items, problems } = await readContent(
      { singleViewKey, erSchema: 'forest', fields: [], services: ['svc'] },
      { name: 'sv_x' },
    );
    expect(items).toEqual([
      expect.objectContaining({
        name: 'sv_x',
        isPartial: false,
        spec: { erSchema: 'forest', singleViewKey, fields: [] },
      }),
    ]);
    expect(problems[0]!.message).toContain('"services"');
  });
});

describe('the reader of data models', () => {
  const tool = {
    id: 'tool',
    defaultName: 'tools',
    description: 'All tools',
    type: 'collection',
    fields: [{ name: 'a', type: 'string' }],
    indexes: [],
    internalEndpoints: [],
  };
  const spec = { fields: tool.fields, indexes: [], internalEndpoints: [], description: 'All tools' };

  it.each([
    ['an object keyed by id', { tool }, 2],
    ['a list', [tool], 2],
    ['one alone', tool, 1],
  ])('reads %s as CRUD collections', async (_, content, line) => {
    const { reader, items, problems } = await readContent(content);
    expect(reader).toBe('fast-data/data-model');
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('left out: "type".')]);
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'fast-data/CrudCollection',
        name: 'tools',
        sourceId: 'tool',
        isPartial: false,
        line,
        spec,
      }),
    ]);
  });

  it('reads them as parts of single views when that is asked for', async () => {
    const { items } = await readContent({ tool }, { kind: 'fast-data/SingleView' });
    expect(items).toEqual([expect.objectContaining({ kind: 'fast-data/SingleView', isPartial: true })]);
  });

  it('names a data model after the file when it has no name, and tells unknown content', async () => {
    const { items, problems } = await readContent(
      { fields: [], permissions: { read: true } },
      { fileName: 'seeds.json' },
    );
    expect(items[0]).toMatchObject({ name: 'seeds' });
    expect(problems).toEqual([expect.objectContaining({ code: 'CONTENT_IGNORED' })]);
  });
});
