import type { JsonObject } from '../../../../shared/json.js';
import { defineKind } from '../../kind.js';
import { fields, indexes, internalEndpoints, tags, text } from './dataModelSchema.js';
import { partsOfCollection } from './partsOfFastData.js';
import { collectionNamePattern, collectionNamespace, kindNames } from './kindNames.js';

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: { description: text, fields, indexes, internalEndpoints, tags },
};

/** A collection that the project itself writes. It may be a node of an ER schema, and is never exported. */
export const crudCollection = defineKind({
  name: kindNames.crudCollection,
  title: 'CRUD collection',
  pluralTitle: 'CRUD collections',
  description:
    'A collection that belongs to the project itself. An ER schema may refer to it, but it is never exported.',
  identity: { by: 'name', namespace: collectionNamespace, pattern: collectionNamePattern },
  schema,
  references: [],
  missingCode: 'UNRESOLVED_NODE',
  isExportable: false,
  ...partsOfCollection,
  reference: { allowed: false },
});
