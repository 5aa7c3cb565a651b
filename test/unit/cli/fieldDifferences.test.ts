import fc from 'fast-check';
import { breakingChanges } from '../../../src/cli/folders/breakingChanges.js';
import { fieldDifferences } from '../../../src/cli/folders/fieldDifferences.js';
import { canonicalJson } from '../../../src/shared/canonicalJson.js';
import type { JsonValue } from '../../../src/shared/json.js';

const field = (name: string, type = 'string', more: object = {}) => ({ name, type, ...more });

describe('the differences of two specs', () => {
  it('match elements of a list by their name, wherever they stand', () => {
    const before = { fields: [field('a'), field('b'), field('c')] };
    const after = { fields: [field('new'), field('a'), field('c', 'number')] };
    expect([...fieldDifferences(before, after)]).toEqual([
      { path: '/fields/b', before: field('b'), after: null, isAdded: false, isRemoved: true },
      { path: '/fields/c/type', before: 'string', after: 'number', isAdded: false, isRemoved: false },
      { path: '/fields/new', before: null, after: field('new'), isAdded: true, isRemoved: false },
    ]);
    const turned = { fields: [field('b'), field('a'), field('c')] };
    expect([...fieldDifferences({}, { none: null })]).toEqual([
      { path: '/none', before: null, after: null, isAdded: true, isRemoved: false },
    ]);
    expect([...fieldDifferences(before, turned)]).toMatchObject([
      { path: '/fields (order)', before: ['a', 'b', 'c'], after: ['b', 'a', 'c'] },
    ]);
  });

  const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<JsonValue[]>(null, 1, 'x', true),
      fc.array(fc.oneof(tie('value'), fc.record({ name: fc.constantFrom('a', 'b'), x: tie('value') })), {
        maxLength: 3,
      }),
      fc.dictionary(fc.constantFrom('name', 'k', '__proto__', 'a/b'), tie('value'), {
        maxKeys: 3,
      }) as fc.Arbitrary<JsonValue>,
    ),
  }));

  it('are none if, and only if, the specs are equal', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [a, b] = [one, other].map((each) => JSON.parse(JSON.stringify(each)) as JsonValue) as [
          JsonValue,
          JsonValue,
        ];
        expect([...fieldDifferences(a, a)]).toEqual([]);
        expect([...fieldDifferences(a, b)].length > 0).toBe(canonicalJson(a) !== canonicalJson(b));
      }),
      { numRuns: 1000 },
    );
  });

  it('are breaking if a field is removed, has another type, or is required now', () => {
    const before = {
      fields: [field('gone'), field('typed'), field('asked'), field('null', 'string', { nullable: true })],
    };
    const after = {
      fields: [
        ...[
          field('typed', 'number'),
          field('asked', 'string', { required: true }),
          field('null', 'string', { nullable: false }),
        ],
        ...[field('optional'), field('new', 'string', { required: true })],
      ],
    };
    expect(breakingChanges('fast-data/Projection', before, after)).toEqual([
      'The field "gone" is removed.',
      'The field "typed" has the type number instead of string.',
      'The field "asked" is required now.',
      'The field "null" can no longer be null.',
      'The field "new" is new and required.',
    ]);
    expect(breakingChanges('fast-data/Projection', after, after)).toEqual([]);
  });
});
