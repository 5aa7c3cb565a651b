/** Types of entities, by their `exportEntityType`. */
import { analyticsKinds } from '../../kinds/worker.js';

export interface EntityType {
  exportEntityType: string;
  kind: string;
  /** Name of the index that holds these entities in Camunda Optimize. Each index has its own schema version. */
  indexName: string;
  /** Names are unique within a group. */
  group: 'report' | 'dashboard';
}

/** All types, in the order in which files are written. */
export const entityTypes: readonly EntityType[] = [
  {
    exportEntityType: 'single_process_report',
    kind: analyticsKinds.processReport,
    indexName: 'single-process-report',
    group: 'report',
  },
  {
    exportEntityType: 'single_decision_report',
    kind: analyticsKinds.decisionReport,
    indexName: 'single-decision-report',
    group: 'report',
  },
  {
    exportEntityType: 'combined_report',
    kind: analyticsKinds.combinedReport,
    indexName: 'combined-report',
    group: 'report',
  },
  { exportEntityType: 'dashboard', kind: analyticsKinds.dashboard, indexName: 'dashboard', group: 'dashboard' },
];

const typeByName: ReadonlyMap<unknown, EntityType> = new Map(entityTypes.map((type) => [type.exportEntityType, type]));
const typeByKind: ReadonlyMap<string, EntityType> = new Map(entityTypes.map((type) => [type.kind, type]));

/** The type with this `exportEntityType`; undefined if it is unknown. */
export function entityTypeNamed(exportEntityType: unknown): EntityType | undefined {
  return typeByName.get(exportEntityType);
}

/** The type for resources of a kind; undefined if files of Camunda Optimize cannot contain the kind. */
export function entityTypeOfKind(kind: string): EntityType | undefined {
  return typeByKind.get(kind);
}
