/**
 * Copies of JSON objects with changed members. Unchanged values are shared with the original; if nothing changes, the original
 * is returned. Members are defined, not assigned, so a key `__proto__` is an ordinary key.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import { pointerSegments } from '../../shared/jsonPointer.js';

/** The value of an own member; members of the prototype are ignored. */
export function ownMember(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The value that a JSON Pointer leads to, over own members only. */
export function valueAt(spec: JsonObject, at: string): JsonValue | undefined {
  let value: JsonValue | undefined = spec;
  for (const segment of pointerSegments(at)) {
    if (Array.isArray(value)) value = /^\d+$/.test(segment) ? value[Number(segment)] : undefined;
    else value = isJsonObject(value) ? ownMember(value, segment) : undefined;
  }
  return value;
}

/** Maps the value of every member; keeps keys and their order. */
export function mapMembers(object: JsonObject, map: (value: JsonValue, key: string) => JsonValue): JsonObject {
  const entries = Object.entries(object).map(([key, value]): [string, JsonValue] => [key, map(value, key)]);
  return entries.some(([key, value]) => value !== object[key]) ? Object.fromEntries(entries) : object;
}

/** Maps every element; returns the array itself if nothing changes. */
export function mapElements(array: JsonValue[], map: (value: JsonValue, index: number) => JsonValue): JsonValue[] {
  const mapped = array.map(map);
  return mapped.some((value, index) => value !== array[index]) ? mapped : array;
}

/** Maps the value of one member, if the object has it. */
export function mapMember(object: JsonObject, key: string, map: (value: JsonValue) => JsonValue): JsonObject {
  const value = ownMember(object, key);
  if (value === undefined) return object;
  const mapped = map(value);
  return mapped === value ? object : mapMembers(object, (other, otherKey) => (otherKey === key ? mapped : other));
}
