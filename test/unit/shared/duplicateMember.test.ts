import fc from 'fast-check';
import { countMembers, duplicateIn, findDuplicateMember } from '../../../src/shared/duplicateMember.js';
import { JsonValueScan } from '../../../src/features/formats/scanning/jsonValueScan.js';
import type { JsonValue } from '../../../src/shared/json.js';

describe('a key that stands twice', () => {
  it('is found with its place, however deep it stands and however it is escaped', () => {
    expect(findDuplicateMember('{"a":[1,{"k":{}}, {"k":[1,2],\n"x/y":"}{",\n"\\u006b":2}]}')).toEqual({
      key: 'k',
      path: ['a', '2', 'k'],
      lineOffset: 2,
    });
  });

  it('is none in different objects, lists and texts', () => {
    expect(findDuplicateMember('{"a":{"k":1},"b":{"k":2},"c":["k","k"],"d":"\\"k\\":1,\\"k\\":2"}')).toBeUndefined();
  });

  it('is never seen in what JSON.stringify writes, and always when a member is written again', () => {
    const property = fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (object) => {
      const text = JSON.stringify(object, null, 1);
      expect([findDuplicateMember(text), written(text)]).toEqual([undefined, countMembers(object as JsonValue)]);
      const [key = ''] = Object.keys(object);
      const twice = `${text.slice(0, -1)},${JSON.stringify(key)}:1}`;
      expect(findDuplicateMember(twice)).toMatchObject({ key, path: [key] });
      expect(written(twice)).toBe(countMembers(object as JsonValue) + 1);
    });
    fc.assert(property, { numRuns: 200 });
  });

  function written(text: string): number {
    const scan = new JsonValueScan({ maxDepth: 100, isLineBound: false });
    scan.begin(0x7b);
    const bytes = Buffer.from(text);
    // In two windows, as a file may come.
    const half = bytes.length >> 1;
    if (scan.advance(bytes.subarray(0, half), 0, 0) < 0) scan.advance(bytes, scan.resumeAt, 0);
    return scan.memberCount;
  }

  it('is looked for only where the text states more members than its value has', () => {
    const text = '{"a" :1, "b":{"\\"":[{"a"\n:"x:"}]},"c":":"}';
    expect(duplicateIn(text, JSON.parse(text) as JsonValue)).toBeUndefined();
    const twice = text.replace('"c"', '"a"');
    expect(duplicateIn(twice, JSON.parse(twice) as JsonValue)).toMatchObject({ path: ['a'] });
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const space of [0, 1])
          expect(duplicateIn(JSON.stringify(value, null, space), value as JsonValue)).toBeUndefined();
      }),
    );
  });
});
