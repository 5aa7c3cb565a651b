/** Yields the text of a file for the records of one class. */
import type { JsonObject } from '../../../shared/json.js';
import { siteMemberOf } from '../../kinds/worker.js';
import { csvLine } from '../csvLine.js';
import { pickFields } from '../records/fieldPaths.js';
import { classOfKind } from '../objects/objectsClasses.js';
import { cellOf } from './csvHeader.js';
import type { CsvHeader } from './csvHeader.js';
import { delegateOf } from './recordFormats.js';
import type { RecordClass, RecordFormat } from './recordFormats.js';
import { classedItem, identifyingMembers, itemOfRecord } from './recordItem.js';
import type { ClassRecords } from './splitByClass.js';

export interface RecordTextOptions {
  /** The columns of a table. */
  header: CsvHeader;
  /** Only these fields are written, and the code; an import must keep all others. */
  fields: readonly string[] | undefined;
}

/** Writes the records of one class. */
export async function* recordTexts(
  format: RecordFormat,
  { recordClass, records }: ClassRecords,
  { header, fields }: RecordTextOptions,
): AsyncGenerator<string> {
  const { start, between, end } = framesOf(format, recordClass, { header, fields });
  yield start;
  let isFirst = true;
  for await (const batch of records) {
    if (batch.length === 0) continue;
    const texts = batch.map((record) => {
      const item = itemOfRecord(record);
      if (format === 'CSV') return csvLine(header.plans.map((plan) => cellOf(item, plan)));
      const chosen = fields ? pickFields(item, [...identifyingMembers(record), ...fields]) : item;
      return JSON.stringify(
        format === 'JSONT' ? withoutStatedSite(chosen, recordClass) : classedItem(record.kind, chosen),
      );
    });
    yield (isFirst ? '' : between) + texts.join(between);
    isFirst = false;
  }
  yield isFirst ? end.trimStart() : end;
}

/** Removes the site from an item if the configuration states it. A key is not a code: it is kept. */
function withoutStatedSite(item: JsonObject, { siteMember }: RecordClass): JsonObject {
  if (siteMember === undefined || siteMember === 'scopeKey' || siteMemberOf(item) !== siteMember) return item;
  const rest = Object.fromEntries(Object.entries(item).filter(([key]) => key !== siteMember));
  return siteMemberOf(rest) === undefined ? rest : item;
}

interface Frames {
  start: string;
  between: string;
  end: string;
}

function framesOf(format: RecordFormat, recordClass: RecordClass, { header, fields }: RecordTextOptions): Frames {
  switch (format) {
    case 'LIFERAY_JSON':
      return { start: '[\n', between: ',\n', end: '\n]\n' };
    case 'LIFERAY_JSONL':
      return { start: '', between: '\n', end: '\n' };
    case 'JSONT':
      return {
        start: `{"configuration":${configurationOf(recordClass, fields !== undefined)},\n"items":[\n`,
        between: ',\n',
        end: '\n]}\n',
      };
    case 'CSV':
      return { start: csvLine(header.names), between: '', end: '' };
  }
}

/**
 * The file can be imported again, unlike Liferay's own export, which states INSERT. Company, user and REST links are left out, because
 * importers do not need them.
 */
function configurationOf(recordClass: RecordClass, isPartial: boolean): string {
  const updateStrategy = isPartial ? 'PARTIAL_UPDATE' : 'UPDATE';
  return JSON.stringify({
    className: classOfKind(recordClass.kind)?.className,
    parameters: {
      createStrategy: 'UPSERT',
      importStrategy: 'ON_ERROR_FAIL',
      updateStrategy,
      ...siteSetting(recordClass),
    },
    taskItemDelegateName: delegateOf(recordClass),
    version: 'v1.0',
  });
}

/** Liferay's setting accepts a key too. */
function siteSetting({ site, siteMember }: RecordClass): JsonObject {
  if (site === undefined || siteMember === undefined) return {};
  return { [siteMember === 'scopeKey' ? 'siteId' : siteMember]: site };
}
