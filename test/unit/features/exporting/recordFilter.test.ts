import fc from 'fast-check';
import { checkOrder } from '../../../../src/features/exporting/export.rules.js';
import type { ExportOrder } from '../../../../src/features/exporting/exportSelection.js';
import { compileRecordFilter, type RecordOperator } from '../../../../src/features/exporting/recordFilter.js';
import type { JsonValue } from '../../../../src/shared/json.js';

const passes = (operator: RecordOperator, value: JsonValue, found: JsonValue): boolean =>
  compileRecordFilter([{ field: 'f', operator, value }])({ f: found });

describe('a condition on records', () => {
  it.each<[operator: RecordOperator, value: JsonValue, found: { yes: JsonValue[]; no: JsonValue[] }]>([
    ['EQ', 5, { yes: [5], no: [6, '5', null, [5]] }],
    ['EQ', 'a', { yes: ['a'], no: ['A', '', null] }],
    ['EQ', null, { yes: [null], no: [0, '', false] }],
    ['EQ', { a: 1, b: [2] }, { yes: [{ b: [2], a: 1 }], no: [{ a: 1 }, { a: 1, b: 2 }] }],
    ['NE', 5, { yes: [6, '5', null], no: [5] }],
    ['NE', [1, 2], { yes: [[2, 1], [1]], no: [[1, 2]] }],
    ['LT', 5, { yes: [4, -1], no: [5, 6, '4', null] }],
    ['LT', 'b', { yes: ['a', ''], no: ['b', 'c', 1, null] }],
    ['LE', 5, { yes: [4, 5], no: [6, '5', null] }],
    ['LE', '2026-01-31', { yes: ['2026-01-31', '2025-12-31'], no: ['2026-02-01', null] }],
    ['GT', 5, { yes: [6], no: [5, 4, '6', null] }],
    ['GT', 'b', { yes: ['c', 'ba'], no: ['b', 'a'] }],
    ['GE', 5, { yes: [5, 6], no: [4, null] }],
    ['GE', 'b', { yes: ['b', 'c'], no: ['a', 7] }],
    ['CONTAINS', 'Ab', { yes: ['ab', 'xABy'], no: ['a', null, ['ab'], 7] }],
    ['IN', [1, 'a', null, { x: 1 }], { yes: [1, 'a', null, { x: 1 }], no: ['1', 2, {}] }],
    ['IN', [], { yes: [], no: [null, 1] }],
    ['IS_NULL', true, { yes: [null], no: [0, '', false, []] }],
    ['IS_NULL', false, { yes: [0, '', false], no: [null] }],
  ])('%s %j', (operator, value, { yes, no }) => {
    expect(yes.filter((found) => !passes(operator, value, found))).toEqual([]);
    expect(no.filter((found) => passes(operator, value, found))).toEqual([]);
  }); // prettier-ignore

  it('holds of an absent field as of null, and of a nested field by dots', () => {
    expect(compileRecordFilter([{ field: 'a.b', operator: 'EQ', value: 1 }])({ a: { b: 1 } })).toBe(true);
    expect(compileRecordFilter([{ field: 'a.b', operator: 'IS_NULL', value: true }])({ a: 1 })).toBe(true);
  });

  it('holds together with all others, and none holds of everything', () => {
    const both = compileRecordFilter([
      { field: 'a', operator: 'GT', value: 1 },
      { field: 'b', operator: 'EQ', value: 'x' },
    ]);
    expect([both({ a: 2, b: 'x' }), both({ a: 2, b: 'y' }), both({ a: 1, b: 'x' })]).toEqual([true, false, false]);
    expect(compileRecordFilter([])({})).toBe(true);
  });

  it('is the opposite of its opposite for any two values of one type', () => {
    const pair = fc.oneof(fc.tuple(fc.integer(), fc.integer()), fc.tuple(fc.string(), fc.string()));
    fc.assert(
      fc.property(pair, ([value, found]) => {
        expect(passes('LT', value, found)).toBe(!passes('GE', value, found));
        expect(passes('GT', value, found)).toBe(!passes('LE', value, found));
        expect(passes('EQ', value, found)).toBe(!passes('NE', value, found));
        expect(passes('EQ', value, found)).toBe(passes('IN', [value], found));
      }),
      { seed: 3 },
    );
  });
});

describe('an order of an export', () => {
  const selection = {
    branchId: 'b',
    resourceIds: [],
    kinds: [],
    isAll: true,
    excludeIds: [],
    includeDependencies: true,
  };
  const problemsOf = (more: Partial<ExportOrder>) =>
    checkOrder({ selection, format: 'JSON', ...more }).map(({ code, path }) => `${code} ${path.join('/')}`);
  const filtered = (operator: RecordOperator, value: JsonValue) =>
    problemsOf({
      selection: {
        ...selection,
        recordFilter: [
          { field: 'a', operator: 'EQ', value: 1 },
          { field: 'f', operator, value },
        ],
      },
    });

  it.each<[string, Partial<ExportOrder>, string[]]>([
    ['of a bundle', {}, []],
    ['of an archived bundle', { format: 'ZIP', isArchive: true }, []],
    ['of a bundle as another archive', { isArchive: true }, ['SETTING_INVALID input/isArchive']],
    ['of fields of a bundle', { fields: ['a'] }, ['SETTING_INVALID input/fields']],
    ['of fields of records', { format: 'CSV', fields: ['a'] }, []],
    ['of archived records', { format: 'CSV', isArchive: true }, []],
    ['of no field', { format: 'CSV', fields: [] }, ['SETTING_INVALID input/fields']],
    ['of as many fields as can be', { format: 'CSV', fields: Array.from({ length: 10_000 }, String) }, []],
    ['of too many fields', { format: 'CSV', fields: Array.from({ length: 10_001 }, String) }, ['SETTING_INVALID input/fields']],
  ])('%s', (_what, more, problems) => {
    expect(problemsOf(more)).toEqual(problems);
  }); // prettier-ignore

  it.each<[RecordOperator, fitting: JsonValue[], others: JsonValue[]]>([
    ['EQ', [null, 1, 'a', {}], []],
    ['NE', [null, 1, 'a', []], []],
    ['LT', [1, 'a'], [null, true, []]],
    ['LE', [1, 'a'], [null, false, {}]],
    ['GT', [1, 'a'], [null, true]],
    ['GE', [1, ''], [null, [1]]],
    ['CONTAINS', ['a'], ['', 1, null]],
    ['IN', [[], [1]], [1, 'a', null, {}]],
    ['IS_NULL', [true, false], [null, 'true', 0]],
  ])('with %s takes values that this can be asked of', (operator, fitting, others) => {
    expect(fitting.flatMap((value) => filtered(operator, value))).toEqual([]);
    expect(others.map((value) => filtered(operator, value))).toEqual(others.map(() => ['SETTING_INVALID input/recordFilter/1/value']));
  }); // prettier-ignore

  it('accepts a hundred conditions', () => {
    const recordFilter = Array.from({ length: 101 }, () => ({ field: 'a', operator: 'EQ' as const, value: 1 }));
    expect(problemsOf({ selection: { ...selection, recordFilter } })).toEqual(['SETTING_INVALID input/recordFilter']);
    expect(problemsOf({ selection: { ...selection, recordFilter: recordFilter.slice(1) } })).toEqual([]);
  });
});
