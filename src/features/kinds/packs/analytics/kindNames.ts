/** Names of the kinds of this pack, for references between them. */
export const kindNames = {
  processReport: 'analytics/ProcessReport',
  decisionReport: 'analytics/DecisionReport',
  combinedReport: 'analytics/CombinedReport',
  dashboard: 'analytics/Dashboard',
  collection: 'analytics/Collection',
  processDefinition: 'analytics/ProcessDefinition',
  decisionDefinition: 'analytics/DecisionDefinition',
} as const;

/** The kinds of reports that a tile may show, most likely first. They share a namespace, because a tile does not state the kind. */
export const reportKinds: readonly string[] = [
  kindNames.processReport,
  kindNames.decisionReport,
  kindNames.combinedReport,
];
