import type { JsonObject } from '../../../../shared/json.js';
import { fileVersion } from './dataModelSchema.js';

/**
 * JSON Schema of `erSchema.json`. A condition maps fields of the destination to fields of the source, to constants, or to objects of
 * operators; operators may stand at any level.
 */
export const erSchemaJsonSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['version', 'config'],
  properties: {
    version: fileVersion,
    config: { type: 'object', additionalProperties: { $ref: '#/definitions/node' } },
  },
  definitions: {
    node: {
      type: 'object',
      properties: { outgoing: { type: 'object', additionalProperties: { $ref: '#/definitions/relation' } } },
    },
    relation: {
      type: 'object',
      required: ['conditions'],
      properties: { conditions: { type: 'object', additionalProperties: { $ref: '#/definitions/namedCondition' } } },
    },
    namedCondition: {
      type: 'object',
      required: ['condition'],
      properties: { condition: { $ref: '#/definitions/condition' }, oneToMany: { type: 'boolean' } },
    },
    condition: {
      type: 'object',
      patternProperties: {
        '^\\$(?:and|or|nor)$': { type: 'array', items: { $ref: '#/definitions/condition' } },
        '^\\$(?!(?:and|or|nor)$)': { $ref: '#/definitions/operand' },
      },
      additionalProperties: { $ref: '#/definitions/fieldValue' },
    },
    fieldValue: { type: ['string', 'object'], if: { type: 'object' }, then: { $ref: '#/definitions/operators' } },
    operators: {
      allOf: [{ $ref: '#/definitions/condition' }],
      propertyNames: { pattern: '^\\$', description: 'Must be operators such as $gt.' },
    },
    operand: {
      type: ['string', 'number', 'boolean', 'null', 'array', 'object'],
      items: { $ref: '#/definitions/operand' },
      if: { type: 'object' },
      then: { $ref: '#/definitions/condition' },
    },
  },
};
