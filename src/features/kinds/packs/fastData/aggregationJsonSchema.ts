import type { JsonObject } from '../../../../shared/json.js';
import { fileVersion, nonEmptyText, text } from './dataModelSchema.js';

const dependencyMembers: JsonObject = {
  type: { type: 'string', enum: ['projection', 'config'] },
  on: nonEmptyText,
  aliasOf: nonEmptyText,
  useAlias: nonEmptyText,
  identifierQueryMapping: { type: 'object', additionalProperties: text },
  onStates: { type: 'array', items: { type: 'string', enum: ['PUBLIC', 'DRAFT', 'TRASH', 'DELETED'] } },
};

function select(value: JsonObject): JsonObject {
  return {
    type: 'object',
    required: ['options'],
    properties: {
      options: {
        type: 'array',
        items: {
          type: 'object',
          required: ['when', 'value'],
          properties: { when: { $ref: '#/definitions/when' }, value },
        },
      },
      default: value,
    },
  };
}

/** Definitions of the JSON Schema of `aggregation.json`; `#/definitions/aggregation` is the whole file. */
export const aggregationDefinitions: JsonObject = {
  aggregation: {
    type: 'object',
    required: ['version', 'config'],
    properties: {
      version: fileVersion,
      config: { type: 'object', required: ['SV_CONFIG'], additionalProperties: { $ref: '#/definitions/block' } },
    },
  },
  block: {
    type: 'object',
    required: ['dependencies', 'mapping'],
    properties: {
      dependencies: { type: 'object', additionalProperties: { $ref: '#/definitions/dependency' } },
      mapping: { $ref: '#/definitions/mapping' },
      joinDependency: nonEmptyText,
      dependencyOrder: { type: 'array', items: nonEmptyText },
    },
  },
  dependency: {
    type: 'object',
    properties: { ...dependencyMembers, _select: select({ $ref: '#/definitions/alternative' }) },
  },
  // An option of `_select`: a dependency without a further `_select`.
  alternative: { type: 'object', properties: dependencyMembers },
  mapping: {
    type: 'object',
    properties: { _select: select({ $ref: '#/definitions/mappingValue' }) },
    additionalProperties: { $ref: '#/definitions/mappingValue' },
  },
  mappingValue: {
    type: ['string', 'object'],
    if: { type: 'object' },
    then: { $ref: '#/definitions/mapping' },
  },
  when: {
    type: 'object',
    minProperties: 1,
    propertyNames: { enum: ['==', '!=', '>', '<', '>=', '<='], description: 'Must be one of ==, !=, >, <, >=, <=.' },
    additionalProperties: {
      type: 'array',
      minItems: 2,
      maxItems: 2,
      items: { type: ['string', 'number', 'boolean', 'null'] },
    },
  },
};
