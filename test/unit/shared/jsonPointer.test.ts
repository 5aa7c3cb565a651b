import fc from 'fast-check';
import { pointerSegments, toPointer } from '../../../src/shared/jsonPointer.js';

describe('JSON Pointers', () => {
  it('escape ~ and / in segments', () => {
    expect(toPointer(['a/b', 'c~d', '~1', 0])).toBe('/a~1b/c~0d/~01/0');
    expect(toPointer([])).toBe('');
    expect(toPointer([''])).toBe('/');
  });

  it('come apart into the segments that they were made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (segments) => {
        expect(pointerSegments(toPointer(segments))).toEqual(segments);
      }),
    );
  });
});
