import type { Problem } from '../../../shared/problem.js';
import type { WorkerCall } from '../../workers/index.js';
import type { WriteStrategies } from '../tables/importStates.js';
import { updatePlan } from '../tables/planRows.js';
import { unknownSource, withPlainMirror } from '../mirror.js';
import { amendPlan } from './amendPlan.js';

/** The options to change; absent ones keep their values. */
export interface OptionsChoice extends WriteStrategies {
  planId: string;
  isDeletionAllowed?: boolean | null | undefined;
  mirrorKinds?: readonly string[] | null | undefined;
  intoCollection?: string | null | undefined;
  isScopeExtended?: boolean | null | undefined;
  isPrivate?: boolean | null | undefined;
}

/** Changes the options of a plan. */
export const setOptionsCall: WorkerCall<OptionsChoice, Problem[]> = {
  name: 'importing.setOptions',
  run: (context, { planId, ...choice }) =>
    amendPlan(context, planId, async (plan) => {
      if ((choice.mirrorKinds ?? []).length > 0 && plan.sourceProjectId === null)
        return [unknownSource(['input', 'mirrorKinds'])];
      const chosen = Object.entries(choice).filter(([, value]) => value !== null && value !== undefined);
      const options = withPlainMirror({ ...plan.options, ...Object.fromEntries(chosen) });
      await updatePlan(context.connection, planId, { options });
      return [];
    }),
};
