import { boundInAnyEntry, withoutBound } from '../../kinds/worker.js';
import { describeObjects, describeTable } from '../records/describeRecords.js';
import type { DescribeOptions, RecordDescription } from '../records/describeRecords.js';
import { readJsonRecords } from '../records/jsonRecords.js';
import type { JsonRecordLayout } from '../records/jsonRecords.js';
import type { RecordEvent } from '../records/recordEvents.js';
import { batchFileReader, savedPageReader } from './batchFile.js';
import { recordLinesReader, recordListReader, tableReader } from './recordFiles.js';

const layoutByFormat: Readonly<Record<string, JsonRecordLayout>> = {
  [recordListReader.name]: 'list',
  [recordLinesReader.name]: 'lines',
  [batchFileReader.name]: 'items',
  [savedPageReader.name]: 'items',
};

export function isTableFormat(format: string): boolean {
  return format === tableReader.name;
}

export function isListOfRecords(format: string): boolean {
  return isTableFormat(format) || Object.hasOwn(layoutByFormat, format);
}

/**
 * Describes the first records of a file whose format (the name of its reader) is known: its fields, and its records after the mapping.
 * Null if the format is not a list of records.
 */
export async function describeRecords(format: string, options: DescribeOptions): Promise<RecordDescription | null> {
  if (isTableFormat(format)) return describeTable(options);
  const layout = layoutByFormat[format];
  return layout === undefined ? null : describeObjects(portableRecords(options, layout), options);
}

async function* portableRecords(options: DescribeOptions, layout: JsonRecordLayout): AsyncGenerator<RecordEvent[]> {
  for await (const events of readJsonRecords(options, layout)) {
    yield events.map((event) =>
      event.type === 'record'
        ? { ...event, record: withoutBound(event.record, boundInAnyEntry, () => undefined) }
        : event,
    );
  }
}
