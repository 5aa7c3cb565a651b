/**
 * SQL that carries its values, so that a statement is written in one place and its parts are put together by interpolation:
 *
 *     const mine = sql`r.branch_id = ${branchId}`;
 *     connection.all<Row>(sql`SELECT r.id FROM resource r WHERE ${mine} AND r.kind IN ${kinds} AND ${isSelected}`);
 *
 * A value becomes a parameter, a list of texts one parameter with a JSON array. Differences between the databases are resolved when a
 * connection runs the statement: a fragment needs no connection, and can be a constant of a module.
 */

/** The value of a column, on every database. */
export type SqlValue = string | number | bigint | Buffer | null;

/** What can stand between `${` and `}`: a fragment, a value, or the texts of a list: `x IN ${texts}`, `FROM ${texts} AS t (value)`. */
export type SqlInput = Sql | SqlValue | boolean | readonly string[];

export type DialectName = 'sqlite' | 'postgres';

/** A statement, or a part of one. */
export class Sql {
  /** `strings` has one text more than `inputs`: the texts before, between and after them. */
  constructor(
    readonly strings: readonly string[],
    readonly inputs: readonly (SqlInput | NumberList | DialectChoice)[] = [],
  ) {}
}

/** A list of integers. */
export class NumberList {
  constructor(readonly numbers: readonly number[]) {}
}

/** A fragment for each database. */
export class DialectChoice {
  constructor(readonly of: Readonly<Record<DialectName, Sql>>) {}
}

const empty = new Sql(['']);

function tag(strings: TemplateStringsArray, ...inputs: SqlInput[]): Sql {
  return new Sql(strings, inputs);
}

/** Joins fragments; empty for none. */
function join(fragments: readonly Sql[], separator: string): Sql {
  if (fragments.length === 0) return empty;
  return new Sql(['', ...fragments.slice(1).map(() => separator), ''], fragments);
}

export const sql = Object.assign(tag, {
  join,
  /** The empty fragment. */
  empty,
  /** A text that is SQL itself, such as the name of a column. Never a text from outside the code. */
  raw: (text: string): Sql => new Sql([text]),
  /** A list of whole numbers: `x IN ${sql.numbers(ids)}`. Named, because an empty list does not tell what it is a list of. */
  numbers: (numbers: readonly number[]): Sql => new Sql(['', ''], [new NumberList(numbers)]),
  /** A fragment that has to be written differently for each database. */
  byDialect: (of: Readonly<Record<DialectName, Sql>>): Sql => new Sql(['', ''], [new DialectChoice(of)]),
});
