import fc from 'fast-check';
import { maxNestingDepth } from '../../../../../src/shared/limits.js';
import { findJsonFault, nameOfCharacter } from '../../../../../src/features/formats/scanning/jsonFault.js';

describe('findJsonFault', () => {
  it('finds no fault in what JSON.parse accepts, and one in what it refuses', () => {
    const anyText = fc.array(
      fc.constantFrom(...Array.from('{}[]",:\\ 10eE.-+ntu\n\u0001'), 'true', 'null', '"k":', '\\u00e9', '"x"'),
      { maxLength: 12 },
    );
    const property = fc.property(
      fc.oneof(
        anyText.map((parts) => parts.join('')),
        fc.jsonValue().map((value) => JSON.stringify(value)),
      ),
      (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect({ text, isJson: findJsonFault(text) === undefined }).toEqual({ text, isJson });
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });

  it.each([
    ['{"a":1,}', 7, 'a key in quotation marks', '"}"', false],
    ['[1,', 3, 'a value', 'the end', true],
    ['[1 ', 3, 'a comma or "]"', 'the end', true],
    ['{"a":01}', 6, 'a comma or "}"', '"1"', false],
    ['{"a":[1', 7, 'a comma or "]"', 'the end', true],
    ['[[]",{}]', 3, 'a comma or "]"', '"""', false],
    ['{"a":[', 6, 'a value or "]"', 'the end', true],
    ['{"a":"b\\\\\\u00"}', 9, 'a valid JSON escape sequence', '"\\"', false],
    ['["\\x"]', 2, 'a valid JSON escape sequence', '"\\"', false],
    ["{'a':1}", 1, 'a key in quotation marks or "}"', '"\'"', false],
    ['[NaN]', 1, 'a value or "]"', '"N"', false],
    ['\u00a0{}', 0, 'a value', 'the character U+00A0', false],
    ['"abc', 4, 'a closing quotation mark', 'the end', true],
  ])('explains %j', (text, ...[offset, expected, found, isTruncated]) => {
    expect(findJsonFault(text)).toEqual({ offset, expected, found, isTruncated });
  });

  it('takes as many levels as a file may have', () => {
    expect(findJsonFault('[{"a":'.repeat(maxNestingDepth))?.isTruncated).toBe(true);
  });

  it('names characters that cannot be seen by their code point', () => {
    expect(nameOfCharacter(0x200b)).toBe('the character U+200B');
    expect(nameOfCharacter(0x0a)).toBe('a line break');
    expect(nameOfCharacter(0x1f600)).toBe('"😀"');
  });
});
