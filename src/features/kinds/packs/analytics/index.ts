import type { KindPack } from '../../kindPack.js';
import { collection } from './collection.js';
import { combinedReport } from './combinedReport.js';
import { dashboard } from './dashboard.js';
import { decisionDefinition } from './decisionDefinition.js';
import { decisionReport } from './decisionReport.js';
import { processDefinition } from './processDefinition.js';
import { processReport } from './processReport.js';

/** The resources of Camunda Optimize, and the definitions that they use. */
export const analyticsPack: KindPack = {
  name: 'analytics',
  title: 'Analytics',
  state: 'beta',
  exportNeeds: 'EDITOR',
  kinds: [processDefinition, decisionDefinition, collection, processReport, decisionReport, combinedReport, dashboard],
};
