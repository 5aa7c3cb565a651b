import { entityFileReader } from './analytics/entityFile.js';
import { archiveReader } from './archive/archiveReader.js';
import { bundleJsonReader, bundleLinesReader } from './bundle/bundleReaders.js';
import { documentReader } from './documents/documentReader.js';
import { consoleConfigurationFormat } from './fastData/consoleConfiguration.js';
import { dataModelFormat } from './fastData/dataModelFormat.js';
import { projectionStorerFormat } from './fastData/projectionStorer.js';
import {
  aggregationFormat,
  erSchemaFormat,
  kafkaProjectionUpdatesFormat,
  projectionChangesSchemaFormat,
  singleViewKeyFormat,
} from './fastData/serviceFiles.js';
import { singleViewFormat } from './fastData/singleViewFormat.js';
import { batchFileReader, savedPageReader } from './objects/batchFile.js';
import { recordLinesReader, recordListReader, singleItemReader, tableReader } from './objects/recordFiles.js';
import type { FormatReader } from './format.js';

const documentFormats = [
  projectionStorerFormat,
  consoleConfigurationFormat,
  erSchemaFormat,
  aggregationFormat,
  projectionChangesSchemaFormat,
  singleViewFormat,
  singleViewKeyFormat,
  kafkaProjectionUpdatesFormat,
  dataModelFormat,
];

const fileReaders: readonly FormatReader[] = [
  bundleJsonReader,
  bundleLinesReader,
  batchFileReader,
  savedPageReader,
  entityFileReader,
  recordListReader,
  recordLinesReader,
  tableReader,
  singleItemReader,
  ...documentFormats.map(documentReader),
];

/** All readers in the order in which they are tried, Waybill's own first. */
export const formatReaders: readonly FormatReader[] = [...fileReaders, archiveReader(fileReaders)];
