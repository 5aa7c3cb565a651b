import type { ImportAction, ImportItemFilter } from '../api/operations.generated.js';

export interface PlanSearch {
  /** Only items with this action. */
  action?: ImportAction;
  kind?: string;
  q?: string;
  /** Whether the mapping of fields is shown instead of the items. */
  mapping?: boolean;
  /** Whether the items are drawn; a list when absent. */
  view?: 'graph';
}

export type PlanSearchChange = { [Key in keyof PlanSearch]?: PlanSearch[Key] | undefined };

export function filterOf({ action, kind, q = '' }: PlanSearch): ImportItemFilter {
  return {
    ...(action && { actions: [action] }),
    ...(kind !== undefined && { kinds: [kind] }),
    ...(q !== '' && { search: q }),
  };
}
