import type { Problem } from '../../shared/problem.js';
import { errorProblem } from '../../shared/problem.js';
import { loadDocument } from './documents/loadDocument.js';
import type { DocumentLimits } from './documents/loadDocument.js';
import { makeFileHead, readHeadBytes } from './fileHead.js';
import { refuseForeignBytes, refuseForeignText } from './foreignFile.js';
import type { FileHead, FormatReader } from './format.js';
import { emptyFile, quote } from './scanning/fileProblems.js';

/** What {@link detectFormat} found. */
export type DetectedFormat = { reader: FormatReader } | { problem: Problem };

const maxNamedKeys = 10;

/**
 * Chooses the reader of a file by its content, never by its name. The first reader that recognises it is taken: first by the head alone, as
 * a bundle of any size can be, then with the whole document when it is small enough to be parsed. The problem says what is wrong
 * with a file that no reader takes. Throws only when the file can not be read.
 */
export async function detectFormat(
  file: { path: string; sizeBytes: number } & DocumentLimits,
  readers: readonly FormatReader[],
): Promise<DetectedFormat> {
  const bytes = await readHeadBytes(file.path);
  const foreign = refuseForeignBytes(bytes);
  if (foreign) return { problem: foreign };
  const head = makeFileHead(bytes, file.sizeBytes);
  if ('problem' in head) return head;
  if (head.text.trim() === '') return { problem: emptyFile() };
  const problem = refuseForeignText(head.text);
  if (problem) return { problem };
  const reader = readers.find(({ recognizes }) => recognizes(head));
  return reader ? { reader } : detectDocument(file, head, readers);
}

async function detectDocument(
  { path, sizeBytes, ...limits }: { path: string; sizeBytes: number } & DocumentLimits,
  head: FileHead,
  readers: readonly FormatReader[],
): Promise<DetectedFormat> {
  const loaded = await loadDocument(path, sizeBytes, limits);
  if ('problem' in loaded) return loaded;
  const reader = readers.find(({ recognizes }) => recognizes({ ...head, document: loaded.document }));
  return reader ? { reader } : { problem: unrecognized(head, readers) };
}

function unrecognized({ topLevelKeys }: FileHead, readers: readonly FormatReader[]): Problem {
  const keys = topLevelKeys.slice(0, maxNamedKeys).map(quote).join(', ');
  const found = keys === '' ? '' : ` Its first keys are ${keys}.`;
  const known = readers.map(({ title }) => title).join('; ');
  return errorProblem(
    'FORMAT_UNRECOGNIZED',
    `The file is JSON, but of no shape that is known here.${found} These are read: ${known}.`,
  );
}
