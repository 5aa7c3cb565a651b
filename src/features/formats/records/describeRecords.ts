/**
 * What a user needs to map the fields of a file: its fields, and its first records after the mapping. Only the start of the file is
 * read.
 */
import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import type { FieldMapping, FieldType, ReadOptions } from '../format.js';
import { numberedColumns, planColumns, recordOfRow } from './csvColumns.js';
import { plainText } from './csvCells.js';
import { checkCsvOptions } from './csvDialect.js';
import { dialectOf } from './csvRecords.js';
import { readCsvRows } from './csvRows.js';
import type { CsvRow } from './csvRows.js';
import { checkMapping, RecordMapper } from './fieldMapping.js';
import { leavesOf } from './fieldPaths.js';
import type { RecordEvent } from './recordEvents.js';
import { FieldSample, typeOfText, typeOfValue } from './sourceFields.js';
import type { SourceField } from './sourceFields.js';

export interface RecordDescription {
  sourceFields: SourceField[];
  /** The first records, after the mapping if there is one. */
  sampleRows: JsonObject[];
  /** Fields of the sample that the mapping leaves out; empty without a mapping. */
  unmappedSourceFields: string[];
  /** Problems of the mapping, the options and the sample. */
  problems: Problem[];
}

export interface DescribeOptions extends Pick<ReadOptions, 'open' | 'csv'> {
  mapping?: readonly FieldMapping[] | undefined;
  fieldTypes?: Readonly<Record<string, FieldType>> | undefined;
  /** Maximum number of records in the sample, 100 by default. */
  limit?: number;
}

const defaultLimit = 100;
/** A few large records are enough for a sample. */
const maxSampleBytes = 8 * 1024 * 1024;

export async function describeTable(options: DescribeOptions): Promise<RecordDescription> {
  const { csv = {}, mapping, limit = defaultLimit } = options;
  const faults = [...checkCsvOptions(csv), ...checkMapping(mapping ?? [])];
  if (faults.length > 0) return nothing(faults);
  const dialect = await dialectOf(options);
  const { rows, problems } = await firstRows(options, { dialect, count: limit + (dialect.hasHeader ? 1 : 0) });
  const [first] = rows;
  if (first === undefined) return nothing(problems);
  const header = dialect.hasHeader ? first.cells : numberedColumns(first.cells.length);
  const { names, plans, problems: planProblems } = planColumns(header, first.line, options);
  const sample = new FieldSample();
  for (const name of names) sample.name(name);
  const records = dialect.hasHeader ? rows.slice(1) : rows;
  for (const { cells } of records) {
    for (const [place, name] of names.entries()) {
      const text = plainText(cells[place] ?? '');
      sample.add(name, text, typeOfText(text));
    }
  }
  const sources = new Set(mapping?.map(({ source }) => source));
  return {
    sourceFields: sample.fields,
    sampleRows: records.map(({ cells }) => recordOfRow(cells, plans).record),
    unmappedSourceFields: mapping === undefined ? [] : names.filter((name) => !sources.has(name)),
    problems: [...planProblems, ...problems],
  };
}

/** Describes records of a JSON file. */
export async function describeObjects(
  records: AsyncIterable<readonly RecordEvent[]>,
  { mapping, limit = defaultLimit }: DescribeOptions,
): Promise<RecordDescription> {
  const faults = checkMapping(mapping ?? []);
  if (faults.length > 0) return nothing(faults);
  const { rows, problems, isWhole } = await firstObjects(records, limit);
  const sample = new FieldSample();
  for (const row of rows) for (const [field, value] of leavesOf(row)) sample.add(field, value, typeOfValue(value));
  if (mapping === undefined)
    return { sourceFields: sample.fields, sampleRows: rows, unmappedSourceFields: [], problems };
  const mapper = new RecordMapper(mapping);
  const sampleRows = rows.map((row) => mapper.map(row));
  // A field is only known to be missing after all records were read.
  const unknown = isWhole ? mapper.finish().filter(({ severity }) => severity === 'ERROR') : [];
  const unmappedSourceFields = mapper.unmappedFields();
  return { sourceFields: sample.fields, sampleRows, unmappedSourceFields, problems: [...problems, ...unknown] };
}

function nothing(problems: Problem[]): RecordDescription {
  return { sourceFields: [], sampleRows: [], unmappedSourceFields: [], problems };
}

async function firstRows(
  options: DescribeOptions,
  { dialect, count }: { dialect: Awaited<ReturnType<typeof dialectOf>>; count: number },
): Promise<{ rows: CsvRow[]; problems: Problem[] }> {
  const rows: CsvRow[] = [];
  for await (const cut of readCsvRows(options, dialect)) {
    if ('problem' in cut) return { rows, problems: [cut.problem] };
    rows.push(...cut.rows.slice(0, count - rows.length));
    if (rows.length >= count || (rows.at(-1)?.bytesRead ?? 0) > maxSampleBytes) break;
  }
  return { rows, problems: [] };
}

async function firstObjects(
  records: AsyncIterable<readonly RecordEvent[]>,
  limit: number,
): Promise<{ rows: JsonObject[]; problems: Problem[]; isWhole: boolean }> {
  const rows: JsonObject[] = [];
  for await (const events of records) {
    for (const event of events) {
      if (event.type === 'problem') return { rows, problems: [event.problem], isWhole: false };
      if (event.type === 'record') {
        const isEnough = rows.length >= limit || (rows.length > 0 && event.place.bytesRead > maxSampleBytes);
        if (isEnough) return { rows, problems: [], isWhole: false };
        rows.push(event.record);
      }
    }
  }
  return { rows, problems: [], isWhole: true };
}
