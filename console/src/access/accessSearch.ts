import type { PrincipalType } from '../api/operations.generated.js';

export interface AccessSearch {
  tab?: 'tokens';
  q?: string;
  type?: PrincipalType;
  /** The principal that stands open beside the list. */
  open?: string;
}

export type ChangeSearch = (change: { [Key in keyof AccessSearch]?: AccessSearch[Key] | undefined }) => void;
