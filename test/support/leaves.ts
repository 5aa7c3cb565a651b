/** Leaves of JSON, odd values for them, and whether problems name a place: for the laws that nothing is lost without a word. */
import fc from 'fast-check';
import { parseExactJson } from '../../src/shared/exactNumbers.js';
import type { JsonObject, JsonValue } from '../../src/shared/json.js';

export type Leaf = [path: string[], value: JsonValue];

/** Every value that is no object and no list, and every empty one of these, with its place. */
export function leavesOf(root: JsonValue): Leaf[] {
  const leaves: Leaf[] = [];
  const stack: Leaf[] = [[[], root]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [path, value] = next;
    const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    if (inner.length === 0) leaves.push(next);
    else stack.push(...inner.map(([key, one]): Leaf => [[...path, key], one]));
  }
  return leaves;
}

/** The value at a place; undefined where there is none. */
export function valueAt(root: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, key) => {
    const isHere = typeof value === 'object' && value !== null && Object.keys(value).includes(key);
    return isHere ? (value as JsonObject)[key] : undefined;
  }, root);
}

/** A copy with another value at a place, or, with undefined, without it. */
export function changedAt(root: JsonValue, [key, ...rest]: readonly string[], value: JsonValue | undefined): JsonValue {
  if (key === undefined) return value ?? null;
  const change = (inner: JsonValue): JsonValue | undefined =>
    rest.length === 0 ? value : changedAt(inner, rest, value);
  if (Array.isArray(root)) return root.flatMap((one, index) => (String(index) === key ? (change(one) ?? []) : [one]));
  const entries = Object.entries(root as JsonObject);
  if (!entries.some(([name]) => name === key)) entries.push([key, null]);
  return Object.fromEntries(entries.flatMap(([name, one]) => {
    const now = name === key ? change(one) : one;
    return now === undefined ? [] : [[name, now]];
  })); // prettier-ignore
}

/** Names that products use for what is bound to a source, names that objects of JavaScript have, and names of nobody. */
export const oddKey = fc.constantFrom(
  ...['id', 'siteId', 'userId', 'creator', 'datePublished', 'actions', 'name', 'type', 'version', 'description'],
  ...['constructor', '__proto__', 'toString', '', 'brandNew', 'ключ', 'a b', 'length', 'owner'],
);

const oddText = fc.constantFrom(
  '',
  ' ',
  'odd',
  '07',
  'line\r\nbreak',
  '\u2028\u200b\ufeff',
  '=1+1',
  '\u{1f4a1}e\u0301',
  'null',
);
/** Values that are easily taken for none, and some that are easily taken for another. */
export const oddValue: fc.Arbitrary<JsonValue> = fc.oneof(
  oddText,
  fc.constantFrom<JsonValue>(null, false, true, 0, -1, 1e21, 0.1, [], {}, [null], [''], { inner: null }, [
    { x: false },
  ]),
);

/** Also numbers that cannot be stored exactly; `exactJson` writes them as they stand here. */
export const oddOrInexact: fc.Arbitrary<JsonValue> = fc.oneof(
  { arbitrary: oddValue, weight: 6 },
  {
    arbitrary: fc
      .constantFrom('1e400', '12345678901234567890', '-0.1000000000000000055', '[1,{"x":1e-400}]')
      .map(parseExactJson),
    weight: 1,
  },
);

/** A document with odd values at places of it, each new or instead of what was there. Gives their places too. */
export function withOddities(
  base: JsonValue,
  keys: fc.Arbitrary<string> = oddKey,
  values: fc.Arbitrary<JsonValue> = oddValue,
): fc.Arbitrary<{ document: JsonValue; paths: string[][] }> {
  const holders = holdersOf(base);
  const oddity = fc.record({
    at: fc.nat({ max: holders.length - 1 }),
    key: keys,
    old: fc.nat(),
    isNew: fc.boolean(),
    value: values,
  });
  return fc.array(oddity, { minLength: 1, maxLength: 4 }).map((oddities) => {
    let document = base;
    const paths: string[][] = [];
    for (const { at, key, old, isNew, value } of oddities) {
      const holder = holders[at] ?? [];
      const known = Object.keys(valueAt(base, holder) as JsonObject);
      const name = isNew || known.length === 0 ? key : known[old % known.length]!;
      const around = valueAt(document, holder);
      if (typeof around !== 'object' || around === null || Array.isArray(around)) continue;
      document = changedAt(document, [...holder, name], value);
      paths.push([...holder, name]);
    }
    return { document, paths };
  });
}

function holdersOf(root: JsonValue): string[][] {
  const found: string[][] = [];
  const stack: Leaf[] = [[[], root]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [path, value] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) found.push(path);
    stack.push(...Object.entries(value).map(([key, one]): Leaf => [[...path, key], one]));
  }
  return found;
}

interface Told {
  message: string;
  path: readonly string[];
}

/** Whether a problem names a place, or one around it: by its path, or in its sentence with dots or as a JSON Pointer, `*` for any name. */
export function isTold(path: readonly string[], problems: readonly Told[]): boolean {
  return problems.some(({ message, path: at }) => {
    const pointers = [...message.matchAll(/(?<![\w"])(\/[^\s,;]+)/g)].map(([, pointer = '']) =>
      pointer.slice(1).split('/'),
    );
    const quoted = [...message.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([text]) => JSON.parse(text) as string);
    // A key may hold dots itself, as the name of a file does.
    const dotted = quoted.flatMap((text) => [text.split('.'), [text]]);
    return [...pointers, ...dotted, ...(at.length > 0 ? [at] : [])].some((place) => isAround(place, path));
  });
}

/** Whether a place, which may begin anywhere on the way, ends on the way to a path. */
function isAround(place: readonly string[], path: readonly string[]): boolean {
  return path.some((_, end) => {
    const way = path.slice(0, end + 1);
    return (
      place.length <= way.length &&
      place.every((key, index) => key === '*' || key === way[way.length - place.length + index])
    );
  });
}
