/** Holds what a place of a spec asks against what there is. Pure: it is asked for each place of each item. */
import type { TargetNeed, TargetOffer, Tenant } from '../../kinds/worker.js';

/** What is known of the target of a need. */
export interface NeedFacts {
  targetKind: string;
  /** The name in the file; the need holds what stands for it. */
  nameInFile: string;
  /** Undefined when there is no such target: that is told elsewhere. */
  offer: TargetOffer | undefined;
  /** The tenants of the target that who imports may use; null for all of it, none for nothing of it. */
  usableTenants: readonly Tenant[] | null;
  /** The tenants for which the container takes it; undefined when it does not take it at all, null when no container is asked. */
  sourceTenants: readonly Tenant[] | undefined | null;
}

/** What came of it. */
export interface JudgedNeed {
  need: TargetNeed;
  targetKind: string;
  nameInFile: string;
  offer: TargetOffer | undefined;
  /** False when who imports may not use the target, or not for all of the tenants. */
  isAuthorized: boolean;
  /** Versions that are named and are not there. */
  missingVersions: readonly string[];
  keptVersions: readonly string[];
  /** True when no version remains. */
  isVersionless: boolean;
  /** The tenants that are named, when none of them has the target. */
  missingTenants: readonly Tenant[];
  /** For which tenants the container lacks the target; undefined when it lacks nothing. */
  gap: { type: 'SOURCE' | 'TENANT'; tenants: readonly Tenant[] } | undefined;
}

export function judgeNeed(need: TargetNeed, facts: NeedFacts): JudgedNeed {
  const { targetKind, nameInFile, offer, usableTenants } = facts;
  const isAuthorized = offer === undefined || isUsable(need, usableTenants);
  const verdict = { need, targetKind, nameInFile, offer, isAuthorized, gap: offer && gapOf(need, facts.sourceTenants) };
  // Of what may not be used, nothing more is told.
  if (offer === undefined || !isAuthorized) {
    return { ...verdict, missingVersions: [], keptVersions: need.versions, isVersionless: false, missingTenants: [] };
  }
  return { ...verdict, ...judgeVersions(need, offer), missingTenants: missingTenants(need, offer) };
}

/** Whether an item with such a need can't be imported. */
export function standsInTheWay(
  { isAuthorized, isVersionless, missingTenants: missing, gap }: JudgedNeed,
  isScopeExtended: boolean,
): boolean {
  return !isAuthorized || isVersionless || missing.length > 0 || (gap !== undefined && !isScopeExtended);
}

/** Whether there is anything to be said. */
export function isNoteworthy(judged: JudgedNeed): boolean {
  return standsInTheWay(judged, false) || judged.missingVersions.length > 0;
}

function isUsable({ tenants }: TargetNeed, usable: readonly Tenant[] | null): boolean {
  if (usable === null) return true;
  return tenants.length === 0 ? usable.length > 0 : tenants.every((tenant) => usable.includes(tenant));
}

function judgeVersions(
  { versions, isAnyVersion }: TargetNeed,
  { versions: offered }: TargetOffer,
): Pick<JudgedNeed, 'missingVersions' | 'keptVersions' | 'isVersionless'> {
  if (isAnyVersion) return { missingVersions: [], keptVersions: versions, isVersionless: offered.length === 0 };
  const there = new Set(offered);
  const keptVersions = versions.filter((version) => there.has(version));
  const missingVersions = versions.filter((version) => !there.has(version));
  return { missingVersions, keptVersions, isVersionless: versions.length > 0 && keptVersions.length === 0 };
}

/** What all tenants share, every tenant has; else one of those that are named is enough. */
function missingTenants({ tenants }: TargetNeed, { tenants: offered }: TargetOffer): readonly Tenant[] {
  if (offered.includes(null) || tenants.some((tenant) => offered.includes(tenant))) return [];
  return tenants;
}

function gapOf({ tenants }: TargetNeed, sourceTenants: NeedFacts['sourceTenants']): JudgedNeed['gap'] {
  if (sourceTenants === null) return undefined;
  const needed = tenants.length === 0 ? [null] : tenants;
  if (sourceTenants === undefined) return { type: 'SOURCE', tenants: needed };
  const lacking = needed.filter((tenant) => !sourceTenants.includes(tenant));
  return lacking.length === 0 ? undefined : { type: 'TENANT', tenants: lacking };
}
