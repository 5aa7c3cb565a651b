import { readRecord } from '../../../../../src/features/formats/bundle/readRecord.js';
import type { JsonValue } from '../../../../../src/shared/json.js';

const place = { line: 7, fallbackKind: undefined };
const good = { kind: 'k/A', name: 'n', spec: {} };

function problemsOf(record: JsonValue): { code: string; severity: string; message: string }[] {
  const read = readRecord(record, place);
  return 'item' in read ? read.item.problems : [read.problem];
}

describe('readRecord', () => {
  it.each<[string, JsonValue]>([
    ['is not an object', [1]],
    ['is not an object', null],
    ['does not state its kind', { name: 'n', spec: {} }],
    ['does not state its kind', { kind: 7, name: 'n', spec: {} }],
    ['has no name', { kind: 'k/A', spec: {} }],
    ['has no name', { kind: 'k/A', name: '', spec: {} }],
  ])('makes a problem of the file of a record that %s', (fault, record) => {
    const read = readRecord(record, place);
    expect(read).toEqual({ problem: expect.objectContaining({ code: 'ITEM_MALFORMED', line: 7 }) as unknown });
    expect('problem' in read && read.problem.message).toBe(`The record on line 7 ${fault}.`);
  });

  it('uses the requested kind when a record does not state its own', () => {
    const read = readRecord({ name: 'n', spec: {} }, { line: 1, fallbackKind: 'k/B' });
    expect('item' in read && read.item.kind).toBe('k/B');
  });

  it('tells all that is wrong with a record whose kind and name are known, at the item', () => {
    const record = { ...good, spec: [], title: 5, parent: {}, origins: [{ sourceName: 'old' }, {}], digest: 1 };
    const problems = problemsOf(record);
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(Array(5).fill('ITEM_MALFORMED ERROR'));
    expect(problems[0]).toMatchObject({ kind: 'k/A', name: 'n', line: 7 });
    expect(problemsOf({ kind: 'k/A', name: 'n' })[0]!.message).toContain('"n" is incomplete: it has no "spec".');
  });

  it('warns of members that it does not know, and keeps null apart from wrong', () => {
    expect(problemsOf({ ...good, title: null, dependencies: [], colour: 'red' })).toEqual([
      expect.objectContaining({ code: 'CONTENT_IGNORED', severity: 'WARNING', line: 7 }),
    ]);
    expect(problemsOf(good)).toEqual([]);
  });
});
