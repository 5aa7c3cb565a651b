/** Records of one class as the text of a file, piece by piece. What is written holds nothing that is bound to this installation. */
import type { JsonObject } from '../../../shared/json.js';
import { csvLine } from '../csvLine.js';
import { classOfKind, objectsKinds } from '../objects/objectsClasses.js';
import { makePortable } from '../objects/portableItem.js';
import { cellOf } from './csvHeader.js';
import type { CsvHeader } from './csvHeader.js';
import { delegateOf } from './recordFormats.js';
import type { ExportRecord, RecordClass, RecordFormat } from './recordFormats.js';
import type { ClassRecords } from './splitByClass.js';

/** The product's own item of a record. */
export function itemOfRecord({ kind, externalReferenceCode, spec }: ExportRecord): JsonObject {
  const isEntry = kind === objectsKinds.entry || kind === objectsKinds.apiApplication;
  const portable = makePortable(spec, isEntry).spec;
  return externalReferenceCode === null ? portable : { externalReferenceCode, ...portable };
}

/** Writes the records of one class. `header` gives the columns of a table. */
export async function* recordTexts(
  format: RecordFormat,
  { recordClass, records }: ClassRecords,
  header: CsvHeader,
): AsyncGenerator<string> {
  const { start, between, end } = framesOf(format, recordClass, header);
  yield start;
  let isFirst = true;
  for await (const batch of records) {
    if (batch.length === 0) continue;
    const texts = batch.map((record) => {
      const item = itemOfRecord(record);
      return format === 'CSV' ? csvLine(header.plans.map((plan) => cellOf(item, plan))) : JSON.stringify(item);
    });
    yield (isFirst ? '' : between) + texts.join(between);
    isFirst = false;
  }
  yield isFirst ? end.trimStart() : end;
}

interface Frames {
  start: string;
  between: string;
  end: string;
}

function framesOf(format: RecordFormat, recordClass: RecordClass, { names }: CsvHeader): Frames {
  switch (format) {
    case 'LIFERAY_JSON':
      return { start: '[\n', between: ',\n', end: '\n]\n' };
    case 'LIFERAY_JSONL':
      return { start: '', between: '\n', end: '\n' };
    case 'JSONT':
      return { start: `{"configuration":${configurationOf(recordClass)},\n"items":[\n`, between: ',\n', end: '\n]}\n' };
    case 'CSV':
      return { start: csvLine(names), between: '', end: '' };
  }
}

/**
 * Unlike the product's own export, which states INSERT, the file can be imported again as it is. Company, user and links of the REST
 * interface are left out: no importer needs them.
 */
function configurationOf(recordClass: RecordClass): string {
  return JSON.stringify({
    className: classOfKind(recordClass.kind)?.className,
    parameters: { createStrategy: 'UPSERT', importStrategy: 'ON_ERROR_FAIL', updateStrategy: 'UPDATE' },
    taskItemDelegateName: delegateOf(recordClass),
    version: 'v1.0',
  });
}
