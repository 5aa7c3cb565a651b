import type { JsonObject } from '../../../../shared/json.js';
import { anyObject, listOf, nonEmptyText, openObject, text } from '../../schemaParts.js';

const texts = listOf(text);

/** A definition that a report is about. The original takes at most ten of them. */
const definitions: JsonObject = {
  ...listOf(
    openObject({
      identifier: text,
      key: text,
      name: text,
      displayName: text,
      versions: listOf(nonEmptyText),
      tenantIds: texts,
    }),
  ),
  maxItems: 10,
};

const filter = openObject({ type: nonEmptyText, filterLevel: text, appliedTo: texts }, ['type']);

/**
 * A report about processes or decisions. Its description is null, absent or a text, and stays whichever of these it is; how long it may
 * be, the kind's check says.
 */
export const reportJsonSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...openObject(
    {
      description: text,
      data: openObject({
        configuration: anyObject,
        definitions,
        filter: listOf(filter),
        view: anyObject,
        groupBy: anyObject,
        distributedBy: anyObject,
        visualization: text,
      }),
    },
    ['data'],
  ),
};
