/**
 * Finds names near a text if a kind has too many names to compare all of them: its neighbours in the alphabetical order of
 * names, and in that of reversed names. A single typo leaves the beginning and the ending unchanged. If more names share both
 * than are read, all spellings with one changed letter are looked up. The work per text is bounded, however many names there
 * are.
 */
import { type Sql, type SqlConnection, endingOf, jsonText, sql } from '../../../database/worker.js';
import { spellingsOf, type OpenEnds } from './spellings.js';

/** A table that contains the names of one kind. */
export interface NameShelf {
  table: Sql;
  /** The column that identifies a row, and whether it holds numbers. */
  key: { column: Sql; isNumber: boolean };
  kind: string;
  /** Condition on its rows `x`, without the kind. */
  scope: Sql;
  /** Its rows `x` by the endings of their names. */
  byEnding: EndingOrder;
  /** Whether its index orders names in lower case. */
  isFolded: boolean;
  /** Whether its index also contains names of other kinds. */
  isMixed: boolean;
}

/** How to read names by their endings. */
interface EndingOrder {
  /** What stands after `FROM`; has rows `x`. */
  from: Sql;
  /** The ending of a row, see `endingOf`. */
  ending: Sql;
  /** Condition on its rows, the kind included. */
  scope: Sql;
}

/** The order of a table with an index of the endings, on rows `x`. */
export function endingsOf({ table, scope, kind }: Pick<NameShelf, 'table' | 'scope' | 'kind'>): EndingOrder {
  return { from: sql`${table} x`, ending: endingOf(sql`x.name`), scope: sql`${scope} AND x.kind = ${kind}` };
}

/** A name on the shelf. */
export interface NameRow {
  key: string | number;
  kind: string;
  name: string;
  title: string | null;
}

/** How many names before a text, and after it, are read in each order. */
const neighbourCount = 20;
/** Maximum number of rows that are read to skip names of other kinds. */
const maxPassed = 400;
/** Maximum number of spellings that are looked up: for all texts together, and for each. */
const maxSpellings = 40_000;
const maxSpellingsEach = 4000;
/** The index of endings compares letters in groups of `endingStep`, up to `maxEnding`; see `endingOf`. */
const endingStep = 3;
const maxEnding = 18;

/** All names of a shelf. */
export function allNames(connection: SqlConnection, { table, scope, kind, key }: NameShelf): Promise<NameRow[]> {
  return connection.all(
    sql`SELECT x.${key.column} AS key, x.kind, x.name, x.title FROM ${table} x WHERE ${scope} AND x.kind = ${kind}`,
  );
}

/** The names near each text. */
export async function namesNear(
  connection: SqlConnection,
  shelf: NameShelf,
  texts: ReadonlySet<string>,
): Promise<Map<string, NameRow[]>> {
  const near = await readNeighbours(connection, shelf, [...texts]);
  const maxEach = Math.min(maxSpellingsEach, Math.floor(maxSpellings / Math.max(1, near.length)));
  const found = new Map<string, NameRow[]>();
  const textsBySpelling = new Map<string, string[]>();
  for (const neighbours of near) {
    const { text, lists } = neighbours;
    found.set(text, Object.values(lists).flat());
    for (const spelling of spellingsFor(shelf, neighbours, maxEach)) {
      const spelledFor = textsBySpelling.get(spelling);
      if (spelledFor) spelledFor.push(text);
      else textsBySpelling.set(spelling, [text]);
    }
  }
  for (const row of await readSpelled(connection, shelf, [...textsBySpelling.keys()])) {
    for (const text of textsBySpelling.get(folded(shelf, row.name)) ?? []) found.get(text)?.push(row);
  }
  return found;
}

/** The neighbours of a text in both orders. */
interface Neighbours {
  text: string;
  lists: { before: NameRow[]; after: NameRow[]; endBefore: NameRow[]; endAfter: NameRow[] };
}

/** The spellings to look up, if more names share the beginning and the ending of the text than were read. */
function spellingsFor(shelf: NameShelf, { text, lists }: Neighbours, max: number): string[] {
  const namesIn = (rows: readonly NameRow[]) => rows.map(({ name }) => name);
  const ends: OpenEnds = {
    beginning: Math.max(
      ...[lists.before, lists.after].map((rows) =>
        openBeginning(
          shelf,
          folded(shelf, text),
          namesIn(rows).map((name) => folded(shelf, name)),
        ),
      ),
    ),
    ending: Math.max(
      ...[lists.endBefore, lists.endAfter].map((rows) => openEnding(foldCase(text), namesIn(rows).map(foldCase))),
    ),
  };
  const names = namesIn(Object.values(lists).flat()).map((name) => folded(shelf, name));
  return spellingsOf(folded(shelf, text), { names, ends, max });
}

function folded({ isFolded }: NameShelf, name: string): string {
  return isFolded ? foldCase(name) : name;
}

