/** What an entity of a file is, by its `exportEntityType`. */
import { analyticsKinds } from '../../kinds/worker.js';

/** One sort of entities. */
export interface EntityType {
  /** As files have it. */
  exportEntityType: string;
  kind: string;
  /** As the original calls the index that holds such entities; each has a schema number of its own. */
  indexName: string;
  /** Names are unique among all entities of a group. */
  group: 'report' | 'dashboard';
}

/** All sorts, in the order in which files are written. */
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

/** The sort of an entity; undefined for what there is not. */
export function entityTypeNamed(exportEntityType: unknown): EntityType | undefined {
  return typeByName.get(exportEntityType);
}

/** The sort of the resources of a kind; undefined for kinds that files of the original can't hold. */
export function entityTypeOfKind(kind: string): EntityType | undefined {
  return typeByKind.get(kind);
}
