import { credentialIn } from '../../../../src/features/access/index.js';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('a credential', () => {
  it.each([
    ['Bearer wbt_abc', { type: 'SECRET', text: 'wbt_abc' }],
    ['bearer   wbt_abc  ', { type: 'SECRET', text: 'wbt_abc' }],
    ['Bearer eyJh.eyJz.c2ln', { type: 'JWT', text: 'eyJh.eyJz.c2ln' }],
    ['Bearer eyJh.eyJz.', { type: 'JWT', text: 'eyJh.eyJz.' }],
    [basic('anybody:wbt_abc'), { type: 'SECRET', text: 'wbt_abc' }],
    [basic('anybody:with:colons'), { type: 'SECRET', text: 'with:colons' }],
  ])('is read from %s', (header, expected) => {
    expect(credentialIn(header)).toEqual(expected);
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'wbt_abc', 'Digest wbt_abc', basic('anybody:'), 'Basic'])(
    'is not in %s',
    (header) => {
      expect(credentialIn(header)).toBeUndefined();
    },
  );
});
