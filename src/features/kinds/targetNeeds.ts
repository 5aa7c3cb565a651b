/** What a reference asks of the resource that it names beyond that it exists: versions of it, and tenants that have it. */
import type { JsonObject } from '../../shared/json.js';

/** A tenant by its id; null stands for "no tenant", which all of them share. */
export type Tenant = string | null;

/** What one place of a spec asks. */
export interface TargetNeed {
  /** JSON Pointer to the place that holds the name, as of the reference. */
  at: string;
  name: string;
  /** As the spec lists them. */
  versions: readonly string[];
  /** True when whatever versions there are will do. */
  isAnyVersion: boolean;
  /** One of them must have the target; none asks for nothing. */
  tenants: readonly Tenant[];
}

/** What stands for the versions and tenants of a place. */
export type NeedChange = Partial<Pick<TargetNeed, 'versions' | 'tenants'>>;

/** How a reference says what it needs; part of its declaration. */
export interface NeedRules {
  find: (spec: JsonObject) => TargetNeed[];
  /** The spec with versions and tenants replaced; undefined keeps those of a place. */
  rewrite: (spec: JsonObject, changeOf: (need: TargetNeed) => NeedChange | undefined) => JsonObject;
  /** Words in the place of a version that mean whatever there is. */
  anyVersionWords: readonly string[];
}

/** What a target has of it; part of the declaration of its kind. */
export interface TargetOffer {
  versions: readonly string[];
  tenants: readonly Tenant[];
}

/** A source that a container lacks for what goes into it, or lacks for some tenants. */
export interface SourceGap {
  kind: string;
  name: string;
  tenants: readonly Tenant[];
}

/** For kinds that contain others and say which targets these may need. */
export interface SourceScope {
  /** The tenants for which a target may be used; undefined when it may not be used at all. */
  tenantsOf: (spec: JsonObject, target: { kind: string; name: string }) => readonly Tenant[] | undefined;
  /** The spec with what it lacks. */
  extend: (spec: JsonObject, gaps: readonly SourceGap[]) => JsonObject;
}
