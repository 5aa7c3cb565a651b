import fc from 'fast-check';
import {
  exactJson,
  exactNumber,
  isExact,
  lostNumber,
  parseExactJson,
  unmarkLostNumbers,
  withDigits,
  withDigitsInside,
} from '../../../src/shared/exactNumbers.js';

describe('isExact', () => {
  it.each([
    ...['0', '-0', '0.0', '0e999999', '1', '1.0', '1e3', '1E+3', '0.10', '0.1', '-12.50', '100000000000000000000'],
    ...['9007199254740991', '-9007199254740991', '9007199254740992', '1e308', '5e-324', '1.7976931348623157e308'],
    ...['0.30000000000000004', '123456789012345', '1e22', '10000000000000000000000'],
  ])('keeps %s', (literal) => {
    expect(isExact(literal)).toBe(true);
  });

  it.each([
    ...['9007199254740993', '-9007199254740993', '12345678901234567890', '1e309', '-1e999', '1e-400', '4e-324'],
    ...['0.1000000000000000055', '0.10000000000000001', '123456789.12345678901', '9'.repeat(400)],
  ])('tells that %s would be another number', (literal) => {
    expect(isExact(literal)).toBe(false);
    expect(lostNumber(exactNumber(literal))).toBe(literal);
  });

  it('keeps every double as it is written, and every number of at most 15 digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => isExact(JSON.stringify(number))),
    );
    const short = fc.tuple(
      fc.integer({ min: -999999999999999, max: 999999999999999 }),
      fc.integer({ min: -280, max: 280 }),
    );
    fc.assert(fc.property(short, ([digits, exponent]) => isExact(`${digits}e${exponent}`)));
  });
});

describe('parseExactJson', () => {
  it('is JSON.parse for whatever the engine itself has written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseExactJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('looks at numbers only, not at strings and keys, and gives each text back as it was', () => {
    const text =
      '{"12345678901234567890":["a\\"12345678901234567890\\\\",12345678901234567890,-1e999,[0.5]],"b":1e-400}';
    expect(withDigitsInside(parseExactJson(text))).toEqual({
      '12345678901234567890': ['a"12345678901234567890\\', '12345678901234567890', '-1e999', [0.5]],
      b: '1e-400',
    });
    expect(unmarkLostNumbers(JSON.stringify(parseExactJson(text)))).toBe(text);
  });

  it('never takes a text for a number, whatever it is', () => {
    const text = String.raw`["\u00001","\u000012345678901234567890",{"\u00001":"\u0000-1e999"},12345678901234567890]`;
    const value = parseExactJson(text);
    expect((value as unknown[]).slice(0, 3)).toEqual((JSON.parse(text) as unknown[]).slice(0, 3));
    expect(lostNumber('\u00001')).toBeUndefined();
    expect(exactJson(value)).toBe(text);
  });

  it('shows the digits in a sentence, in quotation marks, escaped and cut', () => {
    const [number] = parseExactJson('[12345678901234567890]') as [string];
    const json = JSON.stringify(number);
    const sentence = `${number}; "${number}", ${json}, ${JSON.stringify(json)} "${number.slice(0, 25)}…" "a/${number}"`;
    const digits = '12345678901234567890';
    expect(withDigits(sentence)).toBe(`${digits}; ${digits}, ${digits}, "${digits}" 12345678… "a/${digits}"`);
  });

  it('takes no longer than the text is long', () => {
    const digits = '1'.repeat(2_000_000);
    expect(lostNumber(parseExactJson(digits))).toBe(digits);
    expect(parseExactJson(`"${'\\\\'.repeat(500_000)}${'1'.repeat(16)}"`)).toHaveLength(500_016);
  });

  it('refuses what is no JSON', () => {
    expect(() => parseExactJson('{"a":1234567890123456789')).toThrow(SyntaxError);
  });
});
