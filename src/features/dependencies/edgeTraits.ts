import type { ProblemSeverity } from '../../shared/problem.js';
import type { EdgeTypes, KindRegistry, Requirement, Strength } from '../kinds/worker.js';
import { childTypeId, parentTypeId } from './edges.sql.js';

export interface EdgeMeanings {
  kinds: KindRegistry;
  edgeTypes: EdgeTypes;
}

/** Properties that all edges of a type share. */
export interface EdgeTraits {
  requirement: Requirement;
  strength: Strength;
  targetKinds: readonly string[];
  isSilent: boolean;
  whenMissing: 'BLOCK' | 'WARN' | 'IGNORE';
  isExternal: boolean;
}

/** What an import says where the target of an edge is missing: an error blocks the source. Null if it says nothing. */
export function severityIfMissing({ whenMissing }: Pick<EdgeTraits, 'whenMissing'>): ProblemSeverity | null {
  if (whenMissing === 'IGNORE') return null;
  return whenMissing === 'BLOCK' ? 'ERROR' : 'WARNING';
}

/** Whether every project has the target of an edge without a resource. */
export function isBuiltInTarget(
  { kinds }: Pick<EdgeMeanings, 'kinds'>,
  traits: EdgeTraits,
  targetName: string,
): boolean {
  return traits.isExternal && kinds.isBuiltIn(traits.targetKinds, targetName);
}

/**
 * The properties of an edge. `INCLUDED` becomes `REQUIRED` if the target's kind is never exported (a CRUD collection), because the
 * target must exist where the source is imported. `sourceKind` and `targetKind`: kinds of the resources; `targetKind` is undefined if
 * the target does not exist.
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

/** The edge to a container that the resource does not require. */
const looseContainment = { requirement: 'ADVISED', strength: 'SOFT', whenMissing: 'WARN' } as const;
