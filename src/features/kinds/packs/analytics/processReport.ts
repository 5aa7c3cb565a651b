import { defineKind } from '../../kind.js';
import { checkReport } from './checkReport.js';
import { crossCheckProcessReport } from './crossCheckReport.js';
import { definitionPrerequisites } from './definitionPrerequisites.js';
import { report } from './identities.js';
import { kindNames } from './kindNames.js';
import { reportJsonSchema } from './reportSchema.js';

/** A query on the instances of up to ten processes, and the visualization of its result. */
export const processReport = defineKind({
  ...report,
  name: kindNames.processReport,
  title: 'process report',
  pluralTitle: 'process reports',
  description: 'A query on the instances of processes, and the visualization of its result.',
  schema: reportJsonSchema,
  references: [
    {
      at: '/data/definitions/*/key',
      to: [kindNames.processDefinition],
      requirement: 'REQUIRED',
      strength: 'HARD',
      whenMissing: 'BLOCK',
      needsRight: true,
      prerequisites: definitionPrerequisites,
    },
  ],
  check: checkReport,
  crossCheck: crossCheckProcessReport,
});
