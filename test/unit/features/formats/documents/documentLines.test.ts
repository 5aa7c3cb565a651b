import fc from 'fast-check';
import { readDocumentLines } from '../../../../../src/features/formats/documents/documentLines.js';
import { toPointer } from '../../../../../src/shared/jsonPointer.js';

describe('readDocumentLines', () => {
  it('finds the lines of members and elements', () => {
    const text = '{\n"a": {"b/c": 1,\n"d~": [\n10,\n{"x": "\\"}"}]},\n\n"e": "a\\\\", "f":\n2}';
    const wanted = ['', '/a', '/a/b~1c', '/a/d~0', '/a/d~0/0', '/a/d~0/1', '/e', '/f', '/gone'];
    const { lineByPointer } = readDocumentLines(text, new Set(wanted));
    expect(wanted.map((pointer) => lineByPointer.get(pointer))).toEqual([1, 2, 2, 3, 4, 5, 7, 7, undefined]);
  });

  it('agrees with the layout of JSON.stringify for any document', () => {
    const property = fc.property(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1, maxKeys: 6 }),
      (document) => {
        const text = JSON.stringify(document, null, 1);
        const keys = Object.keys(document);
        const { lineByPointer } = readDocumentLines(text, new Set(keys.map((key) => toPointer([key]))));
        let line = 2;
        for (const key of keys) {
          expect(lineByPointer.get(toPointer([key]))).toBe(line);
          line += JSON.stringify(document[key], null, 1).split('\n').length;
        }
      },
    );
    fc.assert(property, { numRuns: 200 });
  });
});
