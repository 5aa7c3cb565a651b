import { isPlainKind, unknownFields } from '../../../../src/features/exporting/exportFields.js';
import { fieldsOfKind, type RecordFields } from '../../../../src/features/kinds/worker.js';
import type { JsonObject } from '../../../../src/shared/json.js';

function schemaOf(types: object): JsonObject {
  const properties = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type: String(type) }]));
  return { type: 'object', properties, additionalProperties: false };
}

function sortOf(...names: string[]): RecordFields {
  return fieldsOfKind({ schema: schemaOf(Object.fromEntries(names.map((name) => [name, 'string']))) });
}

describe('a kind is plain', () => {
  it.each([
    ['of texts', { types: { one: 'string', two: 'string' } }, true],
    ['with a number', { types: { one: 'string', two: 'integer' } }, false],
    ['without a field', { types: {} }, false],
    ['with a field that the record itself has', { types: { one: 'string', title: 'string' } }, false],
    ['inside another', { types: { one: 'string' }, parentKind: 'parent' }, false],
  ])('%s: %j, %s', (_what, { types, parentKind }: { types: object; parentKind?: string }, isPlain) => {
    const schema = schemaOf(types);
    expect(isPlainKind({ schema, ...(parentKind !== undefined && { parentKind }) })).toBe(isPlain);
  });
});

describe('fields of an export', () => {
  const pathOf = (index: number) => ['input', 'fields', String(index)];

  it('are known when one of the sorts of records has them', () => {
    expect(unknownFields([sortOf('street'), sortOf('city')], ['city', 'street'], pathOf)).toEqual([]);
  });

  it('that nothing has are told each, with the one that was meant, or with all', () => {
    const problems = unknownFields([sortOf('street', 'city'), sortOf('city')], ['street', 'citty', 'zzz'], pathOf);
    expect(problems).toMatchObject([
      {
        code: 'FIELD_UNKNOWN',
        severity: 'ERROR',
        path: ['input', 'fields', '1'],
        message: 'No kind of the selection has a field "citty".',
        fix: 'Did you mean "city"?',
      },
      { path: ['input', 'fields', '2'], fix: 'Use one of street, city.' },
    ]);
  });
});
