import type { Problem } from '../../shared/problem.js';
import { errorProblem } from '../../shared/problem.js';
import { loadDocument } from './documents/loadDocument.js';
import type { DocumentLimits } from './documents/loadDocument.js';
import { makeFileHead, readHeadBytes } from './fileHead.js';
import { refuseForeignProduct } from './foreignProducts.js';
import { refuseForeignBytes, refuseForeignText } from './foreignFile.js';
import type { FileHead, FileSource, FormatReader, ReadOptions } from './format.js';
import { emptyFile, quote } from './scanning/fileProblems.js';

/** What {@link detectFormat} found. */
export type DetectedFormat = { reader: FormatReader } | { problem: Problem };

const maxNamedKeys = 10;

export type UndetectedFile = FileSource & Pick<ReadOptions, 'sizeBytes' | 'csv' | 'kind'> & DocumentLimits;

/**
 * Chooses the reader of a file by its content, never by its name. The first reader that recognises the file is taken. Readers see the
 * head first, because a bundle can have any size, and then the whole document, if it is small enough to be parsed. If no reader
 * recognises the file, the problem says what is wrong with it. Throws only if the file cannot be read.
 */
export async function detectFormat(file: UndetectedFile, readers: readonly FormatReader[]): Promise<DetectedFormat> {
  const bytes = await readHeadBytes(file);
  const binary = readers.find(({ recognizesBytes }) => recognizesBytes?.(bytes) === true);
  if (binary) return { reader: binary };
  const foreign = refuseForeignBytes(bytes);
  if (foreign) return { problem: foreign };
  const head = makeFileHead(bytes, file.sizeBytes);
  if ('problem' in head) return head;
  if (head.text.trim() === '') return { problem: emptyFile() };
  return detectText(file, { ...head, csv: file.csv, kind: file.kind }, readers);
}

async function detectText(
  file: UndetectedFile,
  head: FileHead,
  readers: readonly FormatReader[],
): Promise<DetectedFormat> {
  const reader = readers.find(({ recognizes }) => recognizes(head));
  if (reader) return { reader };
  const problem = refuseForeignText(head.text) ?? refuseForeignProduct(head);
  return problem ? { problem } : detectDocument(file, head, readers);
}

async function detectDocument(
  { sizeBytes, ...file }: UndetectedFile,
  head: FileHead,
  readers: readonly FormatReader[],
): Promise<DetectedFormat> {
  const loaded = await loadDocument(file, sizeBytes, file);
  const accepting = readers.find(({ accepts }) => accepts?.(head) === true);
  // A file that is too large, or has more than one value, may still be a list of records.
  if ('problem' in loaded) return accepting ? { reader: accepting } : loaded;
  const reader = readers.find(({ recognizes }) => recognizes({ ...head, document: loaded.document })) ?? accepting;
  return reader ? { reader } : { problem: unrecognized(head, readers) };
}

function unrecognized({ topLevelKeys }: FileHead, readers: readonly FormatReader[]): Problem {
  const keys = topLevelKeys.slice(0, maxNamedKeys).map(quote).join(', ');
  const found = keys === '' ? '' : ` Its first keys are ${keys}.`;
  const known = readers.map(({ name, title }) => `${name} (${title})`).join('; ');
  return errorProblem('FORMAT_UNRECOGNIZED', `The file is JSON, but its format is unknown.${found}`, {
    fix: `If it has a supported format, set the option "format": ${known}.`,
  });
}
