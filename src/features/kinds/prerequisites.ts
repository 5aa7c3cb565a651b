/** The requirements of a reference on its target beyond existence: versions, and tenants that have it. */
import type { JsonObject } from '../../shared/json.js';

/** The id of a tenant; null means "no tenant": shared by all tenants. */
export type Tenant = string | null;

/** The requirements of one reference. */
export interface RequiredTarget {
  /** JSON Pointer to the name, as in the reference. */
  at: string;
  name: string;
  /** As listed in the spec. */
  versions: readonly string[];
  /** Whether any version is sufficient. */
  isAnyVersion: boolean;
  /** One of them must have the target; empty for no requirement. */
  tenants: readonly Tenant[];
}

/** The replaced versions and tenants of a reference. */
export type RequiredTargetChange = Partial<Pick<RequiredTarget, 'versions' | 'tenants'>>;

/** How the requirements of a reference are read and rewritten; part of its declaration. */
export interface PrerequisiteRules {
  find: (spec: JsonObject) => RequiredTarget[];
  /** The spec with versions and tenants replaced; undefined keeps those of a reference. */
  rewrite: (spec: JsonObject, changeOf: (required: RequiredTarget) => RequiredTargetChange | undefined) => JsonObject;
  /** Words that mean any version. */
  anyVersionWords: readonly string[];
}

/** The versions and tenants of a target; part of the declaration of its kind. */
export interface TargetOffer {
  versions: readonly string[];
  tenants: readonly Tenant[];
}

/** A data source that a container lacks, or lacks for some tenants. */
export interface SourceGap {
  kind: string;
  name: string;
  tenants: readonly Tenant[];
}

/** For containers that restrict the targets of the resources inside. */
export interface SourceScope {
  /** The tenants for which the container allows a target; undefined if it does not allow it at all. */
  tenantsOf: (spec: JsonObject, target: { kind: string; name: string }) => readonly Tenant[] | undefined;
  /** The spec with the missing data sources added. */
  extend: (spec: JsonObject, gaps: readonly SourceGap[]) => JsonObject;
}
