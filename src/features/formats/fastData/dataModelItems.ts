import { isJsonObject } from '../../../shared/json.js';
import type { JsonValue } from '../../../shared/json.js';
import { fieldsOf } from './projectionItems.js';
import { entriesOf, malformed, nameOfEntry } from './looseShapes.js';
import type { LooseEntry, LooseItem } from './looseShapes.js';
import { Members } from './members.js';

const nameKeys = ['name', 'defaultName', 'id'];

/** Whether a value is the data model of one collection. */
export function isDataModel(value: JsonValue): boolean {
  return isJsonObject(value) && Array.isArray(value['fields']) && !('fieldsMapping' in value);
}

/** Reads the data model of one collection. A project has its name in `name`, the catalog in `defaultName`. */
export function dataModelItem(kind: string, entry: LooseEntry): LooseItem {
  const name = nameOfEntry(entry, nameKeys);
  const item = { kind, name, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value)) return { ...item, spec: {}, problems: [malformed('collection', name, 'is not an object')] };
  const members = new Members(value);
  members.text(nameKeys);
  const sourceId = members.text(['id']);
  const { fields, left } = fieldsOf(members, (id) => id);
  const rest = members.pick(['indexes', 'internalEndpoints', 'tags', 'description']);
  const spec = { ...(fields !== undefined && { fields }), ...rest };
  return { ...item, sourceId, spec, left: [...members.left(), ...left] };
}

/** The data models of an object keyed by id or of a list, or the value itself as a single one. */
export function dataModelEntries(value: JsonValue, at: string, fallbackName?: string): LooseEntry[] {
  return isDataModel(value) ? [{ key: fallbackName, at, value }] : entriesOf(value, at);
}
