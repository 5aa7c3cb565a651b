/**
 * Shared parts of the JSON Schemas of packs. The products write null for absent members, so every optional member may be null.
 * Members that are valid only in one environment (numeric ids, dates, links) are not part of a spec: they are removed when a
 * file is read.
 */
import type { JsonObject } from '../../shared/json.js';

export const text: JsonObject = { type: ['string', 'null'] };
export const nonEmptyText: JsonObject = { type: 'string', minLength: 1 };
export const flag: JsonObject = { type: ['boolean', 'null'] };
export const wholeNumber: JsonObject = { type: ['integer', 'null'] };
export const anyObject: JsonObject = { type: ['object', 'null'] };

/** A text for each language. */
export const localizedText: JsonObject = { type: ['object', 'null'], additionalProperties: text };

export function listOf(items: JsonObject): JsonObject {
  return { type: ['array', 'null'], items };
}

/** An object whose members are all known; others are errors. */
export function closedObject(properties: JsonObject, required: string[] = []): JsonObject {
  return { type: 'object', required, properties, additionalProperties: false };
}

/** An object whose known members are checked; others are allowed. */
export function openObject(properties: JsonObject, required: string[] = []): JsonObject {
  return { type: 'object', required, properties };
}

/** One of the known values, or null. */
export function oneOf(values: readonly string[]): JsonObject {
  return { type: 'string', enum: [...values] };
}

/** Named settings with any values. */
export const settings: JsonObject = listOf(closedObject({ name: nonEmptyText, value: {} }, ['name']));

export const permissions: JsonObject = listOf({ type: 'object' });

export const status: JsonObject = {
  type: ['object', 'integer', 'null'],
  properties: { code: { type: 'integer' }, label: text, label_i18n: text },
};
