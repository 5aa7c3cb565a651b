/**
 * Copies of JSON objects in which some members differ. What does not change is shared with the original, and an object in which
 * nothing changes is given back itself. Members are defined, never assigned: a key `__proto__` is a key like any other.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import { pointerSegments } from '../../shared/jsonPointer.js';

/** The value of an own member; what the object's prototype has is not there. */
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

/** Maps the value of every member; keys and their order stay. */
export function mapMembers(object: JsonObject, map: (value: JsonValue, key: string) => JsonValue): JsonObject {
  const entries = Object.entries(object).map(([key, value]): [string, JsonValue] => [key, map(value, key)]);
  return entries.some(([key, value]) => value !== object[key]) ? Object.fromEntries(entries) : object;
}

/** Maps every element; an array in which nothing changes is given back itself. */
export function mapElements(array: JsonValue[], map: (value: JsonValue, index: number) => JsonValue): JsonValue[] {
  const mapped = array.map(map);
  return mapped.some((value, index) => value !== array[index]) ? mapped : array;
}

/** Maps the value of one member, if the object has it; all else stays. */
export function mapMember(object: JsonObject, key: string, map: (value: JsonValue) => JsonValue): JsonObject {
  const value = ownMember(object, key);
  if (value === undefined) return object;
  const mapped = map(value);
  return mapped === value ? object : mapMembers(object, (other, otherKey) => (otherKey === key ? mapped : other));
}
