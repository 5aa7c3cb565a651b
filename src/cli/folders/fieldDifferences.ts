/**
 * The differences of two values, place by place. Elements of a list are matched by what identifies them, so that an element that was added
 * does not change all that follow; in a path, such an element is named by that. The nesting of specs is limited: this recurses.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import { escapePointerSegment } from '../../shared/jsonPointer.js';

export interface FieldDifference {
  /** A JSON Pointer, in which elements that have a name are named; `title` and the like for what is beside the spec. */
  path: string;
  /** Null if it is null, or if it is not there. */
  before: JsonValue;
  after: JsonValue;
  /** Whether it is not there before, not even as null. */
  isAdded: boolean;
  isRemoved: boolean;
}

/** Members that identify an element, the first one that all elements have. */
const identities = ['externalReferenceCode', 'name', 'key', 'id', 'basePath'];

/** Nothing if, and only if, the values are equal. */
export function* fieldDifferences(before: JsonValue, after: JsonValue, path = ''): Generator<FieldDifference> {
  if (Array.isArray(before) && Array.isArray(after)) yield* inLists(before, after, path);
  else if (isJsonObject(before) && isJsonObject(after)) yield* inObjects(before, after, path);
  else if (before !== after) yield differenceAt(path, before, after);
}

function* inObjects(before: JsonObject, after: JsonObject, path: string): Generator<FieldDifference> {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const place = `${path}/${escapePointerSegment(key)}`;
    const [had, has] = [Object.hasOwn(before, key), Object.hasOwn(after, key)];
    const [old, now] = [before[key] ?? null, after[key] ?? null];
    if (had && has) yield* fieldDifferences(old, now, place);
    else yield differenceAt(place, had ? old : undefined, has ? now : undefined);
  }
}

function* inLists(before: JsonValue[], after: JsonValue[], path: string): Generator<FieldDifference> {
  const identity = identities.find((key) => identifies(before, key) && identifies(after, key));
  if (identity === undefined || before.length + after.length === 0) {
    for (let at = 0; at < Math.max(before.length, after.length); at += 1) {
      const place = `${path}/${String(at)}`;
      if (at < Math.min(before.length, after.length))
        yield* fieldDifferences(before[at] ?? null, after[at] ?? null, place);
      else yield differenceAt(place, before[at], after[at]);
    }
    return;
  }
  const [old, now] = [byIdentity(before, identity), byIdentity(after, identity)];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const place = `${path}/${escapePointerSegment(name)}`;
    const [one, other] = [old.get(name), now.get(name)];
    if (one !== undefined && other !== undefined) yield* fieldDifferences(one, other, place);
    else yield differenceAt(place, one, other);
  }
  const kept = (list: ReadonlyMap<string, JsonValue>, others: ReadonlyMap<string, JsonValue>) =>
    [...list.keys()].filter((name) => others.has(name));
  const [first, second] = [kept(old, now), kept(now, old)];
  if (first.some((name, at) => name !== second[at])) yield differenceAt(`${path} (order)`, first, second);
}

/** The difference at a place; undefined where it is not there. */
export function differenceAt(
  path: string,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): FieldDifference {
  return {
    ...{ path, before: before ?? null, after: after ?? null },
    ...{ isAdded: before === undefined, isRemoved: after === undefined },
  };
}

function identifies(list: readonly JsonValue[], key: string): boolean {
  const names = list.map((element) => (isJsonObject(element) ? element[key] : undefined));
  return names.every((name) => typeof name === 'string' && name !== '') && new Set(names).size === names.length;
}

function byIdentity(list: readonly JsonValue[], key: string): Map<string, JsonValue> {
  // They were found to be texts.
  return new Map(list.map((element) => [(element as Record<string, string>)[key] ?? '', element]));
}
