/** The law of writing: each value of a stored spec is in the file. What a table can't tell apart is said by its format. */
import fc from 'fast-check';
import type { JsonObject } from '../../../../../src/shared/json.js';
import type { ExportRecord } from '../../../../../src/features/formats/index.js';
import { recordTexts } from '../../../../../src/features/formats/writing/recordTexts.js';

const header = { names: [], plans: [] };

async function textOf(format: 'JSONT' | 'LIFERAY_JSON' | 'LIFERAY_JSONL', record: ExportRecord): Promise<string> {
  const group = { recordClass: { kind: record.kind, definitionName: 'Ticket' }, records: batches([record]) };
  const texts: string[] = [];
  for await (const text of recordTexts(format, group, { header, fields: undefined })) texts.push(text);
  return texts.join('');
}

async function* batches(records: readonly ExportRecord[]): AsyncGenerator<readonly ExportRecord[]> {
  yield await Promise.resolve(records);
}

const keys = fc.constantFrom('id', 'siteId', 'dateCreated', 'creator', 'actions', 'facets', 'x', 'className');
const specs = fc.dictionary(
  keys,
  fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('-0')),
);

describe('a written record', () => {
  it.each(['objects/ObjectEntry', 'objects/ObjectDefinition', 'objects/Picklist', 'objects/ApiApplication'])(
    'of the kind %s is all of its spec, whatever its members are called',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(specs, async (members) => {
          const spec = { ...members, externalReferenceCode: 'A' } as JsonObject;
          const name = kind === 'objects/ObjectEntry' ? 'Ticket/A' : 'A';
          const record = { kind, name, externalReferenceCode: 'A', spec };
          const [listed] = JSON.parse(await textOf('LIFERAY_JSON', record)) as JsonObject[];
          const line = JSON.parse(await textOf('LIFERAY_JSONL', record)) as JsonObject;
          const batch = JSON.parse(await textOf('JSONT', record)) as { items: JsonObject[] };
          const expected = JSON.parse(JSON.stringify(spec)) as JsonObject;
          for (const item of [listed, line, batch.items[0]]) expect(item).toMatchObject(expected);
        }),
        { numRuns: 50 },
      );
    },
  );
});
