/**
 * JSON Schemas of the parts that all collections share: fields, indexes, endpoints. Unknown members are allowed, because the
 * product has more than it documents.
 */
import type { JsonObject } from '../../../../shared/json.js';

/** The types of a field, as the Console stores them. */
export const fieldTypes = [
  'string',
  'number',
  'boolean',
  'Date',
  'RawObject',
  'Array_RawObject',
  'Array_number',
  'Array_string',
  'ObjectId',
  'GeoPoint',
];

export const text: JsonObject = { type: 'string' };
export const nonEmptyText: JsonObject = { type: 'string', minLength: 1 };
const flag: JsonObject = { type: 'boolean' };

/** "1.0.0", or the placeholder "X.Y.Z" of a file that is not finished. */
export const fileVersion: JsonObject = {
  type: 'string',
  pattern: '^\\w+\\.\\w+\\.\\w+$',
  description: 'Must be a version of three parts such as 1.0.0.',
};

export const tags: JsonObject = { type: 'array', items: text };

const fieldMembers: JsonObject = {
  name: nonEmptyText,
  description: text,
  type: { type: 'string', enum: fieldTypes },
  required: flag,
  nullable: flag,
};

/** A field of a single view or a CRUD collection. */
export const fields: JsonObject = {
  type: 'array',
  items: {
    type: 'object',
    required: ['name', 'type'],
    properties: {
      ...fieldMembers,
      sensitivityValue: { type: 'integer', minimum: 0, maximum: 4 },
      encryptionEnabled: flag,
      encryptionSearchable: flag,
      schema: { type: 'object' },
    },
  },
};

/** A field of a projection, optionally with the cast function for its values. */
export const projectionFields: JsonObject = {
  type: 'array',
  items: {
    type: 'object',
    required: ['name', 'type'],
    properties: { ...fieldMembers, castFunction: text, primaryKey: flag },
  },
};

const indexFields: JsonObject = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['name', 'order'],
    properties: { name: nonEmptyText, order: { type: 'integer', enum: [1, -1] } },
  },
};

function whenType(types: string[], then: JsonObject): JsonObject {
  return { if: { required: ['type'], properties: { type: { enum: types } } }, then };
}

/** Indexes: normal and TTL indexes have `fields`, geo and hash indexes one `field`. */
export const indexes: JsonObject = {
  type: 'array',
  items: {
    type: 'object',
    required: ['name', 'type'],
    properties: {
      name: {
        type: 'string',
        pattern: '^[a-zA-Z_][\\w-]*$',
        description: 'Must start with a letter or _ and hold only letters, digits, _ and -.',
      },
      type: { type: 'string', enum: ['normal', 'geo', 'hash', 'TTL'] },
      unique: flag,
      fields: indexFields,
      field: nonEmptyText,
      expireAfterSeconds: { type: 'integer', minimum: 0 },
      usePartialFilter: flag,
      partialFilterExpression: { type: ['string', 'object'] },
    },
    allOf: [
      whenType(['normal'], { required: ['fields'] }),
      whenType(['geo', 'hash'], { required: ['field'] }),
      whenType(['TTL'], { required: ['fields', 'expireAfterSeconds'], properties: { fields: { maxItems: 1 } } }),
    ],
  },
};

export const internalEndpoints: JsonObject = {
  type: 'array',
  items: {
    type: 'object',
    required: ['basePath'],
    properties: { basePath: nonEmptyText, defaultState: text, defaultSortingIndex: text },
  },
};
