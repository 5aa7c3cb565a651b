import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { isErSchema } from './configFile.js';
import { fastDataKinds, malformed, nameOfEntry } from './looseShapes.js';
import type { LooseEntry, LooseItem } from './looseShapes.js';
import { Members, textOf } from './members.js';
import { fieldsOf } from './projectionItems.js';
import type { NameOf } from './projectionItems.js';

/** Members of an entry that may hold the ER schema's file. The entry itself is tried first. */
const erSchemaPlaces = ['erSchema', 'schema', 'content', 'configuration', 'config'];
const erSchemaNames = ['name', 'erSchemaId', 'id'];
const singleViewNames = ['name', 'collection', 'singleViewId', 'id'];

const singleViewMembers = [
  ...['indexes', 'aggregation', 'projectionChangesSchema', 'singleViewKey', 'kafkaProjectionUpdates'],
  ...['internalEndpoints', 'tags', 'description'],
];

export function erSchemaName(entry: LooseEntry): string {
  return nameOfEntry(entry, erSchemaNames);
}

/** Reads an ER schema from a Console configuration. */
export function erSchemaItem(entry: LooseEntry): LooseItem {
  const name = erSchemaName(entry);
  const item = { kind: fastDataKinds.erSchema, name, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value)) return { ...item, spec: {}, problems: [malformed('ER schema', name, 'is not an object')] };
  const place = erSchemaPlace(value);
  if (place === undefined)
    return { ...item, spec: {}, problems: [malformed('ER schema', name, 'has no "config" with its collections')] };
  const members = new Members(value);
  members.text(erSchemaNames);
  const sourceId = members.text(['erSchemaId', 'id']);
  const inner = place === '' ? members.pick(['version', 'config']) : fileAt(members, place);
  const outer = members.pick(['description', ...('version' in inner ? [] : ['version'])]);
  return { ...item, sourceId, spec: { ...outer, ...inner }, left: members.left() };
}

/** The member that holds the file; `''` is the entry itself. An ER schema without relations is valid. */
function erSchemaPlace(value: JsonObject): string | undefined {
  const at = (place: string): JsonValue | undefined => (place === '' ? value : value[place]);
  const places = ['', ...erSchemaPlaces].filter((place) => isJsonObject(at(place)));
  const hasConfig = (file: JsonValue | undefined): boolean => isJsonObject(file) && isJsonObject(file['config']);
  return places.find((place) => isErSchema(at(place))) ?? places.find((place) => hasConfig(at(place)));
}

function fileAt(members: Members, place: string): JsonObject {
  return members.first([place], (_, inner) => inner?.pick(['version', 'config'])) ?? {};
}

/** Names of the resources that a single view refers to by id. */
export interface ReferredNames {
  erSchemaNameOf: NameOf;
  systemNameOf: NameOf;
  projectionNameOf: NameOf;
}

/** Reads a single view from a Console configuration. */
export function singleViewItem(entry: LooseEntry, names: ReferredNames): LooseItem {
  const name = nameOfEntry(entry, singleViewNames);
  const item = { kind: fastDataKinds.singleView, name, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value))
    return { ...item, spec: {}, problems: [malformed('single view', name, 'is not an object')] };
  const members = new Members(value);
  members.text(singleViewNames);
  const sourceId = members.text(['singleViewId', 'id']);
  const { fields, left } = fieldsOf(members, (id) => id);
  const { strategies } = members.pick(['strategies']);
  const spec = {
    ...erSchemaOf(members, names.erSchemaNameOf),
    ...(fields !== undefined && { fields }),
    ...(strategies !== undefined && { strategies: strategiesOf(strategies, names) }),
    ...members.pick(singleViewMembers),
  };
  return { ...item, sourceId, spec, left: [...members.left(), ...left] };
}

function erSchemaOf(members: Members, nameOf: NameOf): JsonObject {
  const erSchema = members.first(['erSchema', 'erSchemaId'], (value, inner) => {
    const id = inner ? inner.text(['name', 'id', 'erSchemaId']) : textOf(value);
    return id === undefined ? undefined : nameOf(id);
  });
  return erSchema === undefined ? {} : { erSchema };
}

/** Replaces the ids in the rows by names; other members stay. */
function strategiesOf(strategies: JsonValue, names: ReferredNames): JsonValue {
  if (!Array.isArray(strategies)) return strategies;
  return strategies.map((row) => {
    if (!isJsonObject(row)) return row;
    const members = new Members(row);
    const named = (keys: readonly string[], nameOf: NameOf): string | undefined =>
      members.first(keys, (value) => (textOf(value) === undefined ? undefined : nameOf(value as string)));
    const system = named(['system', 'systemId'], names.systemNameOf);
    const projection = named(['projection', 'projectionId'], names.projectionNameOf);
    return { ...(system !== undefined && { system }), ...(projection !== undefined && { projection }), ...members.rest() }; // prettier-ignore
  });
}
