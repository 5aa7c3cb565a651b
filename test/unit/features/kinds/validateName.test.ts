import fc from 'fast-check';
import { validateName } from '../../../../src/features/kinds/validateName.js';

const free = { title: 'thing', identity: { by: 'name', namespace: 'thing' } } as const;
const collection = {
  title: 'collection',
  identity: {
    by: 'name',
    namespace: 'c',
    pattern: { expression: /^[\w-]+$/, sentence: 'letters, digits, _ and - only.' },
  },
} as const;

const codesOf = (name: string) => validateName(free, name).map((problem) => problem.code);

describe('validateName', () => {
  it.each(['orders', 'a', 'Crew list (2)', 'naïve', '注文', 'Ω', 'договор', '🚢', '𝒳'.repeat(80)])(
    'accepts %j',
    (name) => {
      expect(codesOf(name)).toEqual([]);
    },
  );

  it.each([
    ['an empty name', ''],
    ['81 characters', 'x'.repeat(81)],
    ['81 characters of two units', '𝒳'.repeat(81)],
    ['megabytes', 'x'.repeat(3_000_000)],
    ['a line break', 'a\nb'],
    ['a null character', 'a\0b'],
    ['a delete character', 'a\u007fb'],
    ['a line separator', 'a\u2028b'],
    ['a zero-width space', 'or\u200bders'],
    ['a zero-width joiner', 'or\u200dders'],
    ['a right-to-left override', 'or\u202eders'],
    ['a byte order mark', '\ufefforders'],
    ['a soft hyphen', 'or\u00adders'],
    ['a variation selector', 'orders\ufe0f'],
    ['a Hangul filler', 'orders\u3164'],
    ['half a surrogate pair', 'a\ud800'],
    ['a leading blank', ' orders'],
    ['a trailing no-break space', 'orders\u00a0'],
    ['an accent as a character of its own', 'cafe\u0301'],
  ])('refuses %s', (_what, name) => {
    expect(codesOf(name)).toContain('NAME_INVALID');
  });

  it.each([
    ['Latin with a Cyrillic a', 'p\u0430yments'],
    ['Latin with a Greek omicron', '\u03bfrders'],
    ['Greek with Cyrillic', '\u03b1\u0431'],
  ])('refuses %s', (_what, name) => {
    expect(codesOf(name)).toEqual(['NAME_LOOKALIKE']);
  });

  it('tells every broken rule, with a fix', () => {
    const problems = validateName(free, ' cafe\u0301\u200b');
    expect(problems).toHaveLength(3);
    expect(problems.every((problem) => problem.fix !== undefined && problem.severity === 'ERROR')).toBe(true);
  });

  it.each<[string, string, string]>([
    ['', 'The name is empty.', 'Give it a name.'],
    ['a\nb', 'contains control characters or line breaks', 'Remove them.'],
    ['or\u200bders', 'contains invisible characters', 'Type the name again instead of pasting it.'],
    [' orders ', 'starts or ends with a blank', 'Use "orders".'],
    ['cafe\u0301', '(it is not in Unicode normalization form C)', 'Use "caf\u00e9", which looks the same.'],
    ['p\u0430yments', 'mixes letters of the Latin, Cyrillic and Greek alphabets', 'Write it in one alphabet.'],
    ['x'.repeat(81), 'is longer than 80 characters', 'Choose a shorter name.'],
    ...['__proto__', 'constructor', 'prototype'].map((name): [string, string, string] => [
      name,
      'has a special meaning in JavaScript',
      'Choose another name.',
    ]),
  ])('tells what is wrong with %j, and what to do', (name, message, fix) => {
    expect(validateName(free, name)).toMatchObject([{ message: expect.stringContaining(message) as string, fix }]);
  });

  it('applies the pattern of the kind, each time from the start', () => {
    expect(validateName(collection, 'pr_orders-2')).toEqual([]);
    expect(validateName(collection, 'pr orders')[0]).toMatchObject({
      code: 'NAME_INVALID',
      message: 'The name "pr orders" is not valid for a collection: letters, digits, _ and - only.',
      fix: 'Choose another name.',
    });
    const sticky = {
      ...collection,
      identity: { ...collection.identity, pattern: { expression: /^\w+$/g, sentence: 'x' } },
    };
    expect([validateName(sticky, 'abc'), validateName(sticky, 'abc')]).toEqual([[], []]);
  });

  it('never throws, and answers with short messages', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        for (const problem of validateName(free, name)) expect(problem.message.length).toBeLessThan(300);
      }),
    );
  });
});

describe('the length of a name', () => {
  it('is 80 characters, unless its kind allows more', () => {
    const kind = { title: 'entry', identity: { by: 'name', namespace: 'entry' } } as const;
    const longer = { ...kind, identity: { ...kind.identity, maxLength: 300 } };
    expect(validateName(kind, 'x'.repeat(81))).toMatchObject([{ code: 'NAME_INVALID' }]);
    expect(validateName(longer, 'x'.repeat(300))).toEqual([]);
    expect(validateName(longer, 'x'.repeat(301))[0]?.message).toMatch(/is longer than 300 characters\.$/);
  });
});

describe('a name that is a title', () => {
  const title = { title: 'report', identity: { ...free.identity, isFreeText: true } } as const;

  it.each(['👩\u200d🚀 crew', '❤\ufe0f', '👩\u200d👩\u200d👧', 'Отчёт about orders', 'Ω and omega'])(
    'may be %j',
    (name) => {
      expect(validateName(title, name)).toEqual([]);
    },
  );

  it.each(['or\u200dders', 'orders\ufe0f', '\u200d👩', '👩\u200dx', 'a\u200bb', ' a', 'cafe\u0301', '__proto__'])(
    'may not be %j',
    (name) => {
      expect(validateName(title, name)).toMatchObject([{ code: 'NAME_INVALID' }]);
    },
  );
});
