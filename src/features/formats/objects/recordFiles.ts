/** Files that consist of records. They seldom state the kind of their records, so the upload has to. */
import { loadDocument } from '../documents/loadDocument.js';
import type { FileEvent, FileHead, FileSource, FormatReader, ReadOptions } from '../format.js';
import { readCsvRecords } from '../records/csvRecords.js';
import { looksLikeTable } from '../records/csvDialect.js';
import { readJsonRecords } from '../records/jsonRecords.js';
import type { RecordEvent } from '../records/recordEvents.js';
import { JsonFileScanner } from '../scanning/jsonFileScanner.js';
import { parseJsonBytes } from '../scanning/parseJsonBytes.js';
import { hintOfName } from './fileNames.js';
import { classOfKind, inferClass, isItem, objectsKinds } from './objectsClasses.js';
import { classAssumed, definitionOfRecords, type FileStatement } from './fileStatement.js';
import { readObjects } from './readObjects.js';

/** A JSON array of records. */
export const recordListReader: FormatReader = {
  name: 'objects/json',
  title: 'Records (JSON array), as Liferay exports them',
  recognizes: (head) => head.document === undefined && startsWith(head, '[') && isSure(firstRecord(head, 'elements')),
  accepts: (head) => startsWith(head, '[') && isItem(firstRecord(head, 'elements')),
  read: (options) => readJson(options, 'list'),
};

/** Records as JSON Lines. */
export const recordLinesReader: FormatReader = {
  name: 'objects/jsonl',
  title: 'Records (JSON Lines), as Liferay exports them',
  recognizes: (head) => head.document === undefined && isLines(head) && isSure(firstRecord(head, 'lines')),
  accepts: (head) => isManyLines(head) && isItem(firstRecord(head, 'lines')),
  read: (options) => readJson(options, 'lines'),
};

/** Records as a table. */
export const tableReader: FormatReader = {
  name: 'objects/csv',
  title: 'Records (CSV)',
  recognizes: ({ text, csv, topLevelKeys }) => topLevelKeys.length === 0 && looksLikeTable(text, csv),
  read: readTable,
};

/** One item as Liferay's user interface saves it. */
export const singleItemReader: FormatReader = {
  name: 'objects/item',
  title: 'One Liferay item (object definition, picklist, entry …)',
  recognizes: ({ document }) => isItem(document) && isSure(document) && inferClass(document) !== undefined,
  // Nothing distinguishes an entry from other JSON, so the upload must state its kind.
  accepts: (head) =>
    startsWith(head, '{') &&
    (head.topLevelKeys.includes('externalReferenceCode') || isItemWithoutCode(head) || isAskedFor(head)),
  read: (options) =>
    readObjects({
      options,
      statement: { givenName: options.name },
      records: (source) => readSingleItem(source, options.sizeBytes),
    }),
};

/** Whether the members of one class occur. If the code is missing, that is reported when the item is read. */
function isItemWithoutCode({ topLevelKeys }: FileHead): boolean {
  const keys = Object.fromEntries(topLevelKeys.map((key) => [key, null]));
  return isItem(keys) && inferClass(keys) !== undefined;
}

/** Whether the upload states a Liferay kind. */
function isAskedFor({ kind, topLevelKeys }: FileHead): boolean {
  return kind !== undefined && classOfKind(kind) !== undefined && topLevelKeys.length > 0;
}

async function* readSingleItem(source: FileSource, sizeBytes: number): AsyncGenerator<RecordEvent[]> {
  const loaded = await loadDocument(source, sizeBytes);
  if ('problem' in loaded) yield [{ type: 'problem', problem: loaded.problem }];
  else if (isItem(loaded.document)) {
    const place = { index: 1, line: 1, bytesRead: sizeBytes };
    yield [
      { type: 'record', record: loaded.document, place, ...(loaded.duplicate && { problems: [loaded.duplicate] }) },
    ];
  }
}

function startsWith({ text }: FileHead, character: string): boolean {
  return text.trimStart().startsWith(character);
}

/** Whether the first line is a whole object. */
function isLines(head: FileHead): boolean {
  const [first, second] = head.text.trimStart().split('\n', 2);
  return startsWith(head, '{') && second !== undefined && first?.trimEnd().endsWith('}') === true;
}

/** More than one line; otherwise it is a JSON document. */
function isManyLines(head: FileHead): boolean {
  return isLines(head) && head.text.trimStart().split('\n', 2)[1]?.trimStart().startsWith('{') === true;
}

/** The first object in the head. */
function firstRecord(head: FileHead, layout: 'elements' | 'lines'): unknown {
  const bytes = Buffer.from(`${head.text}${head.isWhole ? '\n' : ''}`);
  for (const event of new JsonFileScanner({ layout }).feed(bytes)) {
    const parsed = event.type === 'element' ? parseJsonBytes(event.slice) : undefined;
    if (parsed !== undefined && 'value' in parsed && isItem(parsed.value)) return parsed.value;
  }
  return undefined;
}

/**
 * Whether a record has a member that only Liferay records have. Lists of other records are left to formats that examine the whole
 * document.
 */
function isSure(record: unknown): boolean {
  return isItem(record) && (typeof record['externalReferenceCode'] === 'string' || 'x-class-name' in record);
}

function readJson(options: ReadOptions, layout: 'list' | 'lines'): AsyncGenerator<FileEvent[]> {
  return readObjects({
    options,
    statement: { hint: hintOfName(options.fileName) },
    records: (source) => readJsonRecords(source, layout),
  });
}

async function* readTable(options: ReadOptions): AsyncGenerator<FileEvent[]> {
  const statement: FileStatement = { isMappedHere: false, hint: hintOfName(options.fileName) };
  const fieldTypes = options.fieldTypes ?? (await typesOfEntries(options, statement));
  yield* readObjects({
    options,
    statement,
    records: (source) => readCsvRecords({ ...options, ...source, fieldTypes }),
  });
}

async function typesOfEntries(options: ReadOptions, statement: FileStatement): Promise<ReadOptions['fieldTypes']> {
  const kind = options.kind ?? classAssumed(options, statement)?.kind;
  const definition = kind === objectsKinds.entry ? definitionOfRecords(options, statement) : undefined;
  return kind === undefined || definition === undefined ? undefined : options.fieldTypesOf?.(kind, definition);
}
