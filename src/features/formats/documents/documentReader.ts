import { canonicalJson, sha256 } from '../../../shared/canonicalJson.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { nothingToImport } from '../scanning/fileProblems.js';
import type { Problem } from '../../../shared/problem.js';
import { unknownSource } from '../bundle/bundleHeader.js';
import { inBatches } from '../eventBatches.js';
import type { FileEvent, FileItem, FormatReader, ReadOptions } from '../format.js';
import { readDocumentLines } from './documentLines.js';
import { loadDocument } from './loadDocument.js';
import type { LoadedDocument } from './loadDocument.js';

/** An item of a document. Members that the format does not have are left out. */
export interface DocumentItem {
  kind: string;
  name: string;
  /** JSON Pointer to the item in the document, from which its line is computed. */
  at: string;
  spec: JsonObject;
  title?: string | undefined;
  parent?: string | undefined;
  sourceId?: string | undefined;
  isPartial?: boolean;
  /** Problems without kind, name and line; the reader adds these. */
  problems?: readonly Problem[];
}

/** The items of a document. The problems concern the whole file and are warnings. */
export interface DocumentContent {
  items: DocumentItem[];
  problems: Problem[];
}

/** What a format may use besides the document. */
export interface DocumentContext {
  /** Name for the only resource of a document that does not state a name. */
  name: string;
  /** The kind that the upload states. */
  kind: string | undefined;
}

/** A file format of another product that is read as a whole: a pure function from the document to its items. */
export interface DocumentFormat {
  name: string;
  title: string;
  recognizes: (document: JsonValue) => boolean;
  extract: (document: JsonValue, context: DocumentContext) => DocumentContent;
}

/** Makes a reader of a document format. Loading, limits, lines and events are the same for all. */
export function documentReader(format: DocumentFormat): FormatReader {
  return {
    name: format.name,
    title: format.title,
    recognizes: ({ document }) => document !== undefined && format.recognizes(document as JsonValue),
    read: (options) => readDocument(format, options),
  };
}

/** Name for the only resource of a file that states none: the name of the file, in characters that every kind allows. */
export function nameForFile({ name, fileName }: Pick<ReadOptions, 'name' | 'fileName'>): string {
  if (name !== undefined && name !== '') return name;
  const lastName = fileName.replace(/^.*[/\\]/, '');
  const dot = lastName.lastIndexOf('.');
  const stem = dot > 0 ? lastName.slice(0, dot) : lastName;
  return stem.replace(/[^\w-]/gu, '_').slice(0, 80) || 'unnamed';
}

async function* readDocument(format: DocumentFormat, options: ReadOptions): AsyncGenerator<FileEvent[]> {
  const loaded = await loadDocument(options, options.sizeBytes);
  if ('problem' in loaded) yield [{ type: 'problem', problem: loaded.problem }];
  else yield* inBatches(documentEvents(format, options, loaded));
}

function documentEvents(format: DocumentFormat, options: ReadOptions, loaded: LoadedDocument): FileEvent[] {
  if (loaded.duplicate) return [{ type: 'problem', problem: loaded.duplicate }];
  const { items, problems } = format.extract(loaded.document, { name: nameForFile(options), kind: options.kind });
  const lines = readDocumentLines(loaded.text, new Set(items.map(({ at }) => at)));
  const warnings = problems.map((problem): FileEvent => ({ type: 'problem', problem }));
  const source: FileEvent = { type: 'source', source: unknownSource };
  if (items.length === 0) return [source, ...warnings, { type: 'problem', problem: nothingInside(format.title) }];
  const itemEvents = items.map((item): FileEvent => {
    const line = lines.lineByPointer.get(item.at) ?? 1;
    return { type: 'item', item: toFileItem(item, line), bytesRead: options.sizeBytes };
  });
  const bundleDigest = sha256(canonicalJson(loaded.document));
  return [source, ...warnings, ...itemEvents, { type: 'end', bundleDigest, claimedDigest: null, claimedCount: null }];
}

function toFileItem(item: DocumentItem, line: number): FileItem {
  const { kind, name, spec } = item;
  return {
    kind,
    name,
    title: item.title ?? null,
    externalReferenceCode: null,
    parent: item.parent ?? null,
    sourceId: item.sourceId ?? null,
    origins: [],
    spec,
    claimedDigest: null,
    isPartial: item.isPartial ?? false,
    line,
    problems: (item.problems ?? []).map((problem) => ({ ...problem, kind, name, line })),
  };
}

function nothingInside(title: string): Problem {
  return nothingToImport(`The file was recognised as "${title}", but it contains nothing that can be imported.`);
}
