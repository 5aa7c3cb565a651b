/** What differs between two specs, field by field. Elements of a list that have names are compared by name. */
import type { JsonObject, JsonValue } from '../json.js';
import { nameOf } from './specRows.js';

export interface Difference {
  place: string;
  before?: JsonValue;
  after?: JsonValue;
}

interface Pair {
  place: string;
  before: JsonValue | undefined;
  after: JsonValue | undefined;
}

export function differencesOf(old: JsonObject, now: JsonObject): Difference[] {
  const found: Difference[] = [];
  const open: Pair[] = [{ place: '', before: old, after: now }];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const { place, before: was, after: is } = pair;
    const parts = partsOf(was, is);
    if (parts) {
      const pairs = parts.map(([key, a, b]): Pair => ({
        place: place === '' ? key : `${place} / ${key}`,
        before: a,
        after: b,
      }));
      open.push(...pairs.reverse());
      const [before, after] = [keptKeys(was, is), keptKeys(is, was)];
      if (before.some((key, index) => key !== after[index])) found.push({ place: `${place} (order)`, before, after });
    } else if (was !== is && JSON.stringify(was) !== JSON.stringify(is))
      found.push({ place, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) });
  }
  return found;
}

/** The names of the elements that both lists have, in the order of the first. */
function keptKeys(list: JsonValue | undefined, other: JsonValue | undefined): string[] {
  const others = partsByKey(other);
  return Array.isArray(list) ? [...(partsByKey(list)?.keys() ?? [])].filter((key) => others?.has(key)) : [];
}

type PartPair = [key: string, before: JsonValue | undefined, after: JsonValue | undefined];

/** The parts of two values of one shape; undefined when they are compared as wholes. */
function partsOf(before: JsonValue | undefined, after: JsonValue | undefined): PartPair[] | undefined {
  const [a, b] = [partsByKey(before), partsByKey(after)];
  if (!a || !b || Array.isArray(before) !== Array.isArray(after)) return undefined;
  return [...new Set([...a.keys(), ...b.keys()])].map((key) => [key, a.get(key), b.get(key)]);
}

function partsByKey(value: JsonValue | undefined): Map<string, JsonValue> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const named = new Map(value.map((element) => [nameOf(element), element]));
  if (named.size === value.length && !named.has(undefined)) return named as Map<string, JsonValue>;
  return new Map(value.map((element, index) => [String(index), element]));
}
