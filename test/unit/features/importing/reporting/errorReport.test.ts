import {
  csvHead,
  csvRow,
  jsonRow,
  rowOfFile,
  rowsOfItem,
  offendingValue,
} from '../../../../../src/features/importing/reporting/errorReport.js';
import type { FailedItem } from '../../../../../src/features/importing/reporting/failedItems.js';
import { errorProblem } from '../../../../../src/shared/problem.js';
import type { ProblemCode } from '../../../../../src/shared/problemCode.js';

const item = {
  ...{
    externalReferenceCode: 'B1',
    member: 'books.json',
    spec: { name: 'in the spec', pages: 'many', list: [{ a: 1 }] },
  },
  row: { ordinal: 4, line: 7, kind: 'k/Kind', name: 'Book/B1', title: 'One', parentName: 'BOOK' },
} as unknown as Omit<FailedItem, 'problems'>;

const rowsOf = (code: ProblemCode, path: string[], more: { line?: number; fix?: string } = {}) =>
  rowsOfItem({ ...item, problems: [errorProblem(code, 'Something is wrong.', { path, ...more })] });

describe('a row of an error report', () => {
  it('says where, what, and what to do', () => {
    expect(rowsOf('SPEC_INVALID', ['pages'], { line: 8, fix: 'Give a number.' })).toEqual([
      {
        ...{ file: 'books.json', line: 8, index: 5, kind: 'k/Kind', name: 'Book/B1', externalReferenceCode: 'B1' },
        ...{
          code: 'SPEC_INVALID',
          pointer: '/pages',
          value: 'many',
          message: 'Something is wrong.',
          fix: 'Give a number.',
        },
      },
    ]);
  });

  it('is one for each problem; without a line of its own it has that of the item', () => {
    const problems = [errorProblem('SPEC_INVALID', 'One.'), errorProblem('SPEC_INVALID', 'Two.', { line: 9 })];
    expect(rowsOfItem({ ...item, problems }).map(({ line, message, fix }) => [line, message, fix])).toEqual([
      [7, 'One.', ''],
      [9, 'Two.', ''],
    ]);
  });

  it.each<[ProblemCode, string, string]>([
    ['NAME_INVALID', 'name', 'Book/B1'],
    ['NAME_LOOKALIKE', 'name', 'Book/B1'],
    ['NAME_TAKEN', 'name', 'Book/B1'],
    ['NAME_COLLISION', 'name', 'Book/B1'],
    ['DUPLICATE_IN_FILE', 'name', 'Book/B1'],
    ['UNKNOWN_KIND', 'kind', 'k/Kind'],
    ['PACK_OFF', 'kind', 'k/Kind'],
    ['PARENT_REQUIRED', 'parent', 'BOOK'],
    ['PARENT_INVALID', 'parent', 'BOOK'],
    ['CHARACTER_NOT_ALLOWED', 'title', 'One'],
    ['DIGEST_MISMATCH', 'digest', ''],
    ['SPEC_INVALID', 'name', 'in the spec'],
    ['UNIQUE_TEXT_TAKEN', 'name', 'in the spec'],
  ])('of %s leads to the %s of what it is about', (code, member, value) => {
    expect(rowsOf(code, [member])[0]?.['value']).toBe(value);
  });

  it.each<[reason: string | null, about: [code: ProblemCode, member: string], value: string]>([
    ['KIND_FORBIDDEN', ['FORBIDDEN', 'kind'], 'k/Kind'],
    ['FORBIDDEN', ['FORBIDDEN', 'name'], 'Book/B1'],
    ['INTO_MISSING', ['NOT_FOUND', 'parent'], 'BOOK'],
    ['PART_WITHOUT_WHOLE', ['DEPENDENCY_MISSING', 'name'], 'Book/B1'],
    ['PART_WITHOUT_WHOLE', ['DEPENDENCY_MISSING', 'pages'], 'many'],
    ['DEPENDENCY_MISSING', ['DEPENDENCY_MISSING', 'name'], 'in the spec'],
  ])('of an item that is blocked by %s with %j has the value %j', (reason, [code, member], value) => {
    const problems = [errorProblem(code, 'Something is wrong.', { path: [member] })];
    expect(rowsOfItem({ ...item, row: { ...item.row, reason }, problems })[0]?.['value']).toBe(value);
  });

  it('of a file as a whole has no item', () => {
    expect(rowOfFile(errorProblem('FORMAT_UNSUPPORTED', 'No.', { line: 3 }))).toMatchObject({
      line: 3,
      index: '',
      name: '',
      value: '',
    });
  });

  it('is a line of CSV, with what spreadsheets would run made harmless, and the same as JSON', () => {
    const [row] = rowsOf('SPEC_INVALID', ['list', '0', 'a']);
    expect(csvHead).toBe('file,line,index,kind,name,externalReferenceCode,code,pointer,value,message,fix\r\n');
    expect(csvRow(row!)).toBe('books.json,7,5,k/Kind,Book/B1,B1,SPEC_INVALID,/list/0/a,1,Something is wrong.,\r\n');
    expect(Object.keys(JSON.parse(jsonRow(row!)) as object)).toEqual(csvHead.trim().split(','));
  });
});

describe('the value at the place of a problem', () => {
  const spec = {
    text: 'a',
    list: [1, { password: 'x' }],
    none: null,
    long: 'x'.repeat(201),
    login: { secretKey: 's' },
  };

  it.each([
    [[], ''],
    [['text'], 'a'],
    [['list', '0'], '1'],
    [['none'], 'null'],
    [['gone'], ''],
    [['text', 'deeper'], ''],
    [['toString'], ''],
    [['long'], `${'x'.repeat(200)}…`],
    [['list'], '[1,{"password":"(not shown)"}]'],
    [['login', 'secretKey'], '(not shown)'],
    [['apiKey'], '(not shown)'],
    [['Access-Token'], '(not shown)'],
  ])('%j is %j', (path, value) => {
    expect(offendingValue(spec, path)).toBe(value);
  });
});
