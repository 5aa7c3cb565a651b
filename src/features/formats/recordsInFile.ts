/** What an upload holds when it is a list of records, itself or packed: what they are, and what the first of them look like. */
import { archivedRecords } from './archive/archivedRecords.js';
import type { FieldMapping, FileItem, ReadOptions, RecordDefinition } from './format.js';
import { formatReaders } from './formatReaders.js';
import { describeRecords, isListOfRecords, isTableFormat } from './objects/describeRecords.js';
import type { RecordDescription } from './records/describeRecords.js';

/** What the records of a file are. */
export interface FileRecords {
  kind: string;
  /** Of entries. */
  definition?: RecordDefinition;
  /** The mapping that the file itself states. */
  mapping?: readonly FieldMapping[];
  /** True when each record is only a part of a definition. */
  isPart?: boolean;
  /** True for tables, whose columns have names of their own for what is inside of a field (`name_en_US`). */
  isTable?: boolean;
}

/** So many items are looked at before it is given up to learn from them. */
const maxItems = 1000;

/** A file of records and what reads it. */
interface RecordFile {
  format: string;
  options: ReadOptions;
}

/** Whether a mapping counts for files of a format: records, and archives, which may hold some. */
export function takesMapping(format: string): boolean {
  return format.startsWith('objects/') || format.startsWith('archive/');
}

/** Finds out what the records of a file are, from the first of them; null for a file that is no list of records. */
export function identifyRecords(format: string, options: ReadOptions): Promise<FileRecords | null> {
  return withRecords({ format, options }, identify);
}

/** Describes the first `limit` records of a file, as the mapping makes them; null for a file that is no list of records. */
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

/** What stands in the place of a record that can't be read says less. */
function isTelling({ spec, definition }: FileItem): boolean {
  return definition !== undefined || Object.keys(spec).length > 0;
}

function recordsOf({ kind, definition, isPartial }: FileItem): FileRecords {
  return { kind, ...(definition && { definition }), ...(isPartial && { isPart: true }) };
}
