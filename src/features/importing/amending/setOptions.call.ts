import type { Problem } from '../../../shared/problem.js';
import type { WorkerCall } from '../../workers/index.js';
import type { WriteStrategies } from '../tables/importStates.js';
import { updatePlan } from '../tables/planRows.js';
import { amendPlan } from './amendPlan.js';

/** What is chosen anew; what is absent stays as it was. */
export interface OptionsChoice extends WriteStrategies {
  planId: string;
  isDeletionAllowed?: boolean | null | undefined;
  intoCollection?: string | null | undefined;
  isScopeExtended?: boolean | null | undefined;
  isPrivate?: boolean | null | undefined;
}

/** Chooses how copies meet what has their names already. */
export const setOptionsCall: WorkerCall<OptionsChoice, Problem[]> = {
  name: 'importing.setOptions',
  run: (context, { planId, ...choice }) =>
    amendPlan(context, planId, async (plan) => {
      const chosen = Object.entries(choice).filter(([, value]) => value !== null && value !== undefined);
      await updatePlan(context.connection, planId, { options: { ...plan.options, ...Object.fromEntries(chosen) } });
      return [];
    }),
};
