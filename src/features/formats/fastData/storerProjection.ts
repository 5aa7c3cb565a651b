import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { otherKeys } from '../documents/contentIgnored.js';
import type { DocumentItem } from '../documents/documentReader.js';
import { quote } from '../scanning/fileProblems.js';
import { defaultCastFunctionByStorerName } from './castFunctions.js';
import { entriesOf, fastDataKinds, malformed, pickText } from './looseShapes.js';
import type { LooseEntry } from './looseShapes.js';
import { topicsOf, unreadOfTopics } from './projectionItems.js';

const assumedType = 'string';
const maxNamed = 20;

/**
 * Reads one projection of a Projection Storer. The type of a field follows from its cast function; where that leaves it open it is taken to be
 * a text, and told. Primary keys are names of the source, before the mapping.
 */
export function storerProjectionItem(entry: LooseEntry, parent: string): DocumentItem {
  const name = entry.key ?? '';
  const item = { kind: fastDataKinds.projection, name, parent, at: entry.at };
  const { value } = entry;
  if (!isJsonObject(value) || !isJsonObject(value['fieldsMapping'])) {
    return { ...item, spec: {}, problems: [malformed('projection', name, 'has no "fieldsMapping"')] };
  }
  const primaryKeys = new Set(Array.isArray(value['primaryKeys']) ? value['primaryKeys'] : []);
  const mappings = entriesOf(value['fieldsMapping'], '').map((field) => mappedField(field, primaryKeys));
  const topics = isJsonObject(value['topics']) ? { topics: topicsOf(value['topics']) } : {};
  const mappedNames = new Set<JsonValue>(Object.keys(value['fieldsMapping']));
  return {
    ...item,
    spec: { fields: mappings.map(({ field }) => field), ...topics },
    problems: [
      ...assumedTypes(
        name,
        mappings.filter(({ isTypeAssumed }) => isTypeAssumed).map(({ field }) => field),
      ),
      ...unmappedKeys(
        name,
        [...primaryKeys].filter((key) => !mappedNames.has(key)),
      ),
    ],
  };
}

const readKeys: ReadonlySet<string> = new Set(['topics', 'primaryKeys', 'fieldsMapping']);
const mappingKeys: ReadonlySet<string> = new Set(['targetField', 'castFunction']);

/** What is not read of a projection, with content. */
export function unreadOfStorerProjection({ value }: LooseEntry): string[] {
  if (!isJsonObject(value)) return [];
  const mappings = entriesOf(value['fieldsMapping'], '').flatMap((field) =>
    isJsonObject(field.value) ? otherKeys(field.value, mappingKeys) : [],
  );
  return [
    ...otherKeys(value, readKeys),
    ...unreadOfTopics(value['topics']),
    ...mappings.map((key) => `fieldsMapping.*.${key}`),
  ];
}

function mappedField(
  entry: LooseEntry,
  primaryKeys: ReadonlySet<JsonValue>,
): { field: JsonObject; isTypeAssumed: boolean } {
  const sourceField = entry.key ?? '';
  const mapping = isJsonObject(entry.value) ? entry.value : { targetField: entry.value };
  const name = pickText(mapping, ['targetField']) ?? sourceField;
  const storerName = pickText(mapping, ['castFunction']);
  const castFunction = defaultCastFunctionByStorerName.get(storerName ?? '');
  const isTypeAssumed = castFunction === undefined || castFunction.dataType === 'all';
  const castFunctionName = castFunction?.id ?? storerName;
  const field: JsonObject = {
    name,
    type: isTypeAssumed ? assumedType : castFunction.dataType,
    ...(castFunctionName === undefined ? {} : { castFunction: castFunctionName }),
    ...(primaryKeys.has(sourceField) ? { primaryKey: true } : {}),
    ...(name === sourceField ? {} : { sourceField }),
  };
  return { field, isTypeAssumed };
}

function assumedTypes(projection: string, fields: readonly JsonObject[]): Problem[] {
  if (fields.length === 0) return [];
  const named = fields
    .slice(0, maxNamed)
    .map((field) => quote(field['name'] as string))
    .join(', ');
  const more = fields.length > maxNamed ? ` and ${fields.length - maxNamed} more` : '';
  const message = `The file does not give the type of these fields of ${quote(projection)}; "${assumedType}" was assumed: ${named}${more}.`;
  return [
    warningProblem('FIELD_TYPE_ASSUMED', message, { path: ['fields'], fix: 'Correct the types after the import.' }),
  ];
}

function unmappedKeys(projection: string, keys: readonly JsonValue[]): Problem[] {
  if (keys.length === 0) return [];
  const named = keys
    .slice(0, maxNamed)
    .map((key) => quote(typeof key === 'string' ? key : JSON.stringify(key)))
    .join(', ');
  const message = `The projection ${quote(projection)} has primary keys that no field is mapped from; they were left out: ${named}.`;
  return [warningProblem('CONTENT_IGNORED', message, { path: ['fields'] })];
}
