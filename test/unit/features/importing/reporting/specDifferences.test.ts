import { specDifferences } from '../../../../../src/features/importing/reporting/specDifferences.js';

const changed = { isAdded: false, isRemoved: false };

describe('specDifferences', () => {
  it('gives each place that was added, removed or changed, with what stood there', () => {
    const before = { same: 1, gone: { a: [1] }, text: 'old', list: [1, 2, 3], inner: { 'a/b': 1 }, no: null };
    const after = { same: 1, text: 'new', list: [1, 5], inner: { 'a/b': 2 }, added: { b: null }, none: null };
    const [added, removed] = [
      { isAdded: true, isRemoved: false },
      { isAdded: false, isRemoved: true },
    ];
    expect([...specDifferences(before, after)]).toEqual([
      { path: '/gone', before: { a: [1] }, after: null, ...removed },
      { path: '/text', before: 'old', after: 'new', ...changed },
      { path: '/list/1', before: 2, after: 5, ...changed },
      { path: '/list/2', before: 3, after: null, ...removed },
      { path: '/inner/a~1b', before: 1, after: 2, ...changed },
      { path: '/no', before: null, after: null, ...removed },
      { path: '/added', before: null, after: { b: null }, ...added },
      { path: '/none', before: null, after: null, ...added },
    ]);
  });

  it('gives an object whole that became an array, or the other way round', () => {
    expect([...specDifferences({ a: { x: 1 }, b: [1] }, { a: [1], b: { x: 1 } })]).toEqual([
      { path: '/a', before: { x: 1 }, after: [1], ...changed },
      { path: '/b', before: [1], after: { x: 1 }, ...changed },
    ]);
  });

  it('finds what has the name of a member that every object has', () => {
    const after = JSON.parse('{"__proto__":{"x":1},"constructor":2}') as Record<string, never>;
    expect([...specDifferences({}, after)].map(({ path }) => path)).toEqual(['/__proto__', '/constructor']);
  });

  it('is done place by place, so that it can be left', () => {
    const after = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`m${at}`, at]));
    expect(specDifferences({}, after).next()).toMatchObject({ done: false, value: { path: '/m0' } });
  });
});
