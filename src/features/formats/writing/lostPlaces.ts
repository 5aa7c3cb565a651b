/** Compares a stored spec with the spec that a reader gets from the exported file. */
import type { JsonObject, JsonValue } from '../../../shared/json.js';

/** A value of a stored spec that the exported file does not contain. */
export interface LostPlace {
  path: string[];
  /** The path with `*` for elements of lists. */
  pattern: string[];
  value: JsonValue;
  /** The value that a reader gets at this place; undefined if there is none. */
  instead: JsonValue | undefined;
}

type Place = Pick<LostPlace, 'path' | 'pattern'>;

/** The places of all stored values that the read spec lacks. Additional values are ignored. Iterative. */
export function lostPlaces(stored: JsonValue, read: JsonValue | undefined): LostPlace[] {
  const lost: LostPlace[] = [];
  const left: LostPlace[] = [{ path: [], pattern: [], value: stored, instead: read }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, instead } = next;
    if (value === instead) continue;
    if (isEntered(value, instead)) left.push(...membersOf(value, instead, next).reverse());
    else lost.push(next);
  }
  return lost;
}

/** A missing object is compared member by member too, because the reasons may differ. */
function isEntered(value: JsonValue, instead: JsonValue | undefined): value is JsonObject | JsonValue[] {
  if (typeof value !== 'object' || value === null) return false;
  if (instead === undefined) return !Array.isArray(value) && Object.keys(value).length > 0;
  return typeof instead === 'object' && instead !== null && Array.isArray(value) === Array.isArray(instead);
}

function membersOf(
  value: JsonObject | JsonValue[],
  instead: JsonValue | undefined,
  { path, pattern }: Place,
): LostPlace[] {
  const isList = Array.isArray(value);
  const read = instead as JsonObject | undefined;
  return Object.entries(value).map(([key, member]) => ({
    path: [...path, key],
    pattern: [...pattern, isList ? '*' : key],
    value: member,
    instead: read && Object.hasOwn(read, key) ? read[key] : undefined,
  }));
}
