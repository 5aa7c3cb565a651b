import { spellingsOf } from '../../../../../src/features/importing/suggesting/spellings.js';

const everywhere = { beginning: Number.POSITIVE_INFINITY, ending: Number.POSITIVE_INFINITY };
const all = { names: [], ends: everywhere, max: 10_000 };

describe('the spellings of a name', () => {
  it.each([
    ['a letter that is too many', 'oder'],
    ['a letter that is missing', 'orders'],
    ['a first letter that is missing', 'border'],
    ['a wrong letter', 'ordex'],
    ['a wrong digit', '0rder'],
    ['letters that are swapped', 'roder'],
    ['a separator that is missing', 'or_der'],
  ])('hold the one with %s: %s', (_what, spelling) => {
    expect(spellingsOf('order', all)).toContain(spelling);
  });

  it('hold letters of other names, and capitals where the name has some', () => {
    expect(spellingsOf('ordr', { ...all, names: ['ørder'] })).toContain('ørdr');
    expect(spellingsOf('ordr', all)).not.toContain('Xordr');
    expect(spellingsOf('Ordr', all)).toContain('XOrdr');
  });

  it('leave out those that share enough of the beginning or of the ending', () => {
    const spellings = spellingsOf('abcdef', { ...all, ends: { beginning: 3, ending: 4 } });
    expect(spellings).toContain('abxdef');
    expect(spellings).not.toContain('abcxef');
    expect(spellings).not.toContain('xbcdef');
    expect(spellingsOf('abcdef', { ...all, ends: { beginning: 0, ending: 9 } })).toEqual([]);
  });

  it('are as many as may be, and none of a text that is very long', () => {
    expect(spellingsOf('order', { ...all, max: 7 })).toHaveLength(7);
    expect(spellingsOf('x'.repeat(1_000_000), all)).toEqual([]);
  });

  it('keep characters of two units whole', () => {
    expect(spellingsOf('a𝒳b', all).filter((spelling) => /\p{Surrogate}/u.test(spelling))).toEqual([]);
  });
});
