/** What an export was asked to hold. */
export interface ExportSelection {
  branchId: string;
  resourceIds: readonly string[];
  kinds: readonly string[];
  isAll: boolean;
  /** What is left out although something selected needs it; it becomes a requirement. */
  excludeIds: readonly string[];
  includeDependencies: boolean;
}

/** Why an item is part of an export. */
export type Inclusion = 'SELECTED' | 'NEEDS_CONFIRMATION' | 'SILENT';
