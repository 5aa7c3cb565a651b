import type { BundleFormat, EntityFormat, RecordFormat } from '../formats/index.js';
import type { RecordCondition } from './recordFilter.js';

/** The resources to export, and the rights of the caller. */
export interface ExportSelection {
  branchId: string;
  resourceIds: readonly string[];
  kinds: readonly string[];
  isAll: boolean;
  /** Conditions that selected resources must match. They do not apply to dependencies. */
  recordFilter?: readonly RecordCondition[];
  /** Resources to exclude even if selected resources depend on them; they become prerequisites. */
  excludeIds: readonly string[];
  includeDependencies: boolean;
  /** The caller. Resources that the caller must not use are not exported. Null for tasks from versions without principals. */
  principalId?: string | null;
  /** Whether the caller may see the names of resources that they must not use. */
  seesRestricted?: boolean;
  /** Kinds that the caller must not export. */
  deniedKinds?: readonly string[];
}

/** Maximum number of elements in each part of a preview. All elements are counted. */
export const previewBounds = {
  requirements: 1000,
  requiredBy: 50,
  unresolved: 1000,
  cycles: 100,
  cycleNodes: 100,
  reason: 50,
} as const;

/** The first elements of a list, and the total number. */
export interface Counted<Item> {
  total: number;
  first: Item[];
}

export type Inclusion = 'SELECTED' | 'NEEDS_CONFIRMATION' | 'SILENT';

/** The input of an export task. */
export interface ExportOrder {
  selection: ExportSelection;
  format: BundleFormat | EntityFormat | RecordFormat;
  /** For records: write a ZIP archive with one file per class. */
  isArchive?: boolean;
  /** For records: export only these fields; dots separate nested fields. */
  fields?: readonly string[];
}

/** Whether the selection is the whole branch, apart from `excludeIds`. */
export function isWholeBranch({ isAll, resourceIds, kinds, recordFilter = [] }: ExportSelection): boolean {
  return isAll && resourceIds.length === 0 && kinds.length === 0 && recordFilter.length === 0;
}
