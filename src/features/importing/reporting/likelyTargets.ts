import { isJsonObject } from '../../../shared/json.js';
import type { WorkerContext } from '../../workers/index.js';
import { candidatesInPlan } from '../plan/candidatesInPlan.js';
import type { MissingTarget } from '../plan/missingTargets.js';
import type { PlanRow } from '../tables/planRows.js';

/** An unmet reference, with the kind and spec that contain it. */
export interface OpenNeed extends MissingTarget {
  sourceKind: string;
  targetKinds: readonly string[];
  spec: string | null;
}

/** For each reference, the most likely intended name in the file or on the branch; absent if none is similar. */
export async function likelyTargets(
  context: WorkerContext,
  plan: PlanRow,
  needs: readonly OpenNeed[],
): Promise<Map<OpenNeed, string>> {
  if (needs.length === 0) return new Map();
  const missing = needs.map((need) => ({
    name: need.targetName,
    kinds: need.targetKinds,
    hint: hintOf(context, need),
    neededBy: need.ordinal,
  }));
  const candidates = await candidatesInPlan(context, plan, { missing, limit: 1 });
  const likely = new Map<OpenNeed, string>();
  for (const [index, need] of needs.entries()) {
    const [first] = candidates[index] ?? [];
    if (first) likely.set(need, first.name);
  }
  return likely;
}

/** What the spec says about the target besides its name. */
function hintOf({ kinds, edgeTypes }: WorkerContext, { sourceKind, typeId, at, spec }: OpenNeed): string | undefined {
  const declarations = kinds.find(sourceKind)?.references ?? [];
  const declarationIndex = declarations.findIndex((_, index) => edgeTypes.idOf(sourceKind, index) === typeId);
  const parsed: unknown = spec === null ? null : JSON.parse(spec);
  if (declarationIndex < 0 || !isJsonObject(parsed)) return undefined;
  return kinds.hintOf(sourceKind, parsed, { declarationIndex, at });
}
