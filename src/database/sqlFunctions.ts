/** Functions that differ between the databases. */
import { lowerAscii } from '../shared/lowerAscii.js';
import { sql, type Sql } from './sql.js';

/** A text as a JSON string, with its quotes; NULL as null. */
export function jsonText(expression: Sql): Sql {
  return sql.byDialect({
    sqlite: sql`json_quote(${expression})`,
    postgres: sql`coalesce(to_json((${expression})::text)::text, 'null')`,
  });
}

/**
 * A text as a driver gives it fastest to who only writes it to a file: SQLite its UTF-8 bytes, which are neither decoded nor encoded
 * again; PostgreSQL the text.
 */
export function utf8Of(text: Sql): Sql {
  return sql.byDialect({ sqlite: sql`CAST(${text} AS BLOB)`, postgres: text });
}

/**
 * One text of its parts: expressions, of which NULL is none, and texts without quotation marks. Faster on SQLite than `||`, each of which
 * copies what stands before it.
 */
export function concat(...parts: readonly (Sql | string)[]): Sql {
  const expressions = parts.map((part) => (typeof part === 'string' ? sql.raw(`'${part}'`) : part));
  return sql`concat(${sql.join(expressions, ', ')})`;
}

/** A query of texts with their places, from 0; null gives NULL. */
export function placedTexts(texts: readonly (string | null)[]): Sql {
  const list = JSON.stringify(texts);
  return sql.byDialect({
    sqlite: sql`SELECT key, value FROM json_each(${list})`,
    postgres: sql`SELECT place::integer - 1, value FROM json_array_elements_text(${list}::json) WITH ORDINALITY AS t (value, place)`,
  });
}

/**
 * A query in `FROM` whose columns are computed once for each row. Otherwise a database that takes it into the statement around it computes
 * a column wherever that names it.
 */
export function evaluatedOnce(query: Sql): Sql {
  return sql`${query} ${sql.byDialect({ sqlite: sql`LIMIT -1`, postgres: sql`OFFSET 0` })}`;
}

/** The id that a number completes, of those that `newIds` gives. A function that makes each id would take 2 µs more. */
export function idOf({ start, first }: { start: string; first: number }, number: Sql): Sql {
  return sql.byDialect({
    sqlite: sql`printf('%s%012x', ${start}, CAST(${first} AS INTEGER) + ${number})`,
    postgres: sql`${start}::text || lpad(to_hex(${first}::bigint + ${number}), 12, '0')`,
  });
}

/** Whether a text contains another one; ASCII letters are case-insensitive. */
export function hasText(expression: Sql, text: string): Sql {
  const pattern = `%${lowerAscii(text).replaceAll(/[!%_]/g, '!$&')}%`;
  return sql`lower(${expression}) LIKE ${pattern} ESCAPE '!'`;
}

/** The part of a text after its first `mark`, one character; the whole text if there is none. */
export function textAfter(expression: Sql, mark: string): Sql {
  return sql`substr(${expression}, ${placeOf(expression, mark)} + 1)`;
}

/**
 * The site in the name of an entry, with its mark: `@SITE` in `Notice@SITE/welcome`; empty if there is none. An index uses the same
 * expression: changing it requires a migration.
 */
export function siteInName(name: Sql): Sql {
  const [at, slash] = [placeOf(name, '@'), placeOf(name, '/')];
  return sql`CASE WHEN ${at} BETWEEN 1 AND ${slash} THEN substr(${name}, ${at}, ${slash} - ${at}) ELSE '' END`;
}

/**
 * The last 18 letters of a name in lower case, in groups from the end: in this order, names with the same last 3, 6, 9, … letters are
 * neighbours. SQLite reverses groups of three letters, because reversing single letters takes twice as long. Indexes use the same
 * expression: changing it requires a migration.
 */
export function endingOf(name: Sql): Sql {
  const lastFirst = [-6, -9, -12, -15, -18].map((start) => sql` || substr(${name}, ${sql.raw(String(start))}, 3)`);
  return sql.byDialect({
    sqlite: sql`lower(substr(${name}, -3)${sql.join(lastFirst, '')})`,
    postgres: sql`lower(reverse(right(${name}, 18)))`,
  });
}

function placeOf(expression: Sql, mark: string): Sql {
  const args = sql`(${expression}, '${sql.raw(mark)}')`;
  return sql.byDialect({ sqlite: sql`instr${args}`, postgres: sql`strpos${args}` });
}

/** The type of texts in temporary tables, as in all others: PostgreSQL compares texts of two collations without an index, each with each. */
export const textColumn = sql.byDialect({ sqlite: sql`TEXT`, postgres: sql`TEXT COLLATE "C"` });
