/** Describes an upload that is a list of records, or an archive with one: the kind and the first records. */
import { archivedRecords } from './archive/archivedRecords.js';
import type { FieldMapping, FileItem, ReadOptions, RecordDefinition } from './format.js';
import { formatReaders } from './formatReaders.js';
import { describeRecords, isListOfRecords, isTableFormat } from './objects/describeRecords.js';
import type { RecordDescription } from './records/describeRecords.js';

export interface FileRecords {
  kind: string;
  /** Definition of the records, if they are entries. */
  definition?: RecordDefinition;
  /** Mapping that the file states. */
  mapping?: readonly FieldMapping[];
  /** True if each record is only a part of a definition. */
  isPart?: boolean;
  /** True for tables, whose columns have special names for nested fields (`name_en_US`). */
  isTable?: boolean;
}

/** Maximum number of items that are read to detect the kind. */
const maxItems = 1000;

interface RecordFile {
  format: string;
  options: ReadOptions;
}

/** Whether a mapping applies to a format: lists of records, and archives, which may contain some. */
export function takesMapping(format: string): boolean {
  return format.startsWith('objects/') || format.startsWith('archive/');
}

/** Detects the kind of the records of a file from the first ones; null if the file is not a list of records. */
export function identifyRecords(format: string, options: ReadOptions): Promise<FileRecords | null> {
  return withRecords({ format, options }, identify);
}

/** Describes the first `limit` records of a file, after the mapping; null if the file is not a list of records. */
export function describeFile(
  format: string,
  options: ReadOptions & { limit: number },
): Promise<RecordDescription | null> {
  const { limit, ...reading } = options;
  return withRecords({ format, options: reading }, (file) => describeRecords(file.format, { ...file.options, limit }));
}

function withRecords<Result>(
  file: RecordFile,
  look: (file: RecordFile) => Promise<Result | null>,
): Promise<Result | null> {
  if (isListOfRecords(file.format)) return look(file);
  return archivedRecords(file, formatReaders, (member) =>
    isListOfRecords(member.format) ? look(member) : Promise.resolve(null),
  );
}

async function identify({ format, options }: RecordFile): Promise<FileRecords | null> {
  const reader = formatReaders.find(({ name }) => name === format);
  let mapping: readonly FieldMapping[] | undefined;
  let count = 0;
  const table = isTableFormat(format) ? { isTable: true } : {};
  for await (const events of reader?.read({ ...options, mapping: undefined, fieldTypesOf: undefined }) ?? []) {
    for (const event of events) {
      if (event.type === 'settings') mapping = event.settings.mapping;
      if (event.type === 'problem' && event.problem.severity === 'ERROR') return null;
      if (event.type !== 'item') continue;
      count += 1;
      if (isTelling(event.item)) return { ...recordsOf(event.item), ...(mapping && { mapping }), ...table };
      if (count >= maxItems) return null;
    }
  }
  return null;
}

/** Whether an item shows the kind of the records; one made of an invalid record does not. */
function isTelling({ spec, definition }: FileItem): boolean {
  return definition !== undefined || Object.keys(spec).length > 0;
}

function recordsOf({ kind, definition, isPartial }: FileItem): FileRecords {
  return { kind, ...(definition && { definition }), ...(isPartial && { isPart: true }) };
}
