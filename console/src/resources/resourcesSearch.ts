/** What of the resources page its address says. */
import type { ResourceMode, ResourceOrderField } from '../api/operations.generated.js';
import { drawerTabs, type DrawerTab } from './drawerTabs.js';

export interface ResourcesSearch {
  kind?: string;
  q?: string;
  mode?: ResourceMode;
  /** The key of the project that references come from. */
  from?: string;
  sort?: ResourceOrderField;
  desc?: boolean;
  /** The resource that stands open beside the table. */
  open?: string;
  /** What of it is shown; its spec when absent. */
  tab?: DrawerTab;
}

export type SearchChange = { [Key in keyof ResourcesSearch]?: ResourcesSearch[Key] | undefined };

export const allKinds = 'all';

const sortFields = new Set<unknown>(['NAME', 'KIND', 'CREATED_AT', 'UPDATED_AT']);

export function resourcesSearch({
  kind,
  q,
  mode,
  from,
  sort,
  desc,
  open,
  tab,
}: Record<string, unknown>): ResourcesSearch {
  return {
    ...(typeof kind === 'string' && { kind }),
    ...(typeof q === 'string' && q !== '' && { q }),
    ...((mode === 'EDITABLE' || mode === 'REFERENCE') && { mode }),
    ...(typeof from === 'string' && from !== '' && { from }),
    ...(sortFields.has(sort) && { sort: sort as ResourceOrderField }),
    ...(desc === true && { desc }),
    ...(typeof open === 'string' && { open }),
    ...(drawerTabs.has(tab) && { tab: tab as DrawerTab }),
  };
}
