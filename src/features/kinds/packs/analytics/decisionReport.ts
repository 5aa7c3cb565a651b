import { defineKind } from '../../kind.js';
import { checkReport } from './checkReport.js';
import { crossCheckReport } from './crossCheckReport.js';
import { definitionPrerequisites } from './definitionPrerequisites.js';
import { report } from './identities.js';
import { kindNames } from './kindNames.js';
import { reportJsonSchema } from './reportSchema.js';

/** A query on the evaluations of decisions, and the visualization of its result. */
export const decisionReport = defineKind({
  ...report,
  name: kindNames.decisionReport,
  title: 'decision report',
  pluralTitle: 'decision reports',
  description: 'A query on the evaluations of decisions, and the visualization of its result.',
  schema: reportJsonSchema,
  references: [
    {
      at: '/data/definitions/*/key',
      to: [kindNames.decisionDefinition],
      requirement: 'REQUIRED',
      strength: 'HARD',
      whenMissing: 'BLOCK',
      needsRight: true,
      prerequisites: definitionPrerequisites,
    },
  ],
  check: checkReport,
  crossCheck: crossCheckReport,
});
