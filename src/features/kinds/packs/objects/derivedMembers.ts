/**
 * Members that a file of the product may leave out because the product derives them when it reads the file. Here they are derived when a
 * file is read too, so that all that comes later finds them. A member that stands in the file is never changed.
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

/** Members that only fields of one type have, whatever the database makes of them. */
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

/** A field with the business type of its type in the database, which has a present and a former spelling; what the field names says more. */
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
