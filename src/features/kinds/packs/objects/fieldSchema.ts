/** JSON Schema of an object field. Source: object-admin REST v1.0, ObjectField. */
import type { JsonObject } from '../../../../shared/json.js';
import { closedObject, flag, localizedText, nonEmptyText, oneOf, settings, text } from '../../schemaParts.js';

const dbTypes = ['BigDecimal', 'Blob', 'Boolean', 'Clob', 'Date', 'DateTime', 'Double', 'Integer', 'Long', 'String'];

/** The business types of the product. */
export const businessTypes = [
  ...['Aggregation', 'Assignee', 'Attachment', 'AutoIncrement', 'Boolean', 'Date', 'DateTime', 'Decimal'],
  ...['EmailAddress', 'Encrypted', 'Formula', 'Integer', 'LargeFile', 'LongInteger', 'LongText'],
  ...['MultiselectPicklist', 'PhoneNumber', 'Picklist', 'PrecisionDecimal', 'Relationship', 'RichText', 'Text'],
];

const picklistTypes = ['Picklist', 'MultiselectPicklist'];

const members: JsonObject = {
  DBType: oneOf(dbTypes),
  businessType: oneOf(businessTypes),
  defaultValue: { type: ['string', 'number', 'boolean', 'null'] },
  description: localizedText,
  externalReferenceCode: text,
  indexed: flag,
  indexedAsKeyword: flag,
  indexedLanguageId: text,
  label: localizedText,
  listTypeDefinitionExternalReferenceCode: text,
  localized: flag,
  name: {
    type: 'string',
    pattern: '^[A-Za-z_]\\w*$',
    description: 'Must start with a letter and hold only letters, digits and _.',
  },
  objectDefinitionExternalReferenceCode1: text,
  objectDefinitionScope1: text,
  objectDefinitionSystem1: flag,
  objectFieldSettings: settings,
  objectRelationshipExternalReferenceCode: text,
  readOnly: oneOf(['conditional', 'false', 'true']),
  readOnlyConditionExpression: text,
  relationshipType: { type: ['string', 'null'], enum: ['oneToMany', 'oneToOne', null] },
  required: flag,
  state: flag,
  system: flag,
  type: { type: ['string', 'null'] },
  unique: flag,
};

/** A field of a definition. A picklist is referred to by its external reference code: a numeric id is valid only in its source. */
export const objectField: JsonObject = {
  ...closedObject(members, ['name', 'businessType']),
  if: { required: ['businessType'], properties: { businessType: { enum: picklistTypes } } },
  then: {
    required: ['listTypeDefinitionExternalReferenceCode'],
    properties: { listTypeDefinitionExternalReferenceCode: nonEmptyText },
  },
};

/** The generated field of a relationship on the side of its child; it is nested in the relationship. */
export const generatedField: JsonObject = { ...closedObject(members, ['name']), type: ['object', 'null'] };
