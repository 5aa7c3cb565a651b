import type { BundleSource } from '../../formats/index.js';
import type { AdviceFacts } from '../../kinds/worker.js';
import type { PlanRow } from '../tables/planRows.js';

/** The facts about an item that an advisory rule may use. */
export function adviceFacts(
  item: { kind: string; name: string; origins: readonly unknown[] },
  { plan, source }: { plan: PlanRow; source: Pick<BundleSource, 'project'> },
  mode: AdviceFacts['mode'],
): AdviceFacts {
  return {
    kind: item.kind,
    name: item.name,
    mode,
    sourceProjectKey: source.project?.key,
    targetProjectKey: plan.targetProjectKey,
    targetCapabilities: plan.targetCapabilities,
    isNestedReference: item.origins.length > 0,
  };
}
