import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json.js';
import { escapePointerSegment } from '../../../shared/jsonPointer.js';

/** One place at which an update would change a resource. */
export interface FieldDifference {
  /** JSON Pointer into the spec; `title` for the title of the resource. */
  path: string;
  before: JsonValue;
  after: JsonValue;
  /** Whether there was no value: a value may also be null. */
  isAdded: boolean;
  isRemoved: boolean;
}

/**
 * The differences of two specs, as a generator so that the caller can stop early. Objects and arrays are compared member by
 * member. Specs are at most 100 levels deep.
 */
export function* specDifferences(
  before: JsonObject | JsonValue[],
  after: JsonObject | JsonValue[],
  path = '',
): Generator<FieldDifference> {
  for (const key of Object.keys(before)) {
    const place = `${path}/${escapePointerSegment(key)}`;
    const old = memberOf(before, key);
    if (!Object.hasOwn(after, key)) {
      yield { path: place, before: old, after: null, isAdded: false, isRemoved: true };
      continue;
    }
    const now = memberOf(after, key);
    if ((isJsonObject(old) && isJsonObject(now)) || (Array.isArray(old) && Array.isArray(now)))
      yield* specDifferences(old, now, place);
    else if (old !== now) yield { path: place, before: old, after: now, isAdded: false, isRemoved: false };
  }
  for (const key of Object.keys(after)) {
    if (Object.hasOwn(before, key)) continue;
    const added = { path: `${path}/${escapePointerSegment(key)}`, before: null, after: memberOf(after, key) };
    yield { ...added, isAdded: true, isRemoved: false };
  }
}

function memberOf(parent: JsonObject | JsonValue[], key: string): JsonValue {
  return (parent as JsonObject)[key] ?? null;
}
