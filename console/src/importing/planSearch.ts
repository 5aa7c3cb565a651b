import type { ImportAction } from '../api/operations.generated.js';

export interface PlanSearch {
  /** Only items with this action. */
  action?: ImportAction;
  kind?: string;
  q?: string;
  /** Whether the mapping of fields is shown instead of the items. */
  mapping?: boolean;
}

export type PlanSearchChange = { [Key in keyof PlanSearch]?: PlanSearch[Key] | undefined };
