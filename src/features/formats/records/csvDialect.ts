import Papa from 'papaparse';
import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { CsvOptions } from '../format.js';
import { quote } from '../scanning/fileProblems.js';

export interface CsvDialect {
  delimiter: string;
  quote: string;
  newline: '\n' | '\r\n' | '\r';
  hasHeader: boolean;
}

const delimiters = [',', ';', '\t', '|'];
const sampledRows = 20;
const defaultQuote = '"';
/** Minimum share of rows that are as wide as the first: prose has commas too, but seldom the same number in each line. */
const leastFit = 0.75;

/** Checks CSV options that a user set. */
export function checkCsvOptions({ delimiter, quote: mark }: CsvOptions): Problem[] {
  const problems: Problem[] = [];
  if (delimiter !== undefined && !isSeparator(delimiter)) problems.push(noCharacter('delimiter', delimiter));
  if (mark !== undefined && !isSeparator(mark)) problems.push(noCharacter('quote', mark));
  if (problems.length === 0 && mark !== undefined && mark === delimiter) {
    const message = `The delimiter and the quote of the CSV file are both ${quote(mark)}.`;
    problems.push(errorProblem('SETTING_INVALID', message, { path: ['csv', 'quote'] }));
  }
  return problems;
}

function isSeparator(text: string): boolean {
  return text.length === 1 && !/[\r\n\ufeff\0]/.test(text);
}

function noCharacter(option: string, value: string): Problem {
  return errorProblem(
    'SETTING_INVALID',
    `The ${option} of the CSV file is ${quote(value)}; it must be one character.`,
    {
      path: ['csv', option],
      fix: option === 'delimiter' ? 'Use for example "," or ";".' : 'Use for example a quotation mark.',
    },
  );
}

/** Detects the dialect of a table from its start. Options that are set take precedence. */
export function findDialect(text: string, options: CsvOptions = {}): CsvDialect {
  const mark = options.quote ?? defaultQuote;
  const newline = newlineOf(text, mark);
  const fits = delimiters
    .filter((delimiter) => delimiter !== mark)
    .map((delimiter) => ({ delimiter, fit: fitOf(firstRows(text, { delimiter, quote: mark, newline })) }));
  const best = fits.reduce((one, other) => (other.fit > one.fit ? other : one));
  return {
    delimiter: options.delimiter ?? best.delimiter,
    quote: mark,
    newline,
    hasHeader: options.hasHeader ?? true,
  };
}

/** Whether a text looks like a table: several rows of the same width, or a known first column. */
export function looksLikeTable(text: string, options: CsvOptions = {}): boolean {
  if (/^\s*([{[<]|---|%YAML|- )/.test(text) || checkCsvOptions(options).length > 0) return false;
  const dialect = findDialect(text, options);
  const rows = firstRows(text, dialect);
  if (rows[0]?.includes('externalReferenceCode')) return true;
  return rows.length > 1 && fitOf(rows) >= leastFit;
}

/**
 * Rates how well a delimiter fits: the share of rows that are as wide as the first, or 0 if the first has one cell. Wider rows win a
 * tie.
 */
function fitOf(rows: readonly (readonly string[])[]): number {
  const width = rows[0]?.length ?? 0;
  if (width < 2) return 0;
  // The last row of the text may be incomplete.
  const fitting = rows.filter((row, place) => row.length === width || (place > 0 && place === rows.length - 1));
  return fitting.length / rows.length + Math.min(width, 1000) / 1e6;
}

function firstRows(text: string, { delimiter, quote: quoteChar, newline }: Omit<CsvDialect, 'hasHeader'>): string[][] {
  const parsed = Papa.parse<string[]>(text, { delimiter, quoteChar, newline, preview: sampledRows });
  return parsed.data.filter((row) => row.length > 1 || row[0] !== '');
}

/** Decided by the first line break outside quotes. */
function newlineOf(text: string, mark: string): CsvDialect['newline'] {
  let isQuoted = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (character === mark) isQuoted = !isQuoted;
    else if (!isQuoted && character === '\n') return '\n';
    else if (!isQuoted && character === '\r') return text.charAt(offset + 1) === '\n' ? '\r\n' : '\r';
  }
  return '\n';
}
