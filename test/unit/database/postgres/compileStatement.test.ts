import { compileStatement } from '../../../../src/database/postgres/compileStatement.js';

describe('compiling a statement', () => {
  it('numbers parameters in the order in which they come, the same name with the same number', () => {
    expect(compileStatement('SELECT :a, :b_2 WHERE x = :a')).toEqual({
      text: 'SELECT $1, $2 WHERE x = $1',
      parameterNames: ['a', 'b_2'],
    });
  });

  it.each([
    ['casts', `SELECT x::text, 'a'::json`],
    ['texts', `SELECT ':a', 'it''s :b', '{"c": ":d"}'`],
    ['quoted names', `SELECT x AS ":a", y AS "b""c:d"`],
    ['comments', `SELECT 1 -- :a 'b\n, 2 /* :c ' */`],
    ['array slices', `SELECT a[1:2]`],
  ])('leaves %s alone', (_what, sql) => {
    expect(compileStatement(sql)).toEqual({ text: sql, parameterNames: [] });
  });

  it('finds a parameter that a cast follows', () => {
    expect(compileStatement('SELECT (:ids::json)').text).toBe('SELECT ($1::json)');
  });
});
