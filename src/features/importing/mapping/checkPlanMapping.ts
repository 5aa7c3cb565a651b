import { checkMapping, takesMapping, type FileRecords, type ReadOptions } from '../../formats/index.js';
import { warningProblem, type Problem } from '../../../shared/problem.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { fieldsOfRecords } from './fieldsOfRecords.js';
import { unknownTargets } from './mapping.rules.js';

export type MappingContext = Pick<WorkerContext, 'connection' | 'kinds'>;

/** Checks the mapping that the file is read with against the fields of its records. */
export async function checkPlanMapping(
  context: MappingContext,
  plan: PlanRow,
  { format, records }: { format: string; records: FileRecords | null },
): Promise<Problem[]> {
  const mapping = plan.options.mapping ?? records?.mapping;
  if (mapping === undefined) return [];
  if (records) return checkTargets(context, plan, { records, mapping });
  return takesMapping(format) ? [] : [uselessMapping()];
}

/** The problems of targets that the records do not have. */
export async function checkTargets(
  context: MappingContext,
  plan: PlanRow,
  { records, mapping }: { records: FileRecords; mapping: NonNullable<ReadOptions['mapping']> },
): Promise<Problem[]> {
  const faults = checkMapping(mapping);
  const known = faults.length > 0 ? null : await fieldsOfRecords(context, plan, records);
  return known ? unknownTargets(mapping, { known, isTable: records.isTable === true }) : faults;
}

export const noRecords = 'The file contains resources and not a list of records, so there is nothing to map';

function uselessMapping(): Problem {
  const fix = 'Leave the mapping out.';
  return warningProblem('SETTING_UNKNOWN', `${noRecords}; the mapping has no effect.`, { path: ['mapping'], fix });
}
