/** Looks into specs by patterns, with the place of everything that is found. What is not of the expected shape is passed over. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import { pointerSegments } from '../../shared/jsonPointer.js';
import { ownMember } from './objectCopies.js';

/** An object inside a spec and where it stands, as segments from the root of the spec. */
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

/** Every object at a place; `at` is a JSON Pointer in which `*` stands for any element. */
export function partsAt(spec: JsonObject, at: string): Part[] {
  return valuesAt(spec, at).filter((place): place is Part => isJsonObject(place.value));
}

/** Every text at a place that is not empty. */
export function textsAt(spec: JsonObject, at: string): TextPlace[] {
  return valuesAt(spec, at).flatMap(({ value, path }) =>
    typeof value === 'string' && value !== '' ? [{ text: value, path }] : [],
  );
}

/** A member that is a text, or undefined; an empty one is none. */
export function textMember(object: JsonObject, key: string): string | undefined {
  const value = ownMember(object, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A member that is an array; none is an empty one. */
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
