import {
  checkMapping,
  describeFile,
  identifyRecords,
  takesMapping,
  type FileRecords,
  type ReadOptions,
} from '../../formats/index.js';
import { errorProblem, warningProblem, type Problem } from '../../../shared/problem.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { fieldsOfRecords } from './fieldsOfRecords.js';
import { unknownTargets } from './mapping.rules.js';

interface FileToMap {
  format: string;
  options: ReadOptions;
}

type MappingContext = Pick<WorkerContext, 'connection' | 'kinds'>;

/**
 * Identifies the records of a file, stores the result in the options of the plan, and checks the mapping against the fields of
 * the records. Reads the file only up to the first record.
 */
export async function checkPlanMapping(context: MappingContext, plan: PlanRow, file: FileToMap): Promise<Problem[]> {
  delete plan.options.records;
  const records = await identifyRecords(file.format, file.options);
  if (records) plan.options.records = records;
  const mapping = plan.options.mapping ?? records?.mapping;
  if (mapping === undefined) return [];
  if (records) return checkTargets(context, plan, { records, mapping });
  return takesMapping(file.format) ? [] : [uselessMapping()];
}

/** The problems of a changed mapping, for a plan whose file was read before. An empty mapping has none. */
export async function checkNewMapping(
  context: MappingContext,
  plan: PlanRow,
  { format, options }: { format: string | null; options: ReadOptions },
): Promise<Problem[]> {
  const { records } = plan.options;
  const { mapping = [] } = options;
  if (format === null || !takesMapping(format)) return [nothingToMap()];
  if (!records) return [unknownRecords()];
  if (mapping.length === 0) return [];
  const described = await describeFile(format, { ...options, limit: sampleSize });
  const faults = described?.problems.filter(({ code }) => code === 'MAPPING_INVALID' || code === 'FORBIDDEN_KEY') ?? [];
  return faults.length > 0 ? faults : checkTargets(context, plan, { records, mapping });
}

const sampleSize = 100;

async function checkTargets(
  context: MappingContext,
  plan: PlanRow,
  { records, mapping }: { records: FileRecords; mapping: NonNullable<ReadOptions['mapping']> },
): Promise<Problem[]> {
  const faults = checkMapping(mapping);
  const known = faults.length > 0 ? null : await fieldsOfRecords(context, plan, records);
  return known ? unknownTargets(mapping, { known, isTable: records.isTable === true }) : faults;
}

const noRecords = 'The file contains resources and not a list of records, so there is nothing to map';

function uselessMapping(): Problem {
  const fix = 'Leave the mapping out.';
  return warningProblem('SETTING_UNKNOWN', `${noRecords}; the mapping has no effect.`, { path: ['mapping'], fix });
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
