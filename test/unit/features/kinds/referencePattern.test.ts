import fc from 'fast-check';
import { compileReferencePattern } from '../../../../src/features/kinds/referencePattern.js';
import type { JsonObject } from '../../../../src/shared/json.js';
import { deepFreeze } from './deepFreeze.js';

describe('compileReferencePattern', () => {
  it('finds the value at a place, at any element and at any member', () => {
    const spec = { lead: 'anna', crew: [{ name: 'bo' }, { name: 7 }, {}], posts: { north: { by: 'cy' } } };
    expect(compileReferencePattern('/lead').find(spec)).toEqual([{ at: '/lead', name: 'anna' }]);
    expect(compileReferencePattern('/crew/*/name').find(spec)).toEqual([{ at: '/crew/0/name', name: 'bo' }]);
    expect(compileReferencePattern('/posts/*/by').find(spec)).toEqual([{ at: '/posts/north/by', name: 'cy' }]);
  });

  it('finds keys that are names, and escapes them in the pointer', () => {
    const spec = { config: { ships: { outgoing: { 'a/b~c': {}, ports: {} } } } };
    expect(compileReferencePattern('/config/*/outgoing/{}').find(spec)).toEqual([
      { at: '/config/ships/outgoing/a~1b~0c', name: 'a/b~c' },
      { at: '/config/ships/outgoing/ports', name: 'ports' },
    ]);
  });

  it('passes over empty names and shapes that do not fit', () => {
    const pattern = compileReferencePattern('/a/*/b');
    expect(pattern.find({ a: 'text' })).toEqual([]);
    expect(pattern.find({ a: [null, 3, { b: '' }, { b: ['x'] }] })).toEqual([]);
    expect(compileReferencePattern('/a/{}').find({ a: ['x'] })).toEqual([]);
  });

  it('asks for no new name of what is no name: empty texts, numbers and shapes that do not fit', () => {
    const spec = { a: ['', 7, null, true, ['x'], { b: 'x' }], keys: { '': 1 }, list: ['x'], text: 'x' };
    const asked: string[] = [];
    const ask = (name: string) => {
      asked.push(name);
      return 'renamed';
    };
    for (const at of ['/a/*', '/keys/{}', '/list/{}', '/text/*', '/text/b'])
      expect(compileReferencePattern(at).rewrite(spec, ask)).toBe(spec);
    expect(asked).toEqual([]);
    expect(compileReferencePattern('/keys/{}').find(spec)).toEqual([]);
    expect(compileReferencePattern('/text/*').find(spec)).toEqual([]);
  });

  it('sees own members only', () => {
    expect(compileReferencePattern('/constructor/name').find({})).toEqual([]);
    expect(compileReferencePattern('/__proto__/{}').find({})).toEqual([]);
  });

  it('renames around a key __proto__ without touching any prototype', () => {
    const spec = JSON.parse(
      '{"config":{"__proto__":{"to":"a"},"constructor":{"to":"b"},"c":{"to":"a"}}}',
    ) as JsonObject;
    const pattern = compileReferencePattern('/config/*/to');
    const rewritten = pattern.rewrite(spec, (name) => (name === 'a' ? 'z' : undefined));
    expect(JSON.stringify(rewritten)).toBe(
      '{"config":{"__proto__":{"to":"z"},"constructor":{"to":"b"},"c":{"to":"z"}}}',
    );
    const keys = compileReferencePattern('/config/{}');
    const renamed = keys.rewrite(spec, (name) =>
      name === '__proto__' ? 'safe' : name === 'c' ? '__proto__' : undefined,
    );
    expect(Object.keys(renamed['config'] as JsonObject)).toEqual(['safe', 'constructor', '__proto__']);
    expect(({} as { to?: string }).to).toBeUndefined();
  });

  it('keeps the order of keys, shares what does not change, and leaves the original alone', () => {
    const spec = deepFreeze({ z: { keep: true }, config: { b: { v: 1 }, a: { v: 2 } }, y: 1 });
    const rewritten = compileReferencePattern('/config/{}').rewrite(spec, (name) => (name === 'b' ? 'x' : undefined));
    expect(JSON.stringify(rewritten)).toBe('{"z":{"keep":true},"config":{"x":{"v":1},"a":{"v":2}},"y":1}');
    expect(rewritten['z']).toBe(spec.z);
    expect((rewritten['config'] as JsonObject)['a']).toBe(spec.config.a);
  });

  it('gives the spec itself back when nothing is renamed', () => {
    const spec = { config: { a: { to: 'b' } } };
    for (const at of ['/config/{}', '/config/*/to', '/config/*/{}', '/nothing/*']) {
      expect(compileReferencePattern(at).rewrite(spec, () => undefined)).toBe(spec);
    }
  });

  it('refuses a pattern that is no pointer, or has {} before its end', () => {
    expect(() => compileReferencePattern('config/*')).toThrow('does not start with a slash');
    expect(() => compileReferencePattern('/config/{}/name')).toThrow('{} before its end');
  });

  const name = fc.stringMatching(/^[a-z_]{1,6}$/);
  const spec = fc.record({
    list: fc.array(fc.record({ to: name, more: fc.jsonValue() })),
    map: fc.dictionary(name, fc.record({ to: fc.array(name), keys: fc.dictionary(name, fc.jsonValue()) })),
  }) as fc.Arbitrary<JsonObject>;
  const patterns = ['/list/*/to', '/map/{}', '/map/*/to/*', '/map/*/keys/{}'].map(compileReferencePattern);

  it('finds exactly the renamed names after a rename, and renaming back gives the original', () => {
    fc.assert(
      fc.property(spec, fc.constantFrom(...patterns), (original, pattern) => {
        const before = JSON.stringify(original);
        const renamed = pattern.rewrite(deepFreeze(original), (old) => `new-${old}`);
        expect(pattern.find(renamed).map((found) => found.name)).toEqual(
          pattern.find(original).map((found) => `new-${found.name}`),
        );
        const back = pattern.rewrite(renamed, (renewed) => renewed.replace(/^new-/, ''));
        expect(JSON.stringify(back)).toBe(before);
      }),
    );
  });
});