async function readNeighbours(connection: SqlConnection, shelf: NameShelf, texts: string[]): Promise<Neighbours[]> {
  const { kind } = shelf;
  const rows = await connection.all<Record<keyof Neighbours['lists'], string | null> & { text: string }>(
    sql`SELECT n.value AS text, ${beginning(shelf, '<')} AS before, ${beginning(shelf, '>=')} AS after,
       ${ending(shelf, '<')} AS end_before, ${ending(shelf, '>=')} AS end_after
     FROM ${texts} AS n`,
  );
  const rowsIn = (list: string | null) =>
    (JSON.parse(`[${list ?? ''}]`) as [string | number, string, string | null][]).map(
      ([rowKey, name, rowTitle]): NameRow => ({ key: rowKey, kind, name, title: rowTitle }),
    );
  return rows.map(({ text, before, after, endBefore, endAfter }) => ({
    text,
    lists: {
      before: rowsIn(before),
      after: rowsIn(after),
      endBefore: rowsIn(endBefore),
      endAfter: rowsIn(endAfter),
    },
  }));
}

/** Names before a text `n.value` (the nearest first), or from it on, as a JSON list without its brackets. */
type Order = '<' | '>=';

function beginning(shelf: NameShelf, order: Order): Sql {
  const { table, scope, kind, isFolded, isMixed } = shelf;
  const orderOf = (name: Sql) => (isFolded ? sql`lower(${name})` : name);
  const compared = { own: orderOf(sql`x.name`), given: orderOf(sql`n.value`) };
  if (!isMixed)
    return listOf(
      shelf,
      sql`SELECT ${columnsOf(shelf)} FROM ${table} x WHERE ${scope} AND x.kind = ${kind}
        AND ${inOrder(compared, order, neighbourCount)}`,
    );
  return listOf(
    shelf,
    sql`SELECT p.key, p.name, p.title FROM (SELECT ${columnsOf(shelf)}, x.kind FROM ${table} x WHERE ${scope}
      AND ${inOrder(compared, order, maxPassed)}) AS p WHERE p.kind = ${kind} LIMIT ${neighbourCount}`,
  );
}

function ending(shelf: NameShelf, order: Order): Sql {
  const { from, scope, ending: own } = shelf.byEnding;
  const compared = { own, given: endingOf(sql`n.value`) };
  return listOf(
    shelf,
    sql`SELECT ${columnsOf(shelf)} FROM ${from} WHERE ${scope} AND ${inOrder(compared, order, neighbourCount)}`,
  );
}

function inOrder({ own, given }: { own: Sql; given: Sql }, order: Order, limit: number): Sql {
  return order === '<'
    ? sql`${own} < ${given} ORDER BY ${own} DESC LIMIT ${limit}`
    : sql`${own} >= ${given} ORDER BY ${own} ASC LIMIT ${limit}`;
}

function listOf({ key }: NameShelf, rows: Sql): Sql {
  const ofKey = key.isNumber ? sql`s.key` : jsonText(sql`s.key`);
  const [name, title] = [jsonText(sql`s.name`), jsonText(sql`s.title`)];
  return sql`(SELECT string_agg('[' || ${ofKey} || ',' || ${name} || ',' || coalesce(${title}, 'null') || ']', ',')
    FROM (${rows}) AS s)`;
}

function columnsOf({ key }: NameShelf): Sql {
  return sql`x.${key.column} AS key, x.name, x.title`;
}

async function readSpelled(
  connection: SqlConnection,
  { table, scope, kind, key, isFolded }: NameShelf,
  spellings: readonly string[],
): Promise<NameRow[]> {
  if (spellings.length === 0) return [];
  const name = isFolded ? sql`lower(x.name)` : sql`x.name`;
  // CROSS JOIN fixes the order: one index look-up per spelling.
  return connection.all(
    sql`SELECT x.${key.column} AS key, x.kind, x.name, x.title FROM ${spellings} AS n CROSS JOIN ${table} x
     WHERE ${scope} AND x.kind = ${kind} AND ${name} = n.value`,
  );
}

/** The length of a shared beginning from which on all such names are among the neighbours on one side. */
function openBeginning({ isMixed }: NameShelf, text: string, names: readonly string[]): number {
  if (names.length < neighbourCount) return isMixed ? Number.POSITIVE_INFINITY : 0;
  return Math.min(...names.map((name) => sharedLength(Array.from(text), Array.from(name)))) + 1;
}

/** The same for a shared ending. */
function openEnding(text: string, names: readonly string[]): number {
  if (names.length < neighbourCount) return 0;
  const shared = Math.min(...names.map((name) => sharedLength(Array.from(text).reverse(), Array.from(name).reverse())));
  const length = (Math.floor(shared / endingStep) + 1) * endingStep;
  return length > maxEnding ? Number.POSITIVE_INFINITY : length;
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

/** As the databases do: only ASCII letters. */
function foldCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
