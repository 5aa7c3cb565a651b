import canonicalizeModule from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, contentDigest, sha256 } from '../../../src/shared/canonicalJson.js';
import type { JsonValue } from '../../../src/shared/json.js';

const canonicalize = canonicalizeModule as unknown as (value: unknown) => string;

describe('canonicalJson', () => {
  it('writes keys in the order of their code units, at every level', () => {
    const value = { b: [{ z: 1, a: 2 }], a: { '\u20ac': 1, '\r': 2, 1: 3 } };
    expect(canonicalJson(value)).toBe('{"a":{"\\r":2,"1":3,"\u20ac":1},"b":[{"a":2,"z":1}]}');
  });

  it('puts keys that look like numbers where their text belongs, not where the engine keeps them', () => {
    expect(canonicalJson({ 9: 1, 10: 2 })).toBe('{"10":2,"9":1}');
  });

  it('gives the text of RFC 8785 for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(canonicalJson(value as JsonValue)).toBe(canonicalize(value));
      }),
    );
  });

  it('gives the same text for keys in any order', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
    );
  });

  it('refuses what is no JSON number', () => {
    expect(() => canonicalJson({ a: Infinity })).toThrow('Infinity');
  });
});

describe('contentDigest', () => {
  it('is the SHA-256 of kind, title and text', () => {
    expect(sha256('abc')).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(contentDigest('pack/Kind', null, '{}')).toBe(sha256('pack/Kind\n\n{}'));
  });
});
