/** Records of one class as the text of a file, piece by piece: all that is stored of them. */
import type { JsonObject } from '../../../shared/json.js';
import { codeInName, siteMemberOf } from '../../kinds/worker.js';
import { csvLine } from '../csvLine.js';
import { pickFields } from '../records/fieldPaths.js';
import { classOfKind, objectsKinds } from '../objects/objectsClasses.js';
import { cellOf } from './csvHeader.js';
import type { CsvHeader } from './csvHeader.js';
import { delegateOf, isKnownByName } from './recordFormats.js';
import type { ExportRecord, RecordClass, RecordFormat } from './recordFormats.js';
import type { ClassRecords } from './splitByClass.js';

/** The item of a record: the product's own, or for other kinds the spec with the name that it is known by. */
export function itemOfRecord({ kind, name, title = null, externalReferenceCode, spec }: ExportRecord): JsonObject {
  if (isKnownByName(kind)) {
    const stated = { name, ...(title === null ? {} : { title }) };
    return { ...stated, ...(externalReferenceCode === null ? {} : { externalReferenceCode }), ...spec };
  }
  const code = externalReferenceCode ?? codeOfRecord(kind, name);
  return code === undefined ? spec : { externalReferenceCode: code, ...spec };
}

/** The item of a file that states no class; the item says it itself, as the product's own do. Entries say less with theirs than their members do. */
function classedItem(kind: string, item: JsonObject): JsonObject {
  const isEntry = kind === objectsKinds.entry || kind === objectsKinds.apiApplication;
  const className = isEntry ? undefined : classOfKind(kind)?.className;
  return className === undefined ? item : { 'x-class-name': className, ...item };
}

/** The code of a resource that was made without one: its name is made of it. A workflow is known by its own name. */
function codeOfRecord(kind: string, name: string): string | undefined {
  if (kind === objectsKinds.workflowDefinition) return undefined;
  return kind === objectsKinds.entry ? codeInName(name) : name;
}

/** How the records of a class are written. */
export interface RecordTextOptions {
  /** The columns of a table. */
  header: CsvHeader;
  /** Only these are written, beside the code; an import must leave the others as they are. */
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
      const site = siteMemberOf(record.spec);
      const chosen = fields
        ? pickFields(item, ['externalReferenceCode', ...(site === undefined ? [] : [site]), ...fields])
        : item;
      return JSON.stringify(
        format === 'JSONT' ? withoutStatedSite(chosen, recordClass) : classedItem(record.kind, chosen),
      );
    });
    yield (isFirst ? '' : between) + texts.join(between);
    isFirst = false;
  }
  yield isFirst ? end.trimStart() : end;
}

/** What the configuration says for all of them, an item need not say, unless it would name another site without it. A key is no code: it stays. */
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
 * Unlike the product's own export, which states INSERT, the file can be imported again as it is. Company, user and links of the REST
 * interface are left out: no importer needs them.
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

/** The setting of the product takes a key too. */
function siteSetting({ site, siteMember }: RecordClass): JsonObject {
  if (site === undefined || siteMember === undefined) return {};
  return { [siteMember === 'scopeKey' ? 'siteId' : siteMember]: site };
}
