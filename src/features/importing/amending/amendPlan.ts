import type { Problem } from '../../../shared/problem.js';
import type { WorkerContext } from '../../workers/index.js';
import { derivePlan } from '../plan/derivePlan.js';
import { busyPlan, unknownPlan } from '../tables/planNotReady.js';
import { planToChange, type PlanRow } from '../tables/planRows.js';

/**
 * Stores a choice and derives the plan again, in one transaction. Only a `READY` plan can be changed; else a problem is
 * returned.
 */
export async function amendPlan(
  context: WorkerContext,
  planId: string,
  choose: (plan: PlanRow) => Promise<Problem[]>,
): Promise<Problem[]> {
  return context.connection.transaction(async () => {
    const plan = await planToChange(context.connection, planId);
    if (!plan) return [unknownPlan()];
    if (plan.status !== 'READY') return [await busyPlan(context, plan)];
    const problems = await choose(plan);
    if (problems.length === 0) await derivePlan(context, planId);
    return problems;
  });
}
