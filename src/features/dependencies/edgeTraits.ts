import type { EdgeTypes, KindRegistry, Requirement, Strength } from '../kinds/worker.js';
import { childTypeId, parentTypeId } from './edges.sql.js';

/** What gives edges their meaning. */
export interface EdgeMeanings {
  kinds: KindRegistry;
  edgeTypes: EdgeTypes;
}

/** What holds for every edge of a type. */
export interface EdgeTraits {
  requirement: Requirement;
  strength: Strength;
  targetKinds: readonly string[];
  isSilent: boolean;
  whenMissing: 'BLOCK' | 'WARN' | 'IGNORE';
  isExternal: boolean;
}

/**
 * The traits of an edge. A target of a kind that never travels (a CRUD collection) makes of `INCLUDED` a `REQUIRED`: it must
 * exist where the source goes. `sourceKind` and `targetKind` are those of the resources; the latter undefined when unresolved.
 */
export function edgeTraits(
  { kinds, edgeTypes }: EdgeMeanings,
  edge: { typeId: number; sourceKind: string; targetKind: string | undefined },
): EdgeTraits {
  if (edge.typeId === parentTypeId) {
    const source = kinds.find(edge.sourceKind);
    const targetKinds = source?.parentKind === undefined ? [] : [source.parentKind];
    return { ...containment, strength: 'HARD', targetKinds, ...(source?.isParentOptional && looseContainment) };
  }
  if (edge.typeId === childTypeId) {
    return { ...containment, targetKinds: edge.targetKind === undefined ? [] : [edge.targetKind] };
  }
  const type = edgeTypes.get(edge.typeId);
  const travels = edge.targetKind === undefined || kinds.get(edge.targetKind).isExportable;
  return travels || type.requirement !== 'INCLUDED' ? type : { ...type, requirement: 'REQUIRED' };
}

const containment = {
  requirement: 'INCLUDED',
  strength: 'CONTAINMENT',
  isSilent: false,
  whenMissing: 'BLOCK',
  isExternal: false,
} as const;

/** To the container of what may stand alone. */
const looseContainment = { requirement: 'ADVISED', strength: 'SOFT', whenMissing: 'WARN' } as const;
