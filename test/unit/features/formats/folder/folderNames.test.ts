import fc from 'fast-check';
import {
  foldPath,
  folderStems,
  plainStem,
  suffixedStem,
  textOfKey,
  type FolderKey,
} from '../../../../../src/features/formats/folder/folderNames.js';

const stemOf = (name: string, kind = 'fast-data/Projection') => plainStem({ kind, name });

describe('the file names of resources', () => {
  it.each([
    ['pr_books', 'fast-data/Projection/pr_books'],
    ['Monthly report (Δ Cost)', 'fast-data/Projection/Monthly report (Δ Cost)'],
    ['Book/978-1', 'fast-data/Projection/Book/978-1'],
    ['Book@a%2Fb/x/y', 'fast-data/Projection/Book@a%252Fb/x%2Fy'],
    ['Book.json/x', 'fast-data/Projection/Book%2Ejson/x'],
    ['/x', 'fast-data/Projection/%2Fx'],
    ['x/', 'fast-data/Projection/x%2F'],
    ['CON', 'fast-data/Projection/%43ON'],
    ['com1.x', 'fast-data/Projection/%63om1.x'],
    ['nul/aux', 'fast-data/Projection/%6Eul/%61ux'],
    ['console', 'fast-data/Projection/console'],
    ['.git', 'fast-data/Projection/%2Egit'],
    ['..', 'fast-data/Projection/%2E.'],
    ['../../etc/x', 'fast-data/Projection/%2E%2E/%2E.%2Fetc%2Fx'],
    ['node_modules/x', 'fast-data/Projection/%6Eode_modules/x'],
    ['__MACOSX/x', 'fast-data/Projection/%5F_MACOSX/x'],
    ['-rf', 'fast-data/Projection/%2Drf'],
    ['a:b*c?"<>|\\~', 'fast-data/Projection/a%3Ab%2Ac%3F%22%3C%3E%7C%5C%7E'],
    ['a /b', 'fast-data/Projection/a%20/b'],
    ['\u0000\u200bx', 'fast-data/Projection/%00%E2%80%8Bx'],
    ['\ud800', 'fast-data/Projection/%uD800'],
  ])('writes %j as %s', (name, path) => {
    expect(stemOf(name)).toBe(path);
  });

  it('keeps a name of 80 characters as it is, and cuts what a file system cannot hold', () => {
    expect(stemOf('a'.repeat(80))).toBe(`fast-data/Projection/${'a'.repeat(80)}`);
    const cut = stemOf('漢'.repeat(80));
    expect(cut).toMatch(/^fast-data\/Projection\/漢{46}~[\da-f]{10}$/);
    expect(stemOf(`${'漢'.repeat(79)}字`)).not.toBe(cut);
  });

  it('tells names apart that differ in case only: those with capital letters get a suffix', () => {
    const stems = folderStems(['lending', 'Lending', 'LENDING', 'other'].map((name) => ({ kind: 'a/K', name })));
    expect([...stems.values()]).toEqual([
      'a/K/lending',
      expect.stringMatching(/^a\/K\/Lending~[\da-f]{10}$/),
      expect.stringMatching(/^a\/K\/LENDING~[\da-f]{10}$/),
      'a/K/other',
    ]);
  });

  const kind = fc.constantFrom('a/K', 'A/k', 'a', 'b/K/x');
  const hostile = fc
    .array(fc.constantFrom(...Array.from('aA.~% /:ÉéßſKcon-'), '\u0301'), { minLength: 1, maxLength: 6 })
    .map((characters) => characters.join(''));
  const name = fc.oneof(hostile, fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }));
  const keys = fc.uniqueArray(fc.record({ kind, name }), { selector: textOfKey, maxLength: 30 });

  it('gives each resource a path that every file system tells from all others', () => {
    fc.assert(
      fc.property(keys, (all) => {
        const stems = folderStems(all);
        expect(new Set([...stems.values()].map(foldPath)).size).toBe(all.length);
        for (const stem of stems.values()) expectPortable(stem);
      }),
    );
  });

  it('gives a resource one of two paths, whatever others there are and in whatever order', () => {
    fc.assert(
      fc.property(keys, (all) => {
        const stems = folderStems(all);
        expect(folderStems([...all].reverse())).toEqual(stems);
        const possible = (key: FolderKey) => [plainStem(key), suffixedStem(key)];
        for (const key of all) expect(possible(key)).toContain(stems.get(textOfKey(key)));
      }),
    );
  });

  function expectPortable(stem: string): void {
    for (const segment of stem.split('/')) {
      // oxlint-disable-next-line no-control-regex -- they are what must not be there
      expect(segment).not.toMatch(/^$|^[. -]|[\u0000-\u001f<>:"|?*\\]|^(?:con|nul|aux|prn)(?:\.|$)/i);
      expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(170);
    }
    for (const folder of stem.split('/').slice(0, -1)) expect(folder).not.toMatch(/[. ]$/);
  }
});
