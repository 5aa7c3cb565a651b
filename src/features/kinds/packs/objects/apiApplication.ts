import { defineKind } from '../../kind.js';
import { comparePartLists, type PartList } from '../../partLists.js';
import { apiApplicationAdvice, checkApiApplication } from './apiApplicationChecks.js';
import { apiApplicationJsonSchema } from './apiApplicationJsonSchema.js';
import { crossCheckApiApplication } from './crossCheckApiApplication.js';
import { external, isSystemObject } from './externalNames.js';
import { itemTitle } from './itemTitle.js';
import { kindNames } from './kindNames.js';
import { rewriteOwnErc, withOwnErc } from './ownErc.js';

const definition = { at: '/apiApplicationToAPISchemas/*/mainObjectDefinitionERC', to: [kindNames.objectDefinition] };

const told = { isOnlyTold: true } as const;
const code = 'externalReferenceCode';
const partLists: readonly PartList[] = [
  {
    ...told,
    at: ['apiApplicationToAPIEndpoints'],
    title: 'endpoint',
    identity: [code, ['httpMethod', 'path']],
    inside: [
      { ...told, at: ['apiEndpointToAPIFilters'], title: 'filter', identity: [code, 'oDataFilter'] },
      { ...told, at: ['apiEndpointToAPISorts'], title: 'sort', identity: [code, 'oDataSort'] },
    ],
  },
  {
    ...told,
    at: ['apiApplicationToAPISchemas'],
    title: 'schema',
    identity: [code, 'name'],
    inside: [
      {
        ...told,
        at: ['apiSchemaToAPIProperties'],
        title: 'property',
        identity: [code, 'name'],
        inside: [{ ...told, at: ['apiPropertyToAPIProperties'], title: 'property', identity: [code, 'name'] }],
      },
    ],
  },
];

/**
 * An API with its endpoints, schemas, properties, filters and sorts, as one resource. The product stores the definitions of
 * schemas as plain text; here they are dependencies, so that an export includes them and an import reports missing ones.
 */
export const apiApplication = defineKind({
  name: kindNames.apiApplication,
  title: 'API application',
  pluralTitle: 'API applications',
  description: 'An API based on object definitions: its endpoints, and the schemas of their requests and responses.',
  identity: { by: 'name', namespace: kindNames.apiApplication },
  uniqueMembers: ['/title', '/baseURL'],
  schema: apiApplicationJsonSchema,
  references: [
    {
      ...definition,
      requirement: 'INCLUDED',
      strength: 'SOFT',
      whenMissing: 'WARN',
      isReference: (erc) => !isSystemObject(erc),
    },
    { ...definition, ...external, isReference: isSystemObject },
  ],
  isExportable: true,
  reference: { allowed: true },
  titleOf: itemTitle,
  withOwnName: withOwnErc,
  rewriteOwnName: rewriteOwnErc,
  check: checkApiApplication,
  compareParts: (before, after) => comparePartLists(before, after, partLists),
  ...apiApplicationAdvice,
  crossCheck: crossCheckApiApplication,
});
