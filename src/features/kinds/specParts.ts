/** Finds parts of specs by patterns, with their paths. Parts without the expected shape are ignored. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import { pointerSegments } from '../../shared/jsonPointer.js';
import { ownMember } from './objectCopies.js';

/** An object in a spec, and its path from the root. */
export interface Part {
  value: JsonObject;
  path: string[];
}

/** A text inside a spec. */
export interface TextPlace {
  text: string;
  path: string[];
}

interface ValuePlace {
  value: JsonValue | undefined;
  path: string[];
}

/** Every object at a JSON Pointer in which `*` means any element. */
export function partsAt(spec: JsonObject, at: string): Part[] {
  return valuesAt(spec, at).filter((place): place is Part => isJsonObject(place.value));
}

/** Every non-empty text at such a pointer. */
export function textsAt(spec: JsonObject, at: string): TextPlace[] {
  return valuesAt(spec, at).flatMap(({ value, path }) =>
    typeof value === 'string' && value !== '' ? [{ text: value, path }] : [],
  );
}

/** A text member; undefined if it is absent, empty or no text. */
export function textMember(object: JsonObject, key: string): string | undefined {
  const value = ownMember(object, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An array member; empty if it is absent or no array. */
export function arrayMember(object: JsonObject, key: string): readonly JsonValue[] {
  const value = ownMember(object, key);
  return Array.isArray(value) ? value : [];
}

function valuesAt(spec: JsonObject, at: string): ValuePlace[] {
  let places: ValuePlace[] = [{ value: spec, path: [] }];
  for (const segment of pointerSegments(at)) {
    places = places.flatMap(({ value, path }) => {
      if (segment !== '*') {
        return isJsonObject(value) ? [{ value: ownMember(value, segment), path: [...path, segment] }] : [];
      }
      return Array.isArray(value)
        ? value.map((element, index) => ({ value: element, path: [...path, String(index)] }))
        : [];
    });
  }
  return places;
}
