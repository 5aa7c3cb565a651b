/**
 * Checks what a reference in a spec requires of its target (versions, tenants, rights, data sources) against what exists. Pure:
 * it runs for each reference of each item.
 */
import type { RequiredTarget, TargetOffer, Tenant } from '../../kinds/worker.js';

/** The facts about the target of a reference. */
export interface TargetFacts {
  targetKind: string;
  /** The name in the file; `required.name` is the name after a replacement. */
  nameInFile: string;
  /** Undefined if the target does not exist: that is reported elsewhere. */
  offer: TargetOffer | undefined;
  /** The tenants of the target that the importing user may use: null for all, empty for none. */
  usableTenants: readonly Tenant[] | null;
  /**
   * The tenants for which the container has the target as a data source: undefined if it is no data source, null if there is no
   * container.
   */
  sourceTenants: readonly Tenant[] | undefined | null;
}

/** The result of the check. */
export interface JudgedPrerequisite {
  required: RequiredTarget;
  targetKind: string;
  nameInFile: string;
  offer: TargetOffer | undefined;
  /** False if the importing user may not use the target, or not for all tenants. */
  isAuthorized: boolean;
  /** Versions that the reference names and that do not exist. */
  missingVersions: readonly string[];
  keptVersions: readonly string[];
  /** Whether no version remains. */
  isVersionless: boolean;
  /** The tenants that the reference names, if the target exists for none of them; else empty. */
  missingTenants: readonly Tenant[];
  /** The tenants for which the container lacks the data source; undefined if it lacks none. */
  gap: { type: 'SOURCE' | 'TENANT'; tenants: readonly Tenant[] } | undefined;
}

export function judgePrerequisite(required: RequiredTarget, facts: TargetFacts): JudgedPrerequisite {
  const { targetKind, nameInFile, offer, usableTenants } = facts;
  const isAuthorized = offer === undefined || isUsable(required, usableTenants);
  const verdict = {
    required,
    targetKind,
    nameInFile,
    offer,
    isAuthorized,
    gap: offer && gapOf(required, facts.sourceTenants),
  };
  // Versions and tenants of a target that may not be used are not disclosed.
  if (offer === undefined || !isAuthorized) {
    return {
      ...verdict,
      missingVersions: [],
      keptVersions: required.versions,
      isVersionless: false,
      missingTenants: [],
    };
  }
  return { ...verdict, ...judgeVersions(required, offer), missingTenants: missingTenants(required, offer) };
}

/** Whether the item cannot be imported. */
export function blocksItem(
  { isAuthorized, isVersionless, missingTenants: missing, gap }: JudgedPrerequisite,
  isScopeExtended: boolean,
): boolean {
  return !isAuthorized || isVersionless || missing.length > 0 || (gap !== undefined && !isScopeExtended);
}

/** Whether there is anything to report. */
export function isNoteworthy(judged: JudgedPrerequisite): boolean {
  return blocksItem(judged, false) || judged.missingVersions.length > 0;
}

function isUsable({ tenants }: RequiredTarget, usable: readonly Tenant[] | null): boolean {
  if (usable === null) return true;
  return tenants.length === 0 ? usable.length > 0 : tenants.every((tenant) => usable.includes(tenant));
}

function judgeVersions(
  { versions, isAnyVersion }: RequiredTarget,
  { versions: offered }: TargetOffer,
): Pick<JudgedPrerequisite, 'missingVersions' | 'keptVersions' | 'isVersionless'> {
  if (isAnyVersion) return { missingVersions: [], keptVersions: versions, isVersionless: offered.length === 0 };
  const there = new Set(offered);
  const keptVersions = versions.filter((version) => there.has(version));
  const missingVersions = versions.filter((version) => !there.has(version));
  return { missingVersions, keptVersions, isVersionless: versions.length > 0 && keptVersions.length === 0 };
}

/** A target shared by all tenants satisfies every tenant; else one of the named tenants is enough. */
function missingTenants({ tenants }: RequiredTarget, { tenants: offered }: TargetOffer): readonly Tenant[] {
  if (offered.includes(null) || tenants.some((tenant) => offered.includes(tenant))) return [];
  return tenants;
}

function gapOf({ tenants }: RequiredTarget, sourceTenants: TargetFacts['sourceTenants']): JudgedPrerequisite['gap'] {
  if (sourceTenants === null) return undefined;
  const wanted = tenants.length === 0 ? [null] : tenants;
  if (sourceTenants === undefined) return { type: 'SOURCE', tenants: wanted };
  const lacking = wanted.filter((tenant) => !sourceTenants.includes(tenant));
  return lacking.length === 0 ? undefined : { type: 'TENANT', tenants: lacking };
}
