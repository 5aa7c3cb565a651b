import { defineKind } from '../../kind.js';
import { checkReport } from './checkReport.js';
import { crossCheckProcessReport } from './crossCheckReport.js';
import { definitionNeeds } from './definitionNeeds.js';
import { report } from './identities.js';
import { kindNames } from './kindNames.js';
import { reportJsonSchema } from './reportSchema.js';

/** What is asked of the data of up to ten processes, and how the answer is drawn. */
export const processReport = defineKind({
  ...report,
  name: kindNames.processReport,
  title: 'process report',
  pluralTitle: 'process reports',
  description: 'A question about the instances of processes, and how its answer is drawn.',
  schema: reportJsonSchema,
  references: [
    {
      at: '/data/definitions/*/key',
      to: [kindNames.processDefinition],
      requirement: 'REQUIRED',
      strength: 'HARD',
      whenMissing: 'BLOCK',
      needsRight: true,
      needs: definitionNeeds,
    },
  ],
  check: checkReport,
  crossCheck: crossCheckProcessReport,
});
