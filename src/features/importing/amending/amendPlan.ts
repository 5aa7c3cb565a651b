import type { Problem } from '../../../shared/problem.js';
import type { WorkerContext } from '../../workers/index.js';
import { derivePlan } from '../plan/derivePlan.js';
import { ItemDerivation } from '../plan/deriveItems.js';
import { busyPlan, unknownPlan } from '../tables/planNotReady.js';
import { planToChange, type PlanRow } from '../tables/planRows.js';

/** Stores a choice; `touch` is called before it, with the ordinals of all items that it is for, if they are few. */
type Choose = (plan: PlanRow, touch: (ordinals: readonly number[]) => Promise<void>) => Promise<Problem[]>;

/**
 * Stores a choice and derives again what it reaches, in one transaction. Only a `READY` plan can be changed; else a problem is
 * returned.
 */
export function amendPlan(context: WorkerContext, planId: string, choose: Choose): Promise<Problem[]> {
  return amendAndLook(context, planId, { choose, look: () => Promise.resolve() });
}

/** The same, with a look at the plan as it is then, in the same transaction. */
export async function amendAndLook(
  context: WorkerContext,
  planId: string,
  { choose, look }: { choose: Choose; look: (plan: PlanRow) => Promise<void> },
): Promise<Problem[]> {
  return context.connection.transaction(async () => {
    const plan = await planToChange(context.connection, planId);
    if (!plan) return [unknownPlan()];
    if (plan.status !== 'READY') return [await busyPlan(context, plan)];
    let begun: ItemDerivation | undefined;
    const problems = await choose(plan, async (ordinals) => {
      begun = await ItemDerivation.begin(context, plan, ordinals);
    });
    if (problems.length > 0) return problems;
    const isDerived = begun !== undefined && (await begun.finish());
    if (!isDerived) await derivePlan(context, planId);
    await look(plan);
    return problems;
  });
}
