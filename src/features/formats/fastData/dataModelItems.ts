import { isJsonObject } from '../../../shared/json.js';
import type { JsonValue } from '../../../shared/json.js';
import type { DocumentItem } from '../documents/documentReader.js';
import { fieldsOf } from './projectionItems.js';
import { entriesOf, malformed, nameOfEntry, pickMembers, pickText } from './looseShapes.js';
import type { LooseEntry } from './looseShapes.js';

/** Keys of a data model that are read. */
export const dataModelKeys: ReadonlySet<string> = new Set([
  ...['id', 'name', 'defaultName', 'type', 'fields', 'indexes', 'internalEndpoints', 'tags', 'description'],
]);

/** Claims that a value is the data model of one collection. */
export function isDataModel(value: JsonValue): boolean {
  return isJsonObject(value) && Array.isArray(value['fields']) && !('fieldsMapping' in value);
}

/** Reads the data model of one collection; a project has its name under `name`, the catalog under `defaultName`. */
export function dataModelItem(kind: string, entry: LooseEntry): DocumentItem {
  const name = nameOfEntry(entry, ['name', 'defaultName', 'id']);
  const item = { kind, name, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value)) return { ...item, spec: {}, problems: [malformed('collection', name, 'is not an object')] };
  const fields = value['fields'] === undefined ? {} : { fields: fieldsOf(value['fields'], (id) => id) };
  return {
    ...item,
    sourceId: pickText(value, ['id']),
    spec: { ...fields, ...pickMembers(value, ['indexes', 'internalEndpoints', 'tags', 'description']) },
  };
}

/** The data models of an object keyed by id, of a list, or the one that the value itself is. */
export function dataModelEntries(value: JsonValue, at: string, fallbackName?: string): LooseEntry[] {
  return isDataModel(value) ? [{ key: fallbackName, at, value }] : entriesOf(value, at);
}
