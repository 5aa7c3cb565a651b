import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { entriesOf, fastDataKinds, malformed, nameOfEntry } from './looseShapes.js';
import type { LooseEntry, LooseItem } from './looseShapes.js';
import { Members, textOf } from './members.js';

/** Returns the name of something that a configuration refers to by id; the id itself if the file does not contain it. */
export type NameOf = (idOrName: string) => string;

const nameKeys = ['name', 'collection', 'collectionName', 'projectionId', 'id'];
const castKeys = ['castFunction', 'castFunctionId', 'cast'];

/** The collection of a projection, which is its name in Waybill. */
export function projectionName(entry: LooseEntry): string {
  return nameOfEntry(entry, nameKeys);
}

/** Reads a projection from a system of a Console configuration. */
export function projectionItem(entry: LooseEntry, parent: string, castFunctionNameOf: NameOf): LooseItem {
  const name = projectionName(entry);
  const item = { kind: fastDataKinds.projection, name, parent, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value)) return { ...item, spec: {}, problems: [malformed('projection', name, 'is not an object')] };
  const members = new Members(value);
  members.text(nameKeys);
  const sourceId = members.text(['projectionId', 'id']);
  const { fields = [], left } = fieldsOf(members, castFunctionNameOf);
  const rest = members.pick(['indexes', 'tags', 'description']);
  const topics = topicsOf(members);
  return { ...item, sourceId, spec: { fields, ...rest, ...topics }, left: [...members.left(), ...left] };
}

/**
 * Reads the member `topics`: each is a name, or an object with a name. Empty names are kept, because `pr-update` may be empty on
 * purpose.
 */
export function topicsOf(members: Members): JsonObject {
  const topics = members.first(['topics'], (_, inner): JsonObject | undefined => {
    if (inner === undefined) return undefined;
    const [ingestion, prUpdate] = [inner.first(['ingestion'], topicName), inner.first(['prUpdate', 'pr-update'], topicName)]; // prettier-ignore
    return { ...(ingestion !== undefined && { ingestion }), ...(prUpdate !== undefined && { prUpdate }) };
  });
  return topics === undefined ? {} : { topics };
}

function topicName(topic: JsonValue, inner: Members | undefined): JsonValue | undefined {
  return inner ? inner.pick(['name'])['name'] : (topic ?? undefined);
}

/** The fields, and the places in them that were left out. Undefined if the member `fields` is neither a list nor an object. */
export interface ReadFields {
  fields?: JsonValue[];
  left: string[];
}

/** Reads fields from a list, or from an object keyed by name. Unknown members of a field are kept. */
export function fieldsOf(members: Members, castFunctionNameOf: NameOf): ReadFields {
  const value = members.see('fields');
  if (typeof value !== 'object' || value === null) return { left: [] };
  members.pick(['fields']);
  const read = entriesOf(value, '').map((entry) => fieldOf(entry, castFunctionNameOf));
  return { fields: read.map(({ field }) => field), left: read.flatMap(({ left }) => left) };
}

function fieldOf({ key, value }: LooseEntry, castFunctionNameOf: NameOf): { field: JsonValue; left: string[] } {
  if (!isJsonObject(value)) return { field: value, left: [] };
  const members = new Members(value);
  const castFunction = members.first(castKeys, (given, inner) => {
    const id = inner ? inner.text(['functionId', 'castFunctionId', 'id', 'name']) : textOf(given);
    return id === undefined ? undefined : castFunctionNameOf(id);
  });
  // Null and an empty text mean: no cast function.
  members.same(castKeys, null, '');
  const named = { ...(key !== undefined && { name: key }), ...(castFunction !== undefined && { castFunction }) };
  return { field: { ...named, ...members.rest() }, left: members.leftInside().map((inner) => `fields.*.${inner}`) };
}
