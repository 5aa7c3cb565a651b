import { maxItemBytes, maxNestingDepth } from '../../../shared/limits.js';
import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';

/** Problems of a file as such. All are errors: each ends the reading. */

/** A place in a file: line and column from 1; columns count bytes. */
export interface FilePlace {
  line: number;
  column: number;
}

const mebibyte = 1024 * 1024;

/** FILE_EMPTY: no bytes, or only white space. */
export function emptyFile(): Problem {
  return errorProblem('FILE_EMPTY', 'The file is empty.', { fix: 'Export it again and upload the whole file.' });
}

/** FILE_TRUNCATED: the file ends inside a value that starts on `line`. */
export function truncatedFile(line: number, missing = 'a bracket or quotation mark is never closed'): Problem {
  return errorProblem('FILE_TRUNCATED', `The file ends unexpectedly on line ${line}: ${missing}.`, {
    line,
    fix: 'The file is incomplete. Download or export it again.',
  });
}

/** FILE_NOT_UTF8: the bytes on `line` are not UTF-8. */
export function notUtf8(line: number): Problem {
  return errorProblem('FILE_NOT_UTF8', `The text on line ${line} is not valid UTF-8.`, {
    line,
    fix: 'Save the file with the encoding UTF-8.',
  });
}

/** FILE_NOT_JSON: `found` at `place`, where only `expected` (a noun phrase) is allowed. */
export function notJson(place: FilePlace, expected: string, found: string): Problem {
  const where = `line ${place.line}, column ${place.column}`;
  return errorProblem('FILE_NOT_JSON', `The file is not valid JSON: ${where}: expected ${expected}, found ${found}.`, {
    line: place.line,
  });
}

/** NESTING_TOO_DEEP: the nesting on `line` exceeds the limit. */
export function nestedTooDeep(line: number): Problem {
  return errorProblem(
    'NESTING_TOO_DEEP',
    `The JSON on line ${line} is nested deeper than the ${maxNestingDepth} levels that this server reads.`,
    { line, fix: 'Flatten the structure at this place.' },
  );
}

/** NOTHING_TO_IMPORT: the file is valid and contains nothing. */
export function nothingToImport(message: string, path: string[] = []): Problem {
  return errorProblem('NOTHING_TO_IMPORT', message, { path, fix: 'Export something first, or choose another file.' });
}

/** FILE_TOO_LARGE: an item that starts on `line` exceeds the limit for memory. */
export function itemTooLarge(line: number, limitBytes = maxItemBytes): Problem {
  const limit = limitBytes < mebibyte ? `${limitBytes} bytes` : `${Math.floor(limitBytes / mebibyte)} MiB`;
  return errorProblem(
    'FILE_TOO_LARGE',
    `The item that starts on line ${line} is larger than ${limit}, the maximum for one item.`,
    {
      line,
    },
  );
}

/** FILE_TOO_LARGE: the file must be read as a whole, and is too large for that. */
export function documentTooLarge(sizeBytes: number, limitBytes: number): Problem {
  const size = Math.ceil(sizeBytes / mebibyte);
  const limit = Math.floor(limitBytes / mebibyte);
  return errorProblem(
    'FILE_TOO_LARGE',
    `The file is not a Waybill bundle and has ${size} MiB; files of other products can have at most ${limit} MiB.`,
    { fix: 'Split the file into smaller ones and import them one after the other.' },
  );
}

/** DUPLICATE_KEY: an object has `key` twice. `path`, and `line` if it is known, are those of the second occurrence. */
export function duplicateKey({ key, path }: { key: string; path: string[] }, line?: number): Problem {
  const where = line === undefined ? '' : `, on line ${line}`;
  return errorProblem('DUPLICATE_KEY', `The key ${quote(key)} occurs a second time in the same object${where}.`, {
    path,
    ...(line !== undefined && { line }),
    fix: 'Remove or rename one of the two.',
  });
}

/** Quotes a text for a message: in quotation marks, on one line, cut after 60 UTF-16 units. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60).replace(/[\ud800-\udbff]$/, '')}…` : text);
}
