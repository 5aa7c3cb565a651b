import type { BundleFormat, EntityFormat, RecordFormat } from '../formats/index.js';
import type { RecordCondition } from './recordFilter.js';

/** What an export was asked to hold. */
export interface ExportSelection {
  branchId: string;
  resourceIds: readonly string[];
  kinds: readonly string[];
  isAll: boolean;
  /** Narrows what is named here; what that needs goes along whatever it holds. All must hold. */
  recordFilter?: readonly RecordCondition[];
  /** What is left out although something selected needs it; it becomes a requirement. */
  excludeIds: readonly string[];
  includeDependencies: boolean;
  /** Who exports; what they may not use does not travel. Null for tasks from before there were principals. */
  principalId?: string | null;
  /** Whether they are shown what they may not use; else it is not named to them. */
  seesRestricted?: boolean;
  /** Kinds that they may not export, whatever of them is selected, and the right that is lacking. */
  deniedKinds?: readonly string[];
}

/** How many of each a preview tells; of what has more, all are counted. */
export const previewBounds = {
  requirements: 1000,
  requiredBy: 50,
  unresolved: 1000,
  cycles: 100,
  cycleNodes: 100,
  reason: 50,
} as const;

/** The first of many, and how many there are. */
export interface Counted<Item> {
  total: number;
  first: Item[];
}

/** Why an item is part of an export. */
export type Inclusion = 'SELECTED' | 'NEEDS_CONFIRMATION' | 'SILENT';

/** What an export task was asked to do. */
export interface ExportOrder {
  selection: ExportSelection;
  format: BundleFormat | EntityFormat | RecordFormat;
  /** For records: a ZIP with one file for each class of them. */
  isArchive?: boolean;
  /** For records: only these fields, with dots for nested ones. */
  fields?: readonly string[];
}

/** Whether all of a branch is meant, less what is left out by its id. */
export function isWholeBranch({ isAll, resourceIds, kinds, recordFilter = [] }: ExportSelection): boolean {
  return isAll && resourceIds.length === 0 && kinds.length === 0 && recordFilter.length === 0;
}
