import type { FieldMapping } from '../../formats/index.js';
import type { Problem } from '../../../shared/problem.js';
import type { WorkerCall } from '../../workers/index.js';
import { planNotReady, unknownPlan } from '../tables/planNotReady.js';
import { canPlanBecome } from '../tables/importStates.js';
import { readPlan } from '../tables/planRows.js';
import { findUpload, readOptions } from '../tables/readUpload.js';
import { checkNewMapping } from './checkPlanMapping.js';

interface Remapping {
  planId: string;
  /** Empty to remove the mapping. */
  mapping: readonly FieldMapping[];
}

/** The problems that prevent re-reading the file of a plan with a changed mapping. */
export const checkRemappingCall: WorkerCall<Remapping, Problem[]> = {
  name: 'importing.checkRemapping',
  isRead: true,
  run: async (context, { planId, mapping }) => {
    const plan = await readPlan(context.connection, planId);
    if (!plan) return [unknownPlan()];
    if (!canPlanBecome(plan.status, 'STAGING')) return [planNotReady(plan)];
    const upload = await findUpload(context, plan);
    if (!upload) return [planNotReady(plan)];
    const options = { ...readOptions(upload, plan.options), mapping };
    const problems = await checkNewMapping(context, plan, { format: plan.format, options });
    return problems.map((problem) => ({ ...problem, path: ['input', ...problem.path] }));
  },
};
