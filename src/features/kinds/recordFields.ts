/** The fields of records, from the JSON Schema of a kind or from the definition of the records. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import type { KindDefinition } from './kind.js';
import type { RecordField, RecordShape } from './recordShape.js';

/** The known fields of records. */
export interface RecordFields {
  fields: readonly RecordField[];
  /** Whether a record may have a field, with dots for nested ones. */
  has: (field: string) => boolean;
  /** Required fields that a record lacks. */
  missingFrom: (record: JsonObject) => string[];
  /** For tables: the types of cells, by field. */
  cellTypes: RecordShape['cellTypes'];
}

/** The members of specs of a kind, in the order of its JSON Schema; the type is `any` if the schema states none. */
export function fieldsOfKind({ schema }: Pick<KindDefinition, 'schema'>): RecordFields {
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  const fields = Object.entries(membersOf(schema) ?? {}).map(([name, member]) => ({
    name,
    title: isJsonObject(member) && typeof member['title'] === 'string' ? member['title'] : name,
    type: typeOf(member),
    isRequired: required.has(name),
  }));
  return {
    fields,
    has: (field) => mayHave(schema, field),
    missingFrom: (record) =>
      fields.flatMap(({ name, isRequired }) => (isRequired && !Object.hasOwn(record, name) ? [name] : [])),
    cellTypes: {},
  };
}

/** The fields of the records of a definition. Nested values are not checked here. */
export function fieldsOfShape({ fields, hasMember, missingFields, cellTypes }: RecordShape): RecordFields {
  const has = (field: string): boolean => hasMember(field) || hasMember(outermost(field));
  return { fields, has, missingFrom: missingFields, cellTypes };
}

function outermost(field: string): string {
  return field.split('.', 1)[0] ?? field;
}

function typeOf(member: JsonValue): string {
  if (!isJsonObject(member)) return 'any';
  const { type } = member;
  if (typeof type === 'string') return type;
  return Array.isArray(type) ? type.filter((one) => typeof one === 'string').join(' | ') : 'any';
}

/** Whether a spec may have a field: at the top level, only members of the schema; below, whatever the schema does not exclude. */
function mayHave(schema: JsonObject, field: string): boolean {
  const members = membersOf(schema);
  // A schema without members at the top level allows any.
  if (members === undefined || Object.hasOwn(members, field)) return true;
  const [first = '', ...rest] = field.split('.');
  if (!Object.hasOwn(members, first)) return false;
  let inner: JsonValue | undefined = members[first];
  for (const segment of rest) {
    if (!isJsonObject(inner)) return true;
    if (segment === '' || isSimple(inner)) return false;
    const innerMembers = membersOf(inner);
    if (innerMembers === undefined) return true;
    if (!Object.hasOwn(innerMembers, segment)) return inner['additionalProperties'] !== false;
    inner = innerMembers[segment];
  }
  return true;
}

/** Whether a value has no members to map; lists are mapped as a whole. */
function isSimple({ type }: JsonObject): boolean {
  return typeof type === 'string' && type !== 'object';
}

function membersOf(schema: JsonObject): JsonObject | undefined {
  const { properties } = schema;
  return isJsonObject(properties) ? properties : undefined;
}
