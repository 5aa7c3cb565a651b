import { type FieldMapping, describeFile, takesMapping, type ReadOptions } from '../../formats/index.js';
import { type Problem, errorProblem } from '../../../shared/problem.js';
import type { WorkerCall } from '../../workers/index.js';
import { planNotReady, unknownPlan } from '../tables/planNotReady.js';
import { canPlanBecome } from '../tables/importStates.js';
import { readPlan, type PlanRow } from '../tables/planRows.js';
import { findUpload, readOptions } from '../tables/readUpload.js';
import { checkTargets, noRecords, type MappingContext } from './checkPlanMapping.js';

interface NewMapping {
  planId: string;
  /** Empty to remove the mapping. */
  mapping: readonly FieldMapping[];
}

/** The problems that prevent re-reading the file of a plan with a changed mapping. */
export const checkNewMappingCall: WorkerCall<NewMapping, Problem[]> = {
  name: 'importing.checkNewMapping',
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

const sampleSize = 100;

/** The problems of a changed mapping, for a plan whose file was read before. An empty mapping has none. */
async function checkNewMapping(
  context: MappingContext,
  plan: PlanRow,
  { format, options }: { format: string | null; options: ReadOptions },
): Promise<Problem[]> {
  const { records } = plan.fileFacts;
  const { mapping = [] } = options;
  if (format === null || !takesMapping(format)) return [nothingToMap()];
  if (!records) return [unknownRecords()];
  if (mapping.length === 0) return [];
  const described = await describeFile(format, { ...options, limit: sampleSize });
  const faults = described?.problems.filter(({ code }) => code === 'MAPPING_INVALID' || code === 'FORBIDDEN_KEY') ?? [];
  return faults.length > 0 ? faults : checkTargets(context, plan, { records, mapping });
}

function unknownRecords(): Problem {
  const message = 'The kind of the records in the file is unknown, so they cannot be mapped.';
  return errorProblem('KIND_REQUIRED', message, {
    path: ['mapping'],
    fix: 'Upload the file again and state the kind.',
  });
}

function nothingToMap(): Problem {
  return errorProblem('MAPPING_INVALID', `${noRecords}.`, { path: ['mapping'], fix: 'Leave the mapping out.' });
}
