import type { Reader } from '../../../shared/session.js';

/**
 * What is to stand for a name that items need: another name, another version or tenant of it, or several of these; all null takes the
 * choice back.
 */
export interface RemapChoice {
  planId: string;
  kind: string;
  name: string;
  toName: string | null;
  toVersion: string | null;
  /** Empty for "no tenant". */
  toTenant: string | null;
  /** Who chooses; null for who sees everything. */
  reader: Reader | null;
}
