import { isJsonObject } from '../../../shared/json.js';
import type { WorkerContext } from '../../workers/index.js';
import { candidatesInPlan } from '../suggesting/candidatesInPlan.js';
import type { MissingDependency } from '../plan/missingDependencies.js';
import type { ShownPlan } from '../tables/unseenBy.js';

/** An unmet reference, with the kind and spec that contain it. */
export interface OpenDependency extends MissingDependency {
  sourceKind: string;
  targetKinds: readonly string[];
  spec: string | null;
}

/** For each reference, the most likely intended name in the file or on the branch; absent if none is similar. */
export async function likelyTargets(
  context: WorkerContext,
  shown: ShownPlan,
  dependencies: readonly OpenDependency[],
): Promise<Map<OpenDependency, string>> {
  if (dependencies.length === 0) return new Map();
  const missing = dependencies.map((dependency) => ({
    name: dependency.targetName,
    kinds: dependency.targetKinds,
    hint: hintOf(context, dependency),
    requiredBy: dependency.ordinal,
  }));
  const candidates = await candidatesInPlan(context, shown, { missing, limit: 1 });
  const likely = new Map<OpenDependency, string>();
  for (const [index, dependency] of dependencies.entries()) {
    const [first] = candidates[index] ?? [];
    if (first) likely.set(dependency, first.name);
  }
  return likely;
}

/** What the spec says about the target besides its name. */
function hintOf(
  { kinds, edgeTypes }: WorkerContext,
  { sourceKind, typeId, at, spec }: OpenDependency,
): string | undefined {
  const declarations = kinds.find(sourceKind)?.references ?? [];
  const declarationIndex = declarations.findIndex((_, index) => edgeTypes.idOf(sourceKind, index) === typeId);
  const parsed: unknown = spec === null ? null : JSON.parse(spec);
  if (declarationIndex < 0 || !isJsonObject(parsed)) return undefined;
  return kinds.hintOf(sourceKind, parsed, { declarationIndex, at });
}
