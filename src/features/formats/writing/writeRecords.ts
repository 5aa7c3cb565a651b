/**
 * Writes resources into Liferay files: one file for one class, or an archive with one file per class. Memory holds one batch of records.
 */
import { Readable } from 'node:stream';
import { siteMemberOf } from '../../kinds/worker.js';
import type { FileTarget, WrittenFile } from '../../files/worker.js';
import { writeZip, type ZipMembers } from '../zip/writeZip.js';
import { HeaderGathering } from './csvHeader.js';
import type { CsvHeader } from './csvHeader.js';
import { classOfRecord, isKnownByName, keyOfClass, recordFileName } from './recordFormats.js';
import type { ExportRecord, RecordClass, RecordFormat } from './recordFormats.js';
import { itemOfRecord } from './recordItem.js';
import { recordTexts } from './recordTexts.js';
import { splitByClass } from './splitByClass.js';
import type { ClassRecords } from './splitByClass.js';

export interface WriteRecordsOptions {
  file: FileTarget;
  format: RecordFormat;
  /** True: a ZIP archive with one file per class. */
  isArchive: boolean;
  /**
   * Returns batches of records that `checkRecordClasses` accepts, those of one class adjacent. For a table it is called twice and must
   * return the same both times.
   */
  records: () => AsyncIterable<readonly ExportRecord[]> | Iterable<readonly ExportRecord[]>;
  /**
   * The only fields to export, with dots for nested ones: the columns of a table; a batch file then states PARTIAL_UPDATE. All by
   * default.
   */
  fields?: readonly string[] | undefined;
  /** The class that an empty file states. */
  recordClass?: RecordClass | undefined;
  onProgress?: ((written: { count: number }) => void) | undefined;
}

export interface WrittenRecords extends WrittenFile {
  count: number;
}

/** Writes the file. Throws errors of the file system and of `records`, and then leaves no file behind. */
export async function writeRecords(options: WriteRecordsOptions): Promise<WrittenRecords> {
  const headers = options.format === 'CSV' ? await gatherHeaders(options) : new Map<string, CsvHeader>();
  const counter = { count: 0 };
  const source = counted(options, counter);
  const written = options.isArchive
    ? await writeArchiveOf(options, { source, headers })
    : await writeFileOf(options, { source, headers });
  return { ...written, count: counter.count };
}

interface Sources {
  source: AsyncIterable<readonly ExportRecord[]>;
  headers: ReadonlyMap<string, CsvHeader>;
}

const noHeader: CsvHeader = { names: [], plans: [] };

async function gatherHeaders({ records, fields }: WriteRecordsOptions): Promise<Map<string, CsvHeader>> {
  const gatherings = new Map<string, HeaderGathering>();
  for await (const batch of records()) {
    for (const record of batch) {
      const key = keyOfClass(classOfRecord(record));
      const gathering = gatherings.get(key) ?? new HeaderGathering(fields, keyColumnOf(record));
      gatherings.set(key, gathering);
      const site = siteMemberOf(record.spec);
      // The site is part of the identity of an entry.
      if (site !== undefined) gathering.choose(site);
      gathering.add(itemOfRecord(record));
    }
  }
  return new Map([...gatherings].map(([key, gathering]) => [key, gathering.finish()]));
}

function keyColumnOf({ kind }: Pick<RecordClass, 'kind'>): string {
  return isKnownByName(kind) ? 'name' : 'externalReferenceCode';
}

async function* counted(
  { records, onProgress }: WriteRecordsOptions,
  counter: { count: number },
): AsyncGenerator<readonly ExportRecord[]> {
  for await (const batch of records()) {
    yield batch;
    counter.count += batch.length;
    onProgress?.({ count: counter.count });
  }
}

async function writeFileOf(options: WriteRecordsOptions, { source, headers }: Sources): Promise<WrittenFile> {
  return options.file.write(async (out) => {
    let fileCount = 0;
    for await (const group of splitByClass(source)) {
      fileCount += 1;
      if (fileCount > 1) throw new Error(`A file of the format ${options.format} holds one class of records.`);
      const header = headers.get(keyOfClass(group.recordClass)) ?? noHeader;
      const texts = recordTexts(options.format, group, { header, fields: options.fields });
      for await (const text of texts) await out.write(text);
    }
    if (fileCount === 0) for await (const text of emptyTexts(options)) await out.write(text);
    return {};
  });
}

function emptyTexts({ format, fields, recordClass }: WriteRecordsOptions): AsyncGenerator<string> {
  const group = { recordClass: recordClass ?? { kind: '', definitionName: undefined }, records: Readable.from([]) };
  const header = new HeaderGathering(fields, recordClass && keyColumnOf(recordClass)).finish();
  return recordTexts(format, group, { header, fields });
}

function writeArchiveOf(options: WriteRecordsOptions, { source, headers }: Sources): Promise<WrittenFile> {
  return writeZip(options.file, async (members) => {
    for await (const group of splitByClass(source)) await addFile(members, options, { group, headers });
    return {};
  });
}

function addFile(
  members: ZipMembers,
  { format, fields }: WriteRecordsOptions,
  { group, headers }: { group: ClassRecords; headers: Sources['headers'] },
): Promise<void> {
  const header = headers.get(keyOfClass(group.recordClass)) ?? noHeader;
  const texts = Readable.from(recordTexts(format, group, { header, fields }), { objectMode: false });
  return members.add(recordFileName(format, group.recordClass), texts);
}
