/**
 * JSON Schema of an API application with its parts, nested under the names of the relationships as the product exports them.
 * The parts are entries of six system objects; members that every entry may have are allowed.
 */
import type { JsonObject } from '../../../../shared/json.js';
import { closedObject, listOf, nonEmptyText, openObject, status, text } from '../../schemaParts.js';

/** A member with a key and a name, or the key alone. */
function choice(keys: readonly string[]): JsonObject {
  const key = { type: 'string', enum: [...keys] };
  return {
    anyOf: [key, openObject({ key }, ['key'])],
    description: `Must be one of ${keys.join(', ')}, alone or as the key of an object.`,
  };
}

const entryMembers: JsonObject = {
  externalReferenceCode: text,
  status,
  keywords: { type: ['array', 'null'] },
  taxonomyCategoryBriefs: { type: ['array', 'null'] },
  permissions: { type: ['array', 'null'] },
  defaultLanguageId: text,
  friendlyUrlPath: text,
  scopeKey: text,
  objectEntryFolderExternalReferenceCode: text,
};

/** A parent or a sibling by its code: `r_responseAPISchemaToAPIEndpoints_l_apiSchemaERC`. */
const relations: JsonObject = { '^r_\\w+$': { type: ['string', 'integer', 'null'] } };

function entry(members: JsonObject, required: string[]): JsonObject {
  return { ...closedObject({ ...entryMembers, ...members }, required), patternProperties: relations };
}

/** The other side of a link, by its code, as an object or as its list. */
const linked: JsonObject = { type: ['object', 'array', 'null'] };
const links: JsonObject = { requestAPISchemaToAPIEndpoints: linked, responseAPISchemaToAPIEndpoints: linked };

const endpoint = entry(
  {
    ...links,
    requestAPISchemaToAPIEndpointsERC: text,
    responseAPISchemaToAPIEndpointsERC: text,
    name: text,
    path: nonEmptyText,
    httpMethod: choice(['get', 'post', 'put', 'patch', 'delete']),
    scope: choice(['company', 'site', 'group']),
    retrieveType: choice(['collection', 'singleElement']),
    pathParameter: { type: ['string', 'object', 'null'] },
    pathParameterDescription: text,
    description: text,
    apiEndpointToAPIFilters: listOf(entry({ oDataFilter: text }, [])),
    apiEndpointToAPISorts: listOf(entry({ oDataSort: text }, [])),
  },
  ['path', 'httpMethod'],
);

const property: JsonObject = entry(
  {
    name: nonEmptyText,
    type: { type: ['string', 'object', 'null'] },
    description: text,
    objectFieldERC: text,
    objectRelationshipNames: text,
    apiPropertyToAPIProperties: listOf({ $ref: '#/definitions/property' }),
  },
  ['name'],
);

const schema = entry(
  {
    ...links,
    name: nonEmptyText,
    description: text,
    mainObjectDefinitionERC: text,
    apiSchemaToAPIProperties: listOf({ $ref: '#/definitions/property' }),
  },
  ['name'],
);

/** The whole application. */
export const apiApplicationJsonSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  definitions: { property },
  ...entry(
    {
      title: nonEmptyText,
      baseURL: nonEmptyText,
      applicationStatus: choice(['published', 'unpublished']),
      description: text,
      version: text,
      apiApplicationToAPIEndpoints: listOf(endpoint),
      apiApplicationToAPISchemas: listOf(schema),
    },
    ['title', 'baseURL'],
  ),
};
