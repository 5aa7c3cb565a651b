import type { Problem } from '../../shared/problem.js';
import type { WorkerCall } from '../workers/index.js';
import { planNotReady, unknownPlan } from './amending/amendPlan.js';
import { canPlanBecome } from './importStates.js';
import { planToChange, readPlan } from './planRows.js';
import { clearStaging } from './staging/clearStaging.js';

/** Gives a plan up and removes what was staged for it; the upload and the history of its tasks stay. */
export const discardImportCall: WorkerCall<{ planId: string }, Problem[]> = {
  name: 'importing.discard',
  run: async (context, { planId }) => {
    const { connection, clock } = context;
    const problems = await connection.transaction(async () => {
      const plan = await planToChange(connection, planId);
      if (!plan) return [unknownPlan()];
      if (!canPlanBecome(plan.status, 'DISCARDED')) return [planNotReady(plan)];
      await connection.run(`UPDATE import_plan SET status = 'DISCARDED', updated_at = :now WHERE id = :planId`, {
        planId,
        now: clock.now(),
      });
      return [];
    });
    if (problems.length > 0) return problems;
    const plan = await readPlan(connection, planId);
    if (plan) await clearStaging(connection, plan.no);
    return [];
  },
};
