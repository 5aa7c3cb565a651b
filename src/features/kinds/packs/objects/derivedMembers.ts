/**
 * Adds members that files of the product may omit because the product derives them. Derived here when a file is read, so that
 * later steps find them. Existing members are not changed.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import { textMember } from '../../specParts.js';

/** Source: ObjectFieldConstants and ObjectFieldUtil of the product. */
const businessTypeByDbType: ReadonlyMap<string, string> = new Map([
  ['BigDecimal', 'PrecisionDecimal'],
  ['Blob', 'LargeFile'],
  ['Boolean', 'Boolean'],
  ['Clob', 'LongText'],
  ['Date', 'Date'],
  ['DateTime', 'DateTime'],
  ['Double', 'Decimal'],
  ['Integer', 'Integer'],
  ['Long', 'LongInteger'],
  ['String', 'Text'],
]);

/** Members that only fields of one business type have. */
const tellingMembers: readonly (readonly [member: string, businessType: string])[] = [
  ['listTypeDefinitionExternalReferenceCode', 'Picklist'],
  ['objectRelationshipExternalReferenceCode', 'Relationship'],
  ['relationshipType', 'Relationship'],
];

/** A definition with the business type of each field. */
export function withDerivedMembers(definition: JsonObject): JsonObject {
  const fields = definition['objectFields'];
  if (!Array.isArray(fields)) return definition;
  const whole = fields.map(withBusinessType);
  return whole.every((field, place) => field === fields[place]) ? definition : { ...definition, objectFields: whole };
}

/**
 * Adds the business type, derived from the database type in its current or former spelling. Members of the field take
 * precedence.
 */
function withBusinessType(field: JsonValue): JsonValue {
  if (!isJsonObject(field) || !isEmpty(field['businessType'])) return field;
  const dbType = textMember(field, 'DBType') ?? textMember(field, 'type') ?? '';
  const derived = businessTypeByDbType.get(dbType);
  if (derived === undefined) return field;
  const [, told = derived] = tellingMembers.find(([member]) => !isEmpty(field[member])) ?? [];
  return { ...field, businessType: told };
}

function isEmpty(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}
