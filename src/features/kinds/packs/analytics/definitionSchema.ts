import type { JsonObject } from '../../../../shared/json.js';
import { listOf, nonEmptyText, openObject, text } from '../../schemaParts.js';

/** The deployed versions of a definition, its tenants (null means shared by all), and the XML of versions, if known. */
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
