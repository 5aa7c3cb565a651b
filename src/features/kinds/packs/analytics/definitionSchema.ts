import type { JsonObject } from '../../../../shared/json.js';
import { listOf, nonEmptyText, openObject, text } from '../../schemaParts.js';

/**
 * What exists of a definition where reports are imported: its versions, the tenants that have it (null is what all of them share), and
 * the XML of those versions for which it is known.
 */
export const definitionJsonSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...openObject(
    {
      displayName: text,
      versions: { type: 'array', items: nonEmptyText, uniqueItems: true },
      tenantIds: listOf(text),
      xml: { type: ['object', 'null'], additionalProperties: { type: 'string' } },
    },
    ['versions'],
  ),
};
