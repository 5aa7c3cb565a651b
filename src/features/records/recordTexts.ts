import type { JsonObject } from '../../shared/json.js';
import { toPointer } from '../../shared/jsonPointer.js';
import { lowerAscii } from '../../shared/lowerAscii.js';

/** A text that only one resource may have, without regard to case, and its place as a JSON Pointer; null is nothing to compare. */
export interface ComparedText {
  at: string;
  text: string | null;
}

/** The values of a record in fields that its parent compares. Null, nothing and the empty text are no values. */
export function recordTexts(spec: JsonObject, fields: readonly string[]): ComparedText[] {
  return fields.map((field) => {
    const value = Object.hasOwn(spec, field) ? spec[field] : undefined;
    const isCompared =
      typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '');
    return { at: placeOfField(field), text: isCompared ? lowerAscii(String(value)) : null };
  });
}

/** Where a field stands in a record. */
export function placeOfField(field: string): string {
  return toPointer([field]);
}
