import { readContent } from '../writtenFile.js';

const file = {
  version: 2,
  settings: {
    systemOfRecords: 'garden',
    enableSoftDelete: true,
    dataSourceAdapter: { type: 'db2' },
    castFunctions: { toSeason: '/app/casts/toSeason.js' },
  },
  consumer: { configuration: { 'sasl.jaas.config': 'password="s3cret"' } },
  storage: { configuration: { url: 'mongodb://user:s3cret@db' } },
  projections: {
    pr_beds: {
      topics: { ingestion: { name: 'g.beds.ingestion' }, prUpdate: { name: 'g.beds.pr-update' } },
      customStorageNamespace: 'beds',
      primaryKeys: ['BED_NO', 'GONE'],
      fieldsMapping: {
        BED_NO: { targetField: 'bedNumber', castFunction: 'castToInteger' },
        planted: { targetField: 'planted', castFunction: 'castUnixTimestampToISOString' },
        season: { targetField: 'season', castFunction: 'toSeason' },
        note: { targetField: 'note', castFunction: 'identity' },
      },
    },
    pr_broken: { topics: {} },
  },
};

describe('the reader of a Projection Storer configuration', () => {
  it('gives the custom cast functions, the system, and its projections', async () => {
    const { reader, items } = await readContent(file);
    expect(reader).toBe('fast-data/projection-storer');
    expect(items.map(({ kind, name, parent }) => [kind, name, parent])).toEqual([
      ['fast-data/CastFunction', 'toSeason', null],
      ['fast-data/SystemOfRecord', 'garden', null],
      ['fast-data/Projection', 'pr_beds', 'garden'],
      ['fast-data/Projection', 'pr_broken', 'garden'],
    ]);
    expect(items[0]!.spec).toEqual({
      dataType: 'all',
      casting: '__fromFile__[/app/casts/toSeason.js]',
      type: 'custom',
    });
    const { systemOfRecords, ...settings } = file.settings;
    expect(systemOfRecords).toBe(items[1]!.name);
    expect(items[1]!.spec).toEqual({ adapter: 'basic', settings });
  });

  it('maps fields to the ids of the Console, with the types that follow from the cast functions', async () => {
    const { items } = await readContent(file);
    expect(items[2]!.spec).toEqual({
      fields: [
        {
          name: 'bedNumber',
          type: 'number',
          castFunction: 'defaultCastToInteger',
          primaryKey: true,
          sourceField: 'BED_NO',
        },
        { name: 'planted', type: 'string', castFunction: 'defaultCastUnitTimestampToISOString' },
        { name: 'season', type: 'string', castFunction: 'toSeason' },
        { name: 'note', type: 'string', castFunction: 'defaultIdentity' },
      ],
      topics: { ingestion: 'g.beds.ingestion', prUpdate: 'g.beds.pr-update' },
    });
  });

  it('tells which types it assumed, and which primary keys have no field', async () => {
    const { items } = await readContent(file);
    const [assumed, unmapped] = items[2]!.problems;
    expect(assumed).toMatchObject({
      code: 'FIELD_TYPE_ASSUMED',
      severity: 'WARNING',
      name: 'pr_beds',
      line: items[2]!.line,
    });
    expect(assumed!.message).toMatch(/"season", "note"\.$/);
    expect(unmapped).toMatchObject({ code: 'CONTENT_IGNORED', severity: 'WARNING' });
    expect(unmapped!.message).toMatch(/"GONE"\.$/);
    expect(items[3]!.problems).toEqual([expect.objectContaining({ code: 'ITEM_MALFORMED', severity: 'ERROR' })]);
  });

  it('leaves out what belongs to the service, by name and never by value', async () => {
    const read = await readContent(file);
    expect(read.problems).toEqual([expect.objectContaining({ code: 'CONTENT_IGNORED', severity: 'WARNING' })]);
    for (const key of ['"version"', '"consumer"', '"storage"', '"projections.*.customStorageNamespace"'])
      expect(read.problems[0]!.message).toContain(key);
    expect(JSON.stringify(read)).not.toContain('s3cret');
  });

  it('says of every member that it does not read that it was left out', async () => {
    const read = await readContent({
      settings: { systemOfRecords: 's', castFunctions: { own: { filepath: 'a.js', retries: 2 } } },
      projections: {
        p: {
          topics: { ingestion: { name: 't', partitions: 3 }, dead: { name: 'd' } },
          fieldsMapping: { a: { targetField: 'b', castFunction: 'castToString', mask: true } },
        },
      },
    });
    const left = [
      ...['projections.*.topics.dead', 'projections.*.topics.ingestion.partitions'],
      'projections.*.fieldsMapping.*.mask',
    ];
    expect(read.items[1]?.spec['settings']).toEqual({ castFunctions: { own: { filepath: 'a.js', retries: 2 } } });
    for (const place of left) expect(read.problems[0]!.message).toContain(`"${place}"`);
  });

  it('names the system after the file when it has no name', async () => {
    const { items } = await readContent(
      { ...file, settings: { dataSourceAdapter: { type: 'custom' } } },
      { fileName: 'my storer.v2.json' },
    );
    expect(items[0]).toMatchObject({
      kind: 'fast-data/SystemOfRecord',
      name: 'my_storer_v2',
      spec: { adapter: 'custom' },
    });
  });
});
