import { isId } from '../../shared/clock.js';
import type { Problem } from '../../shared/problem.js';
import type { WorkerCall, Workers } from '../workers/index.js';
import { notAnId } from './import.problems.js';
import type { ImportRepository } from './tables/import.repository.js';
import type { ImportPlan } from './tables/importPlan.entity.js';

/** A plan, or the problems why there is none. */
export interface PlanOutcome {
  plan: ImportPlan | null;
  problems: Problem[];
}

export function refused(problems: Problem[]): PlanOutcome {
  return { plan: null, problems };
}

/** Makes a call that changes a plan; returns the plan after the change. */
export async function changePlan<Args extends { planId: string }>(
  { workers, imports }: { workers: Workers; imports: ImportRepository },
  call: WorkerCall<Args, Problem[]>,
  args: Args,
): Promise<PlanOutcome> {
  if (!isId(args.planId)) return refused([notAnId(args.planId, 'planId')]);
  const problems = await workers.call(call, args);
  return problems.length > 0 ? refused(problems) : { plan: await imports.byId(args.planId), problems: [] };
}
