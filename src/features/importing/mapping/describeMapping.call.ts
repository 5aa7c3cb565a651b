import {
  checkMapping,
  describeFile,
  type FieldMapping,
  type FileRecords,
  type SourceField,
} from '../../formats/index.js';
import type { RecordField } from '../../kinds/worker.js';
import { withDigitsInside } from '../../../shared/exactNumbers.js';
import type { JsonObject } from '../../../shared/json.js';
import { jsonBytes } from '../../../shared/jsonBytes.js';
import type { WorkerCall, WorkerContext } from '../../workers/index.js';
import { readPlan, type PlanRow } from '../tables/planRows.js';
import { readOptions, readUpload } from '../tables/readUpload.js';
import { fieldsOfRecords } from './fieldsOfRecords.js';
import { leftOut, likelyMapping, unfilledFields, type MappedFile } from './mapping.rules.js';

/** Number of first records that are read and can be shown. */
export const maxSampleRows = 100;

/** The mapping from the fields of a file of records to the fields of the imported records. */
export interface PlanMapping {
  sourceFields: SourceField[];
  targetFields: readonly RecordField[];
  /** The mapping in use, else a suggested one. */
  mapping: readonly FieldMapping[];
  unmappedSourceFields: string[];
  missingRequiredFields: string[];
  /** The first records after the mapping in use, or unchanged if there is none. */
  sampleRows: JsonObject[];
  /** The size of each sample row in bytes. */
  sampleBytes: number[];
}

const noMapping: PlanMapping = {
  sourceFields: [],
  targetFields: [],
  mapping: [],
  unmappedSourceFields: [],
  missingRequiredFields: [],
  sampleRows: [],
  sampleBytes: [],
};

/** Describes the mapping of a plan from the first records of its file. All lists are empty if the file is not a list of records. */
export const describeMappingCall: WorkerCall<{ planId: string }, PlanMapping> = {
  name: 'importing.describeMapping',
  isRead: true,
  run: async (context, { planId }) => {
    const plan = await readPlan(context.connection, planId);
    const records = plan?.fileFacts.records;
    return plan?.format && records ? describe(context, plan, { format: plan.format, records }) : noMapping;
  },
};

async function describe(
  context: WorkerContext,
  plan: PlanRow,
  { format, records }: { format: string; records: FileRecords },
): Promise<PlanMapping> {
  const given = plan.options.mapping ?? records.mapping;
  const usable = given !== undefined && checkMapping(given).length === 0 ? given : undefined;
  const known = await fieldsOfRecords(context, plan, records);
  const upload = await readUpload(context, plan);
  const described = await describeFile(format, {
    ...readOptions(upload, plan.options),
    mapping: usable,
    fieldTypes: known?.cellTypes,
    limit: maxSampleRows,
  });
  if (!described) return noMapping;
  const { sourceFields } = described;
  const sampleRows = described.sampleRows.map(withDigitsInside);
  const file = known && { known, isTable: records.isTable === true };
  const sources = sourceFields.map(({ name }) => name);
  const sampleBytes = sampleRows.map((row) => jsonBytes(row));
  return { sourceFields, sampleRows, sampleBytes, ...mappingFacts(sources, { given, usable, file }) };
}

interface GivenMapping {
  given: readonly FieldMapping[] | undefined;
  /** The given mapping, if it has no problems. */
  usable: readonly FieldMapping[] | undefined;
  /** Null if the fields of the records are unknown. */
  file: MappedFile | null;
}

function mappingFacts(
  sources: readonly string[],
  { given, usable, file }: GivenMapping,
): Omit<PlanMapping, 'sourceFields' | 'sampleRows' | 'sampleBytes'> {
  const likely = file ? likelyMapping(sources, file) : undefined;
  const mapping = given ?? likely;
  const filled = given ? usable : likely;
  return {
    targetFields: file?.known.fields ?? [],
    mapping: mapping ?? [],
    // If the fields are unknown, only a mapping leaves fields out.
    unmappedSourceFields: mapping ? leftOut(sources, mapping) : [],
    missingRequiredFields: file ? unfilledFields(filled ?? [], file) : [],
  };
}
