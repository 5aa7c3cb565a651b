import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { otherKeys } from '../documents/contentIgnored.js';
import type { DocumentItem } from '../documents/documentReader.js';
import { entriesOf, fastDataKinds, malformed, nameOfEntry, pickMembers, pickText } from './looseShapes.js';
import type { LooseEntry } from './looseShapes.js';

/** Gives the name of something that a configuration names by its id; the id itself when it is not in the file. */
export type NameOf = (idOrName: string) => string;

/** Keys of a projection in the Console's configuration that are read. */
export const projectionKeys: ReadonlySet<string> = new Set([
  ...[
    'name',
    'collection',
    'collectionName',
    'projectionId',
    'id',
    'description',
    'fields',
    'indexes',
    'topics',
    'tags',
  ],
]);

/** The collection of a projection: that is its name here. */
export function projectionName(entry: LooseEntry): string {
  return nameOfEntry(entry, ['name', 'collection', 'collectionName', 'projectionId', 'id']);
}

/** Reads a projection of the Console's configuration, which stands inside of its system. */
export function projectionItem(entry: LooseEntry, parent: string, castFunctionNameOf: NameOf): DocumentItem {
  const name = projectionName(entry);
  const item = { kind: fastDataKinds.projection, name, parent, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value)) return { ...item, spec: {}, problems: [malformed('projection', name, 'is not an object')] };
  const topics = isJsonObject(value['topics']) ? { topics: topicsOf(value['topics']) } : {};
  const rest = pickMembers(value, ['indexes', 'tags', 'description']);
  return {
    ...item,
    sourceId: pickText(value, ['projectionId', 'id']),
    spec: { fields: fieldsOf(value['fields'], castFunctionNameOf), ...rest, ...topics },
  };
}

/** Reads topics, each a name or an object with a name. An empty name is kept: `pr-update` may be empty on purpose. */
export function topicsOf(topics: JsonObject): JsonObject {
  const topicsByKey: [string, JsonValue | undefined][] = [
    ['ingestion', topicName(topics['ingestion'])],
    ['prUpdate', topicName(topics['prUpdate'] ?? topics['pr-update'])],
  ];
  return Object.fromEntries(topicsByKey.flatMap(([key, topic]) => (topic === undefined ? [] : [[key, topic]])));
}

const topicKeys: ReadonlySet<string> = new Set(['ingestion', 'prUpdate', 'pr-update']);
const nameKeys: ReadonlySet<string> = new Set(['name']);

/** What `topicsOf` does not read, with content. */
export function unreadOfTopics(topics: JsonValue | undefined): string[] {
  if (!isJsonObject(topics)) return [];
  const inside = Object.values(topics).flatMap((topic) => (isJsonObject(topic) ? otherKeys(topic, nameKeys) : []));
  return [...otherKeys(topics, topicKeys).map((key) => `topics.${key}`), ...inside.map((key) => `topics.*.${key}`)];
}

function topicName(topic: JsonValue | undefined): JsonValue | undefined {
  return isJsonObject(topic) ? topic['name'] : topic;
}

/** Reads fields that are a list, or an object keyed by name. */
export function fieldsOf(fields: JsonValue | undefined, castFunctionNameOf: NameOf): JsonValue[] {
  return entriesOf(fields, '').map((entry) => fieldOf(entry, castFunctionNameOf));
}

function fieldOf({ key, value }: LooseEntry, castFunctionNameOf: NameOf): JsonValue {
  if (!isJsonObject(value)) return value;
  const { cast, castFunctionId, ...field } = value;
  const given = field['castFunction'] ?? castFunctionId ?? cast;
  const castFunction = isJsonObject(given) ? pickText(given, ['functionId', 'castFunctionId', 'id', 'name']) : given;
  const named: JsonObject = { ...(key === undefined ? {} : { name: key }), ...field };
  if (castFunction === undefined || castFunction === null || castFunction === '') delete named['castFunction'];
  else named['castFunction'] = typeof castFunction === 'string' ? castFunctionNameOf(castFunction) : castFunction;
  return named;
}
