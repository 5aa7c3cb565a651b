import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../planRows.js';

/** Among what a text is unique: the resources of each of some kinds. */
export interface TextScope {
  kinds: readonly string[];
}

/** The scopes that a plan has items in; none for most files, so that nothing is compared. */
export function textScopes({ kinds }: WorkerContext, plan: PlanRow): TextScope[] {
  const declared = (plan.options.uniqueKinds ?? []).filter((name) => kinds.find(name)?.uniqueMembers !== undefined);
  return declared.length === 0 ? [] : [{ kinds: declared }];
}
