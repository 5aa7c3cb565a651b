/** Dotted field names, such as `a.b`, in records. A key that itself contains a dot takes precedence over the path. */
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';

/** Keys that input must not set. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The value of a field; undefined if the record does not have it. */
export function valueAt(record: JsonObject, field: string): JsonValue | undefined {
  if (Object.hasOwn(record, field)) return record[field];
  let value: JsonValue | undefined = record;
  for (const segment of field.split('.')) {
    if (!isJsonObject(value) || !Object.hasOwn(value, segment)) return undefined;
    value = value[segment];
  }
  return value;
}

/** Sets a field and creates the objects around it. The caller ensures that no other value is in the way. */
export function setAt(record: JsonObject, segments: readonly string[], value: JsonValue): void {
  let inner = record;
  for (const segment of segments.slice(0, -1)) {
    const next = inner[segment];
    if (isJsonObject(next)) inner = next;
    else inner = inner[segment] = {};
  }
  inner[segments.at(-1) as string] = value;
}

/** Yields each leaf of a record with its dotted name. Lists and empty objects are leaves. */
export function* leavesOf(record: JsonObject): Generator<[field: string, value: JsonValue]> {
  const left: [string, JsonValue][] = Object.entries(record).reverse();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [field, value] = next;
    const inner = isJsonObject(value) ? Object.entries(value) : [];
    if (inner.length === 0) yield next;
    else for (const [key, member] of inner.reverse()) left.push([`${field}.${key}`, member]);
  }
}

/** Only these fields of a record, in this order. Missing fields are left out. */
export function pickFields(record: JsonObject, fields: readonly string[]): JsonObject {
  const picked: JsonObject = {};
  for (const field of fields) {
    const value = valueAt(record, field);
    if (value === undefined) continue;
    setAt(picked, Object.hasOwn(record, field) ? [field] : field.split('.'), value);
  }
  return picked;
}
