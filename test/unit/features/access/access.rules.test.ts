import { isName } from '../../../../src/features/access/access.rules.js';

describe('the name of a token or a principal', () => {
  it.each([['a'], ['Ünïcode name'], [' padded '], ['n'.repeat(200)], ['名前'], ['a\u0080b']])('may be %j', (text) => {
    expect(isName(text)).toBe(true);
  });

  it.each([[''], [' '], ['\u00a0\u2003'], ['n'.repeat(201)], ['a\nb'], ['a\u0000'], ['\u001fa'], ['a\u007f']])(
    'is not %j',
    (text) => {
      expect(isName(text)).toBe(false);
    },
  );
});
