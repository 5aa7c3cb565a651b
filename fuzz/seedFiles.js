/** The files that are mutated: examples, damaged fixtures, small files of each product, and what the server itself exports. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..');
const json = (value) => Buffer.from(JSON.stringify(value, null, 1));

const castFunction = {
  name: 'toUpper',
  expectedType: 'string',
  type: 'custom',
  casting: 'module.exports = function (value, fieldName) { return value.toUpperCase() }',
};

/** Small files in the shapes of the products' own. */
const written = {
  'fastdata-config.json': json({
    version: '1.6.0',
    castFunctions: { toUpper: castFunction },
    systems: { crm: { id: 'crm', type: 'kafka', projections: ['pr_people'] } },
    projections: [],
    erSchemas: {},
    singleViews: [],
  }),
  'erSchema.json': json({
    version: '1.0.0',
    config: {
      pr_people: { outgoing: { pr_orders: { conditions: { people_to_orders: { condition: { ID: 'personId' } } } } } },
    },
  }),
  'aggregation.json': json({
    version: '1.1.0',
    config: {
      SV_CONFIG: {
        dependencies: { pr_people: { type: 'projection', on: '_identifier' } },
        mapping: { id: 'pr_people.ID' },
      },
    },
  }),
  'singleViewKey.json': json({ version: '1.0.0', config: { sv_id: { ID: 'pr_people.ID' } } }),
  'kafkaProjectionUpdates.json': json({ 'project.topic-pr': { singleViewIdentifier: 'sv', projection: 'pr_people' } }),
  'picklist.json': json({
    externalReferenceCode: 'SHELVES',
    name: 'Shelves',
    name_i18n: { en_US: 'Shelves' },
    listTypeEntries: [{ key: 'a1', name: 'A1', name_i18n: { en_US: 'A1' }, externalReferenceCode: 'A1' }],
  }),
  'entries.jsonl': Buffer.from(
    Array.from({ length: 20 }, (_, at) =>
      JSON.stringify({ externalReferenceCode: `E${at}`, title: `Title ${at}`, pages: at }),
    ).join('\n'),
  ),
  'entries.csv': Buffer.from(
    `externalReferenceCode,title,pages\n${Array.from({ length: 20 }, (_, at) => `E${at},"A ""title"" ${at}",${at}`).join('\n')}\n`,
  ),
  'report.json': json([
    {
      id: '2a6a5b0e-6c5e-4b07-8f0e-0f3a1a5c6b11',
      exportEntityType: 'single_process_report',
      name: 'Report',
      sourceIndexVersion: 8,
      collectionId: null,
      data: {
        configuration: {},
        view: { entity: 'processInstance', properties: ['frequency'] },
        definitions: [{ key: 'invoice', versions: ['all'], tenantIds: [null] }],
        filter: [],
        visualization: 'number',
      },
    },
  ]),
};

/** What the server is given first, so that some of what is uploaded later finds its like. */
export const examples = [
  'city-library.json',
  'reading-club.json',
  'book.batch-engine-data.json',
  'books.csv',
  'lending-dashboard.json',
];

export function seedFiles() {
  const files = Object.entries(written).map(([name, bytes]) => ({ name, bytes }));
  for (const name of examples) files.push({ name, bytes: readFileSync(path.join(repository, 'examples/demo', name)) });
  const bad = path.join(repository, 'test/fixtures/badFiles');
  for (const name of readdirSync(bad)) files.push({ name, bytes: readFileSync(path.join(bad, name)) });
  return files;
}
