/** Detects, reads and writes file formats, as streams. It has no access to the database. */
export {
  checkEntityKinds,
  entityExtension,
  entityMediaType,
  isEntityFormat,
  type EntityFormat,
} from './analytics/entityFormat.js';
export { entityLosses } from './analytics/entityLosses.js';
export { writeEntities, type ExportEntity, type WrittenEntities } from './analytics/writeEntities.js';
export type { BundleRequirement } from './bundle/bundleHeader.js';
export { bundleMediaType } from './bundle/bundleWriting.js';
export { checkBundleSize } from './bundle/writeArchive.js';
export { writeBundleFile as writeBundle } from './writeBundleFile.js';
export type { BundleFormat, RecordBlock, WrittenBundle } from './bundle/bundleWriting.js';
export { recordLine } from './bundle/recordLine.js';
export { recordHashLength } from './bundle/recordHash.js';
export { draftHead, draftLine } from './bundle/draftBundle.js';
export { detectFormat } from './detectFormat.js';
export { readDocumentLines } from './documents/documentLines.js';
export { openDiskFolder } from './folder/diskFolder.js';
export { folderManifest, halfWrittenMark, isHiddenPath } from './folder/folderFiles.js';
export { readFolder } from './folder/readFolder.js';
export { FolderFault, writeFolder, type WrittenFolder } from './folder/writeFolder.js';
export { diskFile } from '../files/worker.js';
export type {
  BundleSource,
  CsvOptions,
  FieldMapping,
  FieldTypesOf,
  FileEvent,
  FileItem,
  FormatReader,
  KnownItem,
  KnownRecords,
  OriginRecord,
  ReadOptions,
  RecordDefinition,
  StatedSettings,
} from './format.js';
export { formatReaders } from './formatReaders.js';
export { csvLine } from './csvLine.js';
export { checkCsvOptions } from './records/csvDialect.js';
export { checkMapping } from './records/fieldMapping.js';
export { describeFile, identifyRecords, takesMapping, type FileRecords } from './recordsInFile.js';
export { identityOf } from './objects/recordIdentity.js';
export { fieldOfColumn } from './records/csvColumns.js';
export { isFieldMapped } from './records/fieldMapping.js';
export type { SourceField } from './records/sourceFields.js';
export { suggestMapping } from './records/suggestMapping.js';
export { setAt, valueAt } from './records/fieldPaths.js';
export {
  checkRecordClasses,
  classOfRecord,
  isRecordFormat,
  keyOfClass,
  recordExtension,
  recordFileStem,
  recordMediaType,
} from './writing/recordFormats.js';
export type { ExportRecord, RecordClass, RecordFormat } from './writing/recordFormats.js';
export { NotCarried } from './writing/notCarried.js';
export { RecordLosses } from './writing/recordLosses.js';
export { writeRecords } from './writing/writeRecords.js';
export type { WrittenRecords } from './writing/writeRecords.js';
