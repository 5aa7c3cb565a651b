import type { JsonObject } from '../../shared/json.js';
import { toPointer } from '../../shared/jsonPointer.js';
import { lowerAscii } from '../../shared/lowerAscii.js';

/** A text that must be unique, case-insensitive, and its place as a JSON Pointer. A null text is not compared. */
export interface ComparedText {
  at: string;
  text: string | null;
}

/** The values of a record in fields that its parent declares unique. Null, absent and empty values are not compared. */
export function recordTexts(spec: JsonObject, fields: readonly string[]): ComparedText[] {
  return fields.map((field) => {
    const value = Object.hasOwn(spec, field) ? spec[field] : undefined;
    const isCompared =
      typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '');
    return { at: placeOfField(field), text: isCompared ? lowerAscii(String(value)) : null };
  });
}

/** JSON Pointer of a field in a record. */
export function placeOfField(field: string): string {
  return toPointer([field]);
}
