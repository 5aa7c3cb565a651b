import type { JsonObject } from '../../../../shared/json.js';
import { anyObject, listOf, nonEmptyText, openObject, text } from '../../schemaParts.js';

const texts = listOf(text);

/** The definitions of a report. The original allows at most ten. */
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
 * A report on processes or decisions. The description is null, absent or a text, and is kept as it is; `check` limits its
 * length.
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
