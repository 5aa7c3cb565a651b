import { renderSql } from '../../../src/database/renderSql.js';
import { sql, type Sql } from '../../../src/database/sql.js';
import { endingOf, jsonText, siteInName, textAfter } from '../../../src/database/sqlFunctions.js';
import { postgresDialect, sqliteDialect } from '../../../src/database/sqlDialects.js';

const onSqlite = (statement: Sql) => renderSql(statement, sqliteDialect);
const onPostgres = (statement: Sql) => renderSql(statement, postgresDialect);

describe('the sql tag', () => {
  it('makes a parameter of each value, in the order in which they stand', () => {
    const statement = sql`SELECT * FROM t WHERE a = ${'x'} AND b > ${7} AND c = ${'x'}`;
    expect(onSqlite(statement)).toEqual({
      text: 'SELECT * FROM t WHERE a = ? AND b > ? AND c = ?',
      values: ['x', 7, 'x'],
    });
    expect(onPostgres(statement)).toEqual({
      text: 'SELECT * FROM t WHERE a = $1 AND b > $2 AND c = $3',
      values: ['x', 7, 'x'],
    });
  });

  it('puts fragments in fragments, with the values of each', () => {
    const named = (name: string) => sql`r.name = ${name}`;
    const either = sql`(${named('a')} OR ${named('b')})`;
    const statement = sql`SELECT ${1} FROM r WHERE ${either} AND r.no < ${9}`;
    expect(onPostgres(statement)).toEqual({
      text: 'SELECT $1 FROM r WHERE (r.name = $2 OR r.name = $3) AND r.no < $4',
      values: [1, 'a', 'b', 9],
    });
    expect(onSqlite(statement).values).toEqual([1, 'a', 'b', 9]);
  });

  it('takes nulls, large numbers and bytes as they are', () => {
    const values = [null, 2n ** 60n, Buffer.from('b')];
    const [none, large, bytes] = values;
    const statement = sql`VALUES (${none ?? null}, ${large ?? null}, ${bytes ?? null})`;
    expect(onSqlite(statement)).toEqual({ text: 'VALUES (?, ?, ?)', values });
    expect(onPostgres(statement)).toEqual({ text: 'VALUES ($1, $2, $3)', values });
  });

  it('gives a truth to each database in its own way', () => {
    const statement = sql`SELECT 1 WHERE ${true} OR NOT ${false}`;
    expect(onSqlite(statement)).toEqual({ text: 'SELECT 1 WHERE ? OR NOT ?', values: [1, 0] });
    expect(onPostgres(statement)).toEqual({
      text: 'SELECT 1 WHERE $1::boolean OR NOT $2::boolean',
      values: ['true', 'false'],
    });
  });

  it('makes one parameter of a list, however long it is', () => {
    const wanted = (names: string[], ids: number[]) => sql`a IN ${names} AND b IN ${sql.numbers(ids)}`;
    const { text, values } = onSqlite(wanted(['x', 'y'], [1, 2]));
    expect(text).toBe('a IN (SELECT value FROM json_each(?)) AND b IN (SELECT value FROM json_each(?))');
    expect(values).toEqual(['["x","y"]', '[1,2]']);
    expect(onPostgres(wanted(['x'], [1])).text).toBe(
      'a IN (SELECT value FROM json_array_elements_text($1::json)) AND b IN (SELECT value::bigint AS value FROM json_array_elements_text($2::json))',
    );
    for (const render of [onSqlite, onPostgres]) {
      expect(render(wanted([], [])).text).toBe(render(wanted(['x', 'y'], [1])).text);
      expect(render(wanted([], [])).values).toEqual(['[]', '[]']);
    }
  });

  it('has the same text whatever the values are, so that a statement stays prepared', () => {
    const statement = (name: string | null, isWanted: boolean) => sql`SELECT 1 WHERE a = ${name} AND ${isWanted}`;
    for (const render of [onSqlite, onPostgres])
      expect(render(statement('a', true)).text).toBe(render(statement(null, false)).text);
  });

  it('joins fragments, and nothing to nothing', () => {
    const parts = [sql`a = ${1}`, sql`b = ${2}`, sql`c`];
    expect(onPostgres(sql`WHERE ${sql.join(parts, ' AND ')} AND ${3}`)).toEqual({
      text: 'WHERE a = $1 AND b = $2 AND c AND $3',
      values: [1, 2, 3],
    });
    expect(onSqlite(sql`x${sql.join([], ', ')}${sql.empty}y`)).toEqual({ text: 'xy', values: [] });
    expect(onSqlite(sql.join([sql`a`], ', ')).text).toBe('a');
  });

  it('chooses by the database when it is rendered', () => {
    const choice = sql.byDialect({ sqlite: sql`one(${1})`, postgres: sql`other(${2}, ${3})` });
    expect(onSqlite(sql`SELECT ${choice}`)).toEqual({ text: 'SELECT one(?)', values: [1] });
    expect(onPostgres(sql`SELECT ${0}, ${choice}`)).toEqual({ text: 'SELECT $1, other($2, $3)', values: [0, 2, 3] });
  });

  it('refuses a value that is undefined', () => {
    const name = undefined as unknown as string;
    expect(() => onSqlite(sql`SELECT ${name}`)).toThrow(/undefined/);
  });

  it('never makes SQL of a value', () => {
    const { text, values } = onSqlite(sql`SELECT ${`'; DROP TABLE t; --`} FROM ${sql.raw('t')}`);
    expect(text).toBe('SELECT ? FROM t');
    expect(values).toEqual([`'; DROP TABLE t; --`]);
  });
});

describe('functions that the databases name differently', () => {
  it('have the text of each of them', () => {
    const name = sql`r.name`;
    expect(onSqlite(jsonText(name)).text).toBe('json_quote(r.name)');
    expect(onPostgres(jsonText(name)).text).toBe(`coalesce(to_json((r.name)::text)::text, 'null')`);
    expect(onSqlite(textAfter(name, '/')).text).toBe(`substr(r.name, instr(r.name, '/') + 1)`);
    expect(onPostgres(textAfter(name, '/')).text).toBe(`substr(r.name, strpos(r.name, '/') + 1)`);
  });

  it('have the text of the indexes, which no migration changes', () => {
    const name = sql`name`;
    expect(onSqlite(siteInName(name)).text).toBe(
      `CASE WHEN instr(name, '@') BETWEEN 1 AND instr(name, '/') THEN substr(name, instr(name, '@'), instr(name, '/') - instr(name, '@')) ELSE '' END`,
    );
    expect(onPostgres(siteInName(name)).text).toBe(
      `CASE WHEN strpos(name, '@') BETWEEN 1 AND strpos(name, '/') THEN substr(name, strpos(name, '@'), strpos(name, '/') - strpos(name, '@')) ELSE '' END`,
    );
    expect(onSqlite(endingOf(name)).text).toBe(
      'lower(substr(name, -3) || substr(name, -6, 3) || substr(name, -9, 3) || substr(name, -12, 3) || substr(name, -15, 3) || substr(name, -18, 3))',
    );
    expect(onPostgres(endingOf(name)).text).toBe('lower(reverse(right(name, 18)))');
  });
});
