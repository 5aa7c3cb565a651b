import type { JsonObject } from '../../../../shared/json.js';
import { aggregationDefinitions } from './aggregationJsonSchema.js';
import { fields, fileVersion, indexes, internalEndpoints, nonEmptyText, tags, text } from './dataModelSchema.js';

const strategies: JsonObject = {
  type: 'array',
  items: {
    type: 'object',
    required: ['system', 'projection', 'type'],
    properties: { system: nonEmptyText, projection: nonEmptyText, type: nonEmptyText },
  },
};

const projectionChangesSchema: JsonObject = {
  type: 'object',
  required: ['version', 'config'],
  properties: {
    version: fileVersion,
    config: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['paths'],
        properties: {
          paths: {
            type: 'array',
            items: {
              type: 'object',
              required: ['path'],
              properties: {
                path: { type: 'array', items: nonEmptyText },
                identifier: { type: ['string', 'object'], additionalProperties: text },
              },
            },
          },
        },
      },
    },
  },
};

/** The key may also be a code file, named `__fromFile__[name]`. */
const singleViewKey: JsonObject = {
  type: ['string', 'object'],
  required: ['version', 'config'],
  properties: { version: fileVersion, config: { type: 'object', additionalProperties: text } },
};

const kafkaProjectionUpdates: JsonObject = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    properties: { updatesTopic: text, strategy: nonEmptyText },
  },
};

/** JSON Schema of a single view: its data model, and the files of its services unchanged. */
export const singleViewJsonSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: {
    description: text,
    erSchema: nonEmptyText,
    fields,
    indexes,
    internalEndpoints,
    tags,
    strategies,
    aggregation: { $ref: '#/definitions/aggregation' },
    projectionChangesSchema,
    singleViewKey,
    kafkaProjectionUpdates,
  },
  definitions: aggregationDefinitions,
};
