import type { Reader } from '../../../shared/session.js';

/** The replacement of a prerequisite: another name, version or tenant, or several of these. All null removes the replacement. */
export interface RemapChoice {
  planId: string;
  kind: string;
  name: string;
  toName: string | null;
  toVersion: string | null;
  /** Empty for "no tenant". */
  toTenant: string | null;
  /** The caller; null if the caller may see every resource. */
  reader: Reader | null;
}
