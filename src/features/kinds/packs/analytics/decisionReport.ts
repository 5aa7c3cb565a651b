import { defineKind } from '../../kind.js';
import { checkReport } from './checkReport.js';
import { crossCheckReport } from './crossCheckReport.js';
import { definitionNeeds } from './definitionNeeds.js';
import { report } from './identities.js';
import { kindNames } from './kindNames.js';
import { reportJsonSchema } from './reportSchema.js';

/** What is asked of the data of decisions, and how the answer is drawn. */
export const decisionReport = defineKind({
  ...report,
  name: kindNames.decisionReport,
  title: 'decision report',
  pluralTitle: 'decision reports',
  description: 'A question about the evaluations of decisions, and how its answer is drawn.',
  schema: reportJsonSchema,
  references: [
    {
      at: '/data/definitions/*/key',
      to: [kindNames.decisionDefinition],
      requirement: 'REQUIRED',
      strength: 'HARD',
      whenMissing: 'BLOCK',
      needsRight: true,
      needs: definitionNeeds,
    },
  ],
  check: checkReport,
  crossCheck: crossCheckReport,
});
