import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import type { DocumentItem } from '../documents/documentReader.js';
import { isErSchema } from './configFile.js';
import { fastDataKinds, malformed, nameOfEntry, pickMembers, pickText } from './looseShapes.js';
import type { LooseEntry } from './looseShapes.js';
import { fieldsOf } from './projectionItems.js';
import type { NameOf } from './projectionItems.js';

/** Where an ER schema's file may stand inside its entry; the entry itself comes first. */
const erSchemaPlaces = ['erSchema', 'schema', 'content', 'configuration', 'config'];

const singleViewMembers = [
  ...['indexes', 'aggregation', 'projectionChangesSchema', 'singleViewKey', 'kafkaProjectionUpdates'],
  ...['internalEndpoints', 'tags', 'description'],
];

/** Keys of an ER schema in the Console's configuration that are read. */
export const erSchemaKeys: ReadonlySet<string> = new Set([
  ...['erSchemaId', 'id', 'name', 'description', 'version', ...erSchemaPlaces],
]);

/** Keys of a single view in the Console's configuration that are read. */
export const singleViewKeys: ReadonlySet<string> = new Set([
  ...[
    'singleViewId',
    'id',
    'name',
    'collection',
    'erSchema',
    'erSchemaId',
    'fields',
    'strategies',
    ...singleViewMembers,
  ],
]);

/** The name of an ER schema. */
export function erSchemaName(entry: LooseEntry): string {
  return nameOfEntry(entry, ['name', 'erSchemaId', 'id']);
}

/** Reads an ER schema of the Console's configuration. */
export function erSchemaItem(entry: LooseEntry): DocumentItem {
  const name = erSchemaName(entry);
  const item = { kind: fastDataKinds.erSchema, name, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value)) return { ...item, spec: {}, problems: [malformed('ER schema', name, 'is not an object')] };
  const file = erSchemaFile(value);
  if (file === undefined)
    return { ...item, spec: {}, problems: [malformed('ER schema', name, 'has no "config" with its collections')] };
  const spec = { ...pickMembers(value, ['version', 'description']), ...pickMembers(file, ['version', 'config']) };
  return { ...item, sourceId: pickText(value, ['erSchemaId', 'id']), spec };
}

function erSchemaFile(value: JsonObject): JsonObject | undefined {
  const places = [value, ...erSchemaPlaces.map((key) => value[key])].filter(isJsonObject);
  // An ER schema that has no relations yet is one as well.
  return places.find(isErSchema) ?? places.find((place) => isJsonObject(place['config']));
}

/** Names of what a single view refers to by id. */
export interface ReferredNames {
  erSchemaNameOf: NameOf;
  systemNameOf: NameOf;
  projectionNameOf: NameOf;
}

/** Reads a single view of the Console's configuration. */
export function singleViewItem(entry: LooseEntry, names: ReferredNames): DocumentItem {
  const name = nameOfEntry(entry, ['name', 'collection', 'singleViewId', 'id']);
  const item = { kind: fastDataKinds.singleView, name, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value))
    return { ...item, spec: {}, problems: [malformed('single view', name, 'is not an object')] };
  return {
    ...item,
    sourceId: pickText(value, ['singleViewId', 'id']),
    spec: {
      ...erSchemaOf(value, names.erSchemaNameOf),
      ...(value['fields'] === undefined ? {} : { fields: fieldsOf(value['fields'], (id) => id) }),
      ...(value['strategies'] === undefined ? {} : { strategies: strategiesOf(value['strategies'], names) }),
      ...pickMembers(value, singleViewMembers),
    },
  };
}

function erSchemaOf(value: JsonObject, nameOf: NameOf): JsonObject {
  const { erSchema } = value;
  const id = isJsonObject(erSchema)
    ? pickText(erSchema, ['name', 'id', 'erSchemaId'])
    : pickText(value, ['erSchema', 'erSchemaId']);
  return id === undefined ? {} : { erSchema: nameOf(id) };
}

function strategiesOf(strategies: JsonValue, names: ReferredNames): JsonValue {
  if (!Array.isArray(strategies)) return strategies;
  return strategies.map((row) => {
    if (!isJsonObject(row)) return row;
    const { systemId, projectionId, ...rest } = row;
    const system = row['system'] ?? systemId;
    const projection = row['projection'] ?? projectionId;
    return {
      ...rest,
      ...(typeof system === 'string' ? { system: names.systemNameOf(system) } : {}),
      ...(typeof projection === 'string' ? { projection: names.projectionNameOf(projection) } : {}),
    };
  });
}
