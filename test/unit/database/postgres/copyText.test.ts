import { copyChunks } from '../../../../src/database/postgres/copyText.js';

describe('rows as text for COPY', () => {
  it('parts columns by tabs and ends rows by line breaks', () => {
    expect([
      ...copyChunks([
        ['a', 1, null],
        ['b', 2n, 'c'],
      ]),
    ]).toEqual(['a\t1\t\\N\nb\t2\tc\n']);
  });

  it('escapes what would end a column, a row or the data', () => {
    expect([...copyChunks([['\\N', '\\.', 'a\tb\nc\rd\\']])]).toEqual(['\\\\N\t\\\\.\ta\\tb\\nc\\rd\\\\\n']);
  });

  it('gives bytes as hexadecimal digits', () => {
    expect([...copyChunks([[Buffer.from('ab')]])]).toEqual(['\\\\x6162\n']);
  });

  it('gives many rows as texts of bounded length', () => {
    const rows = Array.from({ length: 100 }, () => ['x'.repeat(10_000)]);
    const chunks = [...copyChunks(rows)];
    expect(chunks.join('')).toBe(rows.map(([text]) => `${text ?? ''}\n`).join(''));
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(80_000);
  });
});
