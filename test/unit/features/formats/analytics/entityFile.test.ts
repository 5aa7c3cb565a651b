import { UniqueNames } from '../../../../../src/features/formats/analytics/uniqueNames.js';
import { migrateEntity, newestVersion } from '../../../../../src/features/formats/analytics/migrations.js';
import { dashboard, entityId, less, processReport, reportTile } from '../../../../support/analyticsEntities.js';
import { readChunked, readContent } from '../writtenFile.js';

const facts = { isInFile: (id: string) => id === 'known' };

describe('a file of reports and dashboards', () => {
  it('is recognized by what its entities hold, and gives each with its line', async () => {
    const file = [processReport('Cost', ['order']), dashboard('Money', [reportTile(entityId('Cost'))])];
    const { reader, items, problems, end } = await readContent(file);
    expect(reader).toBe('analytics/entities');
    expect(problems).toEqual([]);
    expect(end?.bundleDigest).toMatch(/^sha256:/);
    expect(items).toMatchObject([
      { kind: 'analytics/ProcessReport', name: 'Cost', sourceId: entityId('Cost'), parent: null, title: null },
      { kind: 'analytics/Dashboard', name: 'Money', spec: { tiles: [{ id: 'Cost' }] } },
    ]);
    const outer = ['id', 'name', 'exportEntityType', 'sourceIndexVersion', 'collectionId'];
    expect(items[0]?.spec).toEqual(less(file[0]!, ...outer));
  });

  it.each([2 ** 31, -(2 ** 31), 1.5, '8'])('refuses %p as the version of an entity', async (sourceIndexVersion) => {
    const { items, problems } = await readContent(
      JSON.stringify([{ ...processReport('Cost', ['order']), sourceIndexVersion }]),
    );
    const faults = [...problems, ...items.flatMap((item) => item.problems)];
    const message = expect.stringContaining('a whole number up to 2147483647') as string;
    expect(faults).toContainEqual(expect.objectContaining({ code: 'ITEM_MALFORMED', message }));
  });

  it('is the same in chunks of any size', async () => {
    const file = JSON.stringify([dashboard('Money', [reportTile(entityId('Cost'))]), processReport('Cost', ['order'])]);
    const whole = await readContent(file);
    expect((await readChunked(file, [1, 7, 3])).items).toEqual(whole.items);
  });

  it('is told from lists of other records', async () => {
    expect((await readContent([{ externalReferenceCode: 'A', name: 'B' }])).reader).toBe('objects/json');
    expect((await readContent([{ name: 'first' }, { exportEntityType: 'dashboard' }])).reader).toBe(
      'analytics/entities',
    );
  });

  it('tells once what holds for many of its entities', async () => {
    const more = { collectionId: 'somewhere', data: { configuration: { xml: '<a/>', color: 'red' } } };
    const { items, problems } = await readContent([
      processReport('One', ['order'], more),
      processReport('Two', ['order'], more),
    ]);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['CONTENT_IGNORED', 'WARNING'],
      ['CONTENT_IGNORED', 'WARNING'],
    ]);
    expect(problems[0]?.message).toContain('2 reports');
    expect(items[0]?.spec).toMatchObject({ data: { configuration: { color: 'red' } } });
    expect(JSON.stringify(items)).not.toContain('<a/>');
  });
});

describe('names of entities', () => {
  it('are numbered in their order, past names that the file has', () => {
    const names = new UniqueNames();
    const stated = ['Cost', 'Cost', 'Cost (2)', 'Cost', 'x'.repeat(255), 'x'.repeat(255)];
    for (const name of stated) names.reserve(name);
    const given = stated.map((name) => names.give(name));
    expect(given.slice(0, 4)).toEqual(['Cost', 'Cost (3)', 'Cost (2)', 'Cost (4)']);
    expect(given[5]).toBe(`${'x'.repeat(251)} (2)`);
  });

  it('are given to ten thousand of one name at once', () => {
    const names = new UniqueNames();
    const given = Array.from({ length: 10_000 }, () => names.give('Cost'));
    expect(new Set(given).size).toBe(10_000);
    expect(given.at(-1)).toBe('Cost (10000)');
  });
});

describe('migrations', () => {
  const migrate = (indexName: string, version: number, entity = {}) =>
    migrateEntity({ indexName, version }, entity, facts);

  it('lead from every number that files have to the newest', () => {
    for (const indexName of ['single-process-report', 'single-decision-report', 'combined-report']) {
      for (const version of [8, 9, 11]) expect(migrate(indexName, version)).toBeDefined();
      for (const version of [0, 7, 10, 12]) expect(migrate(indexName, version)).toBeUndefined();
      expect(newestVersion(indexName)).toBe(11);
    }
    for (const version of [5, 6, 8]) expect(migrate('dashboard', version)).toBeDefined();
    for (const version of [0, 4, 7, 9]) expect(migrate('dashboard', version)).toBeUndefined();
  });

  it('leave an entity of the newest number as it is', () => {
    const entity = { tiles: [{ id: 'x' }], reports: [] };
    expect(migrate('dashboard', 8, entity)).toBe(entity);
  });

  it('tell what a tile is by what it holds', () => {
    const uuid = entityId('a');
    const reports = [
      { id: uuid },
      { id: 'known' },
      { id: 'http://x', configuration: null },
      { id: '', configuration: { external: 'http://x' } },
      { id: '', configuration: { text: {} } },
      { id: 'what' },
      { id: 'said', type: 'text' },
    ];
    expect(migrate('dashboard', 6, { reports })?.['tiles']).toEqual([
      { id: uuid, type: 'optimize_report' },
      { id: 'known', type: 'optimize_report' },
      { id: '', type: 'external_url', configuration: { external: 'http://x' } },
      { id: '', type: 'external_url', configuration: { external: 'http://x' } },
      { id: '', type: 'text', configuration: { text: {} } },
      { id: 'what', type: 'optimize_report' },
      { id: 'said', type: 'text' },
    ]);
  });
});
