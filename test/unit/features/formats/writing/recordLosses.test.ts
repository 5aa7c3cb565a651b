import type { JsonObject, JsonValue } from '../../../../../src/shared/json.js';
import type { ExportRecord } from '../../../../../src/features/formats/index.js';
import { NotCarried } from '../../../../../src/features/formats/writing/notCarried.js';
import { RecordLosses } from '../../../../../src/features/formats/writing/recordLosses.js';

const castFunction = 'fast-data/CastFunction';

function entry(members: JsonObject, more: Partial<ExportRecord> = {}): ExportRecord {
  const spec = { externalReferenceCode: 'A', ...members };
  return { kind: 'objects/ObjectEntry', name: 'Ticket/A', externalReferenceCode: 'A', spec, ...more };
}

const cellTypes = { count: 'integer', open: 'boolean', keywords: 'list' } as const;

function lossesOf(record: ExportRecord, format: 'CSV' | 'JSONT' = 'CSV', fields?: readonly string[]): string[] {
  const losses = new RecordLosses({ format, cellTypes, fields }).of(record);
  return losses.map(({ noun, why }) => `${noun}: ${why}`);
}

describe('what a table does not give back of an entry', () => {
  it.each<[string, JsonObject]>([
    ['texts', { a: ' x ', b: '=1', c: '07', d: "'=", e: 'null' }],
    ['values of the type of their field', { count: -3, open: false, keywords: ['a', 'b'] }],
    ['languages', { label_i18n: { en_US: 'x', 'de-DE': 'y' } }],
    ['choices', { tags: [{ key: 'a', name: 'A' }, { key: 'b' }], state: { key: 'open' } }],
  ])('is nothing of %s', (_what, members) => {
    expect(lossesOf(entry(members))).toEqual([]);
  });

  const absent = 'an empty value cannot be distinguished from an absent one';
  it.each<[string, JsonValue, string]>([
    ['null', null, `/x: ${absent}`],
    ['an empty text', '', `/x: ${absent}`],
    ['an empty list', [], `/x: ${absent}`],
    ['an empty object', {}, `/x: ${absent}`],
    ['something empty inside', { y: { z: null } }, `/x/y/z: ${absent}`],
    ['a number without a type', 5, '/x: it would be read as a string'],
    ['a list without a type', [1, 'a'], '/x: it would be read as a string'],
    ['a choice with a number', [{ key: 1 }], '/x/*/key: it would be read as a string'],
    ['a choice with an empty key', [{ key: '' }, { key: 'b' }], '/x/*/key: it would be read as another value'],
  ])('is %s', (_what, x, told) => {
    expect(lossesOf(entry({ x }))[0]).toBe(`the value at ${told}`);
  });

  it.each(['a.b', 'a.', '', ' pad ', 'a_en_US', 'tags.key_0', 'constructor'])(
    'is the value of a member %p, to which no column leads',
    (key) => {
      expect(lossesOf(entry({ [key]: 'x' }))).toEqual([`the value at /${key}: no column leads to it`]);
    },
  );

  it('is a text that would be read as texts of languages', () => {
    expect(lossesOf(entry({ x_i18n: 'en_US:x' }))).toEqual(['the value at /x_i18n: it would be read as another value']);
  });

  it.each<[string, JsonObject]>([
    ['a language twice', { x_i18n: 'en_US:x\nen_US:y' }],
    ['a text in the place of a number', { count: 'many' }],
  ])('is what reading refuses: %s', (_what, members) => {
    const [key] = Object.keys(members);
    expect(lossesOf(entry(members))).toEqual([`the value at /${key}: it would be read as another value`]);
  });

  it('is nothing of the fields that were not chosen', () => {
    const record = entry({ a: null, b: 'x', c: { d: 1, e: 2 } });
    expect(lossesOf(record, 'CSV', ['b'])).toEqual([]);
    expect(lossesOf(record, 'CSV', ['c.d'])).toEqual(['the value at /c/d: it would be read as a string']);
  });
});

describe('what stands in the place of a member of a spec', () => {
  it('is what a resource of another kind is called', () => {
    const spec = { name: 'x', title: 'y', externalReferenceCode: 'z', casting: 'c' };
    const record = { kind: castFunction, name: 'trim', title: null, externalReferenceCode: null, spec };
    expect(lossesOf(record)).toEqual(
      ['name', 'title', 'externalReferenceCode'].map(
        (key) => `the value at /${key}: the member "${key}" of its item describes the resource itself`,
      ),
    );
  });

  it('is the name of an item, and its class', () => {
    const spec = { externalReferenceCode: 'B', 'x-class-name': 'com.liferay.ObjectDefinition', name: 'n' };
    const record = { kind: 'objects/Picklist', name: 'A', externalReferenceCode: 'C', title: 'n', spec };
    expect(lossesOf(record, 'JSONT')).toEqual([
      'the external reference code: its item is known by its name',
      'the value at /externalReferenceCode: the member "externalReferenceCode" of its item describes the resource itself',
      'the value at /x-class-name: the member "x-class-name" of its item describes the resource itself',
    ]);
    const own = { ...spec, externalReferenceCode: 'A', 'x-class-name': 'com.liferay.v9.ListTypeDefinition' };
    expect(lossesOf({ ...record, externalReferenceCode: 'A', spec: own }, 'JSONT')).toEqual([]);
  });

  it('is nothing of a workflow that has a name of its own and a code', () => {
    const workflow = { kind: 'objects/WorkflowDefinition', name: 'W', externalReferenceCode: null };
    expect(lossesOf({ ...workflow, spec: { name: 'X' } }, 'JSONT')).toEqual([]);
    expect(lossesOf({ ...workflow, spec: { name: 'W' }, title: 'T' }, 'JSONT')).toEqual([
      'the title: its item states no title of its own',
    ]);
  });
});

describe('the warnings of an export', () => {
  const loss = (noun: string) => ({ noun, path: ['x'], why: 'it is so' });
  const resource = (name: string) => ({ kind: 'k', name, id: `id of ${name}` });

  it('name each place once, with the first resource and how many there are', () => {
    const found = new NotCarried('CSV');
    const [a, b, c] = ['a', 'b', 'c'].map(resource);
    found.add(a!, [loss('the value at /x'), loss('the value at /x'), loss('the title')]);
    found.add(b!, [loss('the value at /x')]);
    found.add(c!, [loss('the value at /x')]);
    const about = {
      code: 'NOT_CARRIED',
      severity: 'WARNING',
      kind: 'k',
      name: 'a',
      resourceId: 'id of a',
      path: ['x'],
    };
    expect(found.problems()).toMatchObject([
      {
        ...about,
        message: 'CSV cannot contain the value at /x of "a" and of 2 more resources, because it is so.',
        fix: 'Use JSON, JSONL or ZIP, which contain whole resources.',
      },
      { ...about, message: 'CSV cannot contain the title of "a", because it is so.' },
    ]);
  });

  it('count the places beyond the first 500', () => {
    const found = new NotCarried('CSV');
    found.add(
      resource('a'),
      Array.from({ length: 510 }, (_, index) => loss(`the value at /${index}`)),
    );
    const problems = found.problems();
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)).toMatchObject({
      code: 'NOT_CARRIED',
      message: 'CSV cannot contain 10 more values at other places.',
    });
  });
});
