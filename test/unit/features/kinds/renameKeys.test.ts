import fc from 'fast-check';
import { renameKeys } from '../../../../src/features/kinds/renameKeys.js';

const renaming = (names: Record<string, string>) => (key: string) =>
  Object.hasOwn(names, key) ? names[key] : undefined;

describe('renameKeys', () => {
  it('lets two keys change places', () => {
    expect(renameKeys({ a: 1, b: 2 }, renaming({ a: 'b', b: 'a' }))).toEqual({ b: 1, a: 2 });
  });

  it('keeps a key whose new name is taken by one that stays', () => {
    expect(renameKeys({ a: 1, b: 2 }, renaming({ a: 'b' }))).toEqual({ a: 1, b: 2 });
  });

  it('gives a name that two keys ask for to the first', () => {
    expect(renameKeys({ a: 1, b: 2 }, renaming({ a: 'x', b: 'x' }))).toEqual({ x: 1, b: 2 });
  });

  it('keeps a key whose new name is kept by another key that had to stay', () => {
    expect(renameKeys({ a: 1, b: 2, c: 3 }, renaming({ c: 'a', a: 'b' }))).toEqual({ a: 1, b: 2, c: 3 });
  });

  it('gives the object itself back when no key is renamed', () => {
    const object = { a: 1 };
    expect(renameKeys(object, () => undefined)).toBe(object);
  });

  it('never loses a value and never changes the order, whatever is renamed to what', () => {
    const key = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', '__proto__');
    fc.assert(
      fc.property(fc.uniqueArray(key), fc.array(fc.tuple(key, key)), (keys, renames) => {
        const object = Object.fromEntries(keys.map((each, index) => [each, index]));
        const newNames = new Map(renames);
        const renamed = renameKeys(object, (each) => newNames.get(each));
        expect(Object.values(renamed)).toEqual(Object.values(object));
        for (const [index, each] of Object.keys(renamed).entries()) {
          expect([keys[index], newNames.get(keys[index]!)]).toContain(each);
        }
      }),
    );
  });
});
