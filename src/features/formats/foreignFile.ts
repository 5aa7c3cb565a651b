import { errorProblem } from '../../shared/problem.js';
import type { Problem } from '../../shared/problem.js';
import { notUtf8 } from './scanning/fileProblems.js';

/** A ZIP archive starts with a member, or with its directory if it has none. */
const zipStarts = ['504b0304', '504b0506'];

/** First bytes, as hex digits, of files that are often uploaded by mistake, and the fix for each. */
const binaries: readonly { starts: readonly string[]; what: string; fix: string }[] = [
  { starts: ['1f8b'], what: 'a gzip archive', fix: 'Unpack it (gunzip) and upload the JSON file inside.' },
  { starts: zipStarts, what: 'a ZIP archive', fix: 'Unpack it and upload the JSON file inside.' },
  {
    starts: ['28b52ffd', 'fd377a58', '425a68', '377abcaf', '52617221'],
    what: 'a packed archive',
    fix: 'Unpack it and upload the JSON file inside.',
  },
  { starts: ['89504e47', 'ffd8ff', '47494638', '52494646'], what: 'an image', fix: 'Upload the exported JSON file.' },
  { starts: ['25504446'], what: 'a PDF document', fix: 'Upload the exported JSON file.' },
  {
    starts: ['d0cf11e0a1b11ae1'],
    what: 'a file of an old Microsoft Office, such as an Excel workbook (.xls)',
    fix: 'If it is a workbook, save the sheet as "CSV UTF-8" and upload that.',
  },
  { starts: ['53514c69'], what: 'a SQLite database', fix: 'Export the project into a JSON file and upload that.' },
];

/** Whether a file is a ZIP archive, by its first bytes. */
export function isZip(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4).toString('hex');
  return zipStarts.includes(start);
}

/** Whether a file is packed, by its first bytes. */
export function isPacked(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 8).toString('hex');
  return binaries.some(
    ({ starts, what }) => what.endsWith('archive') && starts.some((magic) => start.startsWith(magic)),
  );
}

const utf16Marks = ['fffe', 'feff'];

/** Detects by their first bytes files that cannot be JSON; undefined if the file may be. */
export function refuseForeignBytes(bytes: Buffer): Problem | undefined {
  const start = bytes.subarray(0, 8).toString('hex');
  if (utf16Marks.some((mark) => start.startsWith(mark))) {
    return { ...notUtf8(1), message: 'The file is encoded in UTF-16; only UTF-8 is supported.' };
  }
  const binary = binaries.find(({ starts }) => starts.some((magic) => start.startsWith(magic)));
  if (binary === undefined) return undefined;
  return errorProblem(
    'MEDIA_TYPE_UNSUPPORTED',
    `The file is ${binary.what}; only JSON, JSON Lines, CSV and ZIP files are supported.`,
    {
      fix: binary.fix,
    },
  );
}

/** Detects other text formats by their first line; undefined if the file may be JSON. */
export function refuseForeignText(text: string): Problem | undefined {
  const start = text.trimStart();
  if (/^[{[]/.test(start)) return undefined;
  const what = foreignText(start);
  const message = `The file is ${what}; only JSON, JSON Lines, CSV and ZIP files are supported.`;
  return errorProblem('FILE_NOT_JSON', message, {
    line: 1,
    fix: 'Export or convert it to JSON or CSV, and upload that file.',
  });
}

const excelText = /<\?mso-application progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:(?:excel|spreadsheet)/;

function foreignText(start: string): string {
  if (excelText.test(start.slice(0, 4000))) return 'an Excel workbook, saved as XML or as a web page';
  const firstLine = start.slice(0, 1000).split('\n', 1)[0] ?? '';
  if (/^<(!doctype html|html)/i.test(firstLine)) return 'a web page (HTML), perhaps a login or error page';
  if (firstLine.startsWith('<')) return 'XML';
  if (/^(---|%YAML|[\w.-]+:(\s|$)|- )/.test(firstLine)) return 'YAML';
  if (/^[^,;\t]+([,;\t][^,;\t]*)+$/.test(firstLine))
    return 'a CSV file without rows, or with rows of different lengths';
  return 'plain text, which does not start with "{" or "["';
}
