/** Reads `erSchema.json`: its conditions, and the fields that each compares. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import { objectMember, partsOf } from './aggregation.js';
import { isResourceName } from './specialValues.js';

/** A condition between two nodes. */
export interface ErCondition {
  name: string;
  source: string;
  destination: string;
  isOneToMany: boolean;
  condition: JsonObject;
  /** Segments from the root of the spec to `condition`. */
  path: string[];
}

/** A field in a condition: of its source node or of its destination. */
export interface ConditionField {
  side: 'source' | 'destination';
  field: string;
  path: string[];
}

/** Operators whose operands are values, not fields. */
const valueOperators: ReadonlySet<string> = new Set(['$exists', '$type', '$regex', '$options', '$size', '$mod']);

/** Every condition of an ER schema, in the order of the file. */
export function erConditionsOf(spec: JsonObject): ErCondition[] {
  return partsOf(objectMember(spec, 'config'), ['config']).flatMap((node) =>
    partsOf(objectMember(node.value, 'outgoing'), [...node.path, 'outgoing']).flatMap((relation) =>
      partsOf(objectMember(relation.value, 'conditions'), [...relation.path, 'conditions']).map((named) => ({
        name: named.key,
        source: node.key,
        destination: relation.key,
        isOneToMany: named.value['oneToMany'] === true,
        condition: objectMember(named.value, 'condition') ?? {},
        path: [...named.path, 'condition'],
      })),
    ),
  );
}

/**
 * The fields of a condition, at any level of operators: a key that is no operator is a field of the destination, a text that is
 * no constant is a field of the source.
 */
export function fieldsOfCondition({ condition, path }: Pick<ErCondition, 'condition' | 'path'>): ConditionField[] {
  const fields: ConditionField[] = [];
  const stack: { value: JsonValue; path: string[] }[] = [{ value: condition, path }];
  for (let part = stack.pop(); part; part = stack.pop()) {
    const { value, path: place } = part;
    if (typeof value === 'string') {
      if (isResourceName(value)) fields.push({ side: 'source', field: value, path: place });
    } else if (Array.isArray(value)) {
      for (const [index, element] of value.entries()) stack.push({ value: element, path: [...place, String(index)] });
    } else if (isJsonObject(value)) {
      for (const [key, member] of Object.entries(value)) {
        if (!key.startsWith('$')) fields.push({ side: 'destination', field: key, path: [...place, key] });
        if (!valueOperators.has(key)) stack.push({ value: member, path: [...place, key] });
      }
    }
  }
  return fields;
}
