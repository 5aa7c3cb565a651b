import type { JsonObject } from '../../../../shared/json.js';
import { defineKind } from '../../kind.js';
import { anyObject, listOf, nonEmptyText, openObject, text } from '../../schemaParts.js';
import { checkDescription } from './checkDescription.js';
import { crossCheckFlags } from './systemFlags.js';
import { report } from './identities.js';
import { kindNames } from './kindNames.js';

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...openObject(
    {
      description: text,
      data: openObject({
        configuration: anyObject,
        visualization: text,
        reports: listOf(openObject({ id: nonEmptyText, color: text }, ['id'])),
      }),
    },
    ['data'],
  ),
};

/** Several process reports in one diagram, each with its colour, in the order of the diagram. */
export const combinedReport = defineKind({
  ...report,
  name: kindNames.combinedReport,
  title: 'combined report',
  pluralTitle: 'combined reports',
  description: 'Several process reports, drawn together in one diagram.',
  schema,
  references: [
    {
      at: '/data/reports/*/id',
      to: [kindNames.processReport],
      requirement: 'INCLUDED',
      strength: 'HARD',
      whenMissing: 'BLOCK',
    },
  ],
  check: checkDescription,
  crossCheck: crossCheckFlags,
});
