import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { quote } from '../scanning/fileProblems.js';
import { defaultCastFunctionByStorerName } from './castFunctions.js';
import { entriesOf, fastDataKinds, malformed } from './looseShapes.js';
import type { LooseEntry, LooseItem } from './looseShapes.js';
import { Members } from './members.js';
import { topicsOf } from './projectionItems.js';

const assumedType = 'string';
const maxNamed = 20;

/**
 * Reads one projection of a Projection Storer. The cast function of a field determines its type; if it does not, the type is assumed to
 * be a string, with a warning. Primary keys are names of source fields, before the mapping.
 */
export function storerProjectionItem(entry: LooseEntry, parent: string): LooseItem {
  const name = entry.key ?? '';
  const item = { kind: fastDataKinds.projection, name, parent, at: entry.at };
  const members = new Members(entry.value);
  const fields = members.see('fieldsMapping');
  if (!isJsonObject(fields)) {
    return { ...item, spec: {}, problems: [malformed('projection', name, 'has no "fieldsMapping"')] };
  }
  members.pick(['fieldsMapping']);
  const primaryKeys = new Set(members.first(['primaryKeys'], (value) => (Array.isArray(value) ? value : undefined)));
  const mappings = entriesOf(fields, '').map((field) => mappedField(field, primaryKeys));
  const topics = topicsOf(members);
  const left = [...members.left(), ...mappings.flatMap((mapping) => mapping.left)];
  return {
    ...item,
    left,
    spec: { fields: mappings.map(({ field }) => field), ...topics },
    problems: [
      ...assumedTypes(
        name,
        mappings.filter(({ isTypeAssumed }) => isTypeAssumed).map(({ field }) => field),
      ),
      ...unmappedKeys(
        name,
        [...primaryKeys].filter((key) => typeof key !== 'string' || !Object.hasOwn(fields, key)),
      ),
    ],
  };
}

interface MappedField {
  field: JsonObject;
  isTypeAssumed: boolean;
  left: string[];
}

function mappedField(entry: LooseEntry, primaryKeys: ReadonlySet<JsonValue>): MappedField {
  const sourceField = entry.key ?? '';
  const isBare = !isJsonObject(entry.value);
  const members = new Members(isBare ? { targetField: entry.value } : entry.value);
  const name = members.text(['targetField']) ?? sourceField;
  const storerName = members.text(['castFunction']);
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
  const left = members.left().map((key) => `fieldsMapping.${isBare ? sourceField : `*.${key}`}`);
  return { field, isTypeAssumed, left };
}

function assumedTypes(projection: string, fields: readonly JsonObject[]): Problem[] {
  if (fields.length === 0) return [];
  const named = fields
    .slice(0, maxNamed)
    .map((field) => quote(field['name'] as string))
    .join(', ');
  const more = fields.length > maxNamed ? ` and ${fields.length - maxNamed} more` : '';
  const message = `The file does not state the type of these fields of ${quote(projection)}; "${assumedType}" was assumed: ${named}${more}.`;
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
  const message = `The projection ${quote(projection)} has primary keys that are not mapped to any field; they were left out: ${named}.`;
  return [warningProblem('CONTENT_IGNORED', message, { path: ['fields'] })];
}
