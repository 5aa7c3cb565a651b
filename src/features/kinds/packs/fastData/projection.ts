import type { JsonObject } from '../../../../shared/json.js';
import { defineKind } from '../../kind.js';
import { adviceOf } from './advice.js';
import { indexes, internalEndpoints, projectionFields, tags, text } from './dataModelSchema.js';
import { isDefaultCast } from './defaultCasts.js';
import { partsOfCollection } from './partsOfFastData.js';
import { collectionNamePattern, collectionNamespace, kindNames } from './kindNames.js';

const topic: JsonObject = { type: ['string', 'object'], properties: { name: text } };

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['fields'],
  properties: {
    description: text,
    fields: projectionFields,
    indexes,
    topics: { type: 'object', properties: { ingestion: topic, prUpdate: topic } },
    tags,
    internalEndpoints,
  },
};

const castOfField = {
  at: '/fields/*/castFunction',
  to: [kindNames.castFunction],
  strength: 'HARD',
  isSilent: true,
} as const;

/** A collection that is synchronized with a table of a source system. */
export const projection = defineKind({
  name: kindNames.projection,
  title: 'projection',
  pluralTitle: 'projections',
  description: 'A collection that follows a table of a System of Record.',
  identity: { by: 'name', namespace: collectionNamespace, pattern: collectionNamePattern },
  schema,
  references: [
    {
      ...castOfField,
      requirement: 'INCLUDED',
      whenMissing: 'BLOCK',
      isReference: (name) => !isDefaultCast(name),
    },
    {
      // Every project has the default functions.
      ...castOfField,
      requirement: 'ADVISED',
      strength: 'SOFT',
      whenMissing: 'IGNORE',
      isExternal: true,
      isReference: isDefaultCast,
    },
  ],
  parentKind: kindNames.systemOfRecord,
  missingCode: 'UNRESOLVED_NODE',
  isExportable: true,
  ...partsOfCollection,
  reference: { allowed: true, requiredCapability: 'EVENT_DRIVEN' },
  ...adviceOf([
    'MISSING_WRITER_SERVICE',
    'TOPIC_FROM_SOURCE',
    'PUBLIC_VARIABLE_MISSING',
    'CUSTOM_FILE_MISSING',
    'NO_PRIMARY_KEY',
    'NESTED_REFERENCE',
    'ENDPOINTS_NOT_IMPORTED',
  ]),
});
