/**
 * Streams the rows of a table. Each chunk is parsed up to its last complete row, and the rest is put in front of the next chunk, so that
 * memory is bounded by a chunk and a row. An unclosed quote ends the reading, because the ends of later rows are unknown.
 */
import { isUtf8 } from 'node:buffer';
import Papa from 'papaparse';
import { maxItemBytes } from '../../../shared/limits.js';
import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { FileSource } from '../format.js';
import { itemTooLarge, notUtf8 } from '../scanning/fileProblems.js';
import type { CsvDialect } from './csvDialect.js';

/** One row. Blank lines, and lines with only delimiters, are not rows. */
export interface CsvRow {
  cells: string[];
  /** Line on which it starts, from 1. */
  line: number;
  bytesRead: number;
}

/** Rows in the order of the file, in batches. Nothing follows a problem. */
export type CsvRows = { rows: CsvRow[]; unfilled: UnfilledRows } | { problem: Problem };

/** Number of rows that have only empty cells. */
export interface UnfilledRows {
  count: number;
  /** Line of the first one. */
  line: number | undefined;
}

/** Reads the rows of a table. Throws only if the file cannot be read. */
export async function* readCsvRows(source: FileSource, dialect: CsvDialect): AsyncGenerator<CsvRows> {
  const cutter = new RowCutter(dialect);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of source.open()) {
    const text = decode(decoder, chunk);
    const cut = text === undefined ? undefined : cutter.feed(text, chunk.length);
    if (cut === undefined || 'problem' in cut) {
      yield cut ?? { problem: notUtf8(await firstBadLine(source)) };
      return;
    }
    if (cut.rows.length > 0 || cut.unfilled.count > 0) yield cut;
  }
  const rest = decode(decoder);
  yield rest === undefined ? { problem: notUtf8(await firstBadLine(source)) } : cutter.end(rest);
}

/** Without a chunk: ends the decoding; the file may end inside a character. */
function decode(decoder: TextDecoder, chunk?: Buffer): string | undefined {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    return undefined;
  }
}

/** The parts of the parser's result that are used here; its own types leave them open. */
interface ParsedRows {
  data: string[][];
  errors: { code: string; row: number }[];
  meta: { cursor: number };
}

class RowCutter {
  private readonly parser: Papa.Parser;
  private rest = '';
  private line = 1;
  private bytesRead = 0;

  constructor(private readonly dialect: CsvDialect) {
    const { delimiter, quote: quoteChar, newline } = dialect;
    this.parser = new Papa.Parser({ delimiter, quoteChar, newline });
  }

  feed(text: string, sizeBytes: number): CsvRows {
    this.bytesRead += sizeBytes;
    const input = this.rest + text;
    // White space between a closing quote and the end of the cell must be parsed together with what follows it.
    const end = input.trimEnd().length;
    const parsed = this.parser.parse(input.slice(0, end), 0, true) as ParsedRows;
    this.rest = input.slice(parsed.meta.cursor);
    if (parsed.errors.length > 0) return this.refuse(parsed);
    if (this.rest.length > maxItemBytes) return { problem: itemTooLarge(this.skip(parsed.data)) };
    return this.take(parsed.data);
  }

  end(text: string): CsvRows {
    const parsed = this.parser.parse(this.rest + text, 0, false) as ParsedRows;
    return parsed.errors.length > 0 ? this.refuse(parsed) : this.take(parsed.data);
  }

  private take(data: readonly string[][]): CsvRows {
    const rows: CsvRow[] = [];
    const unfilled: UnfilledRows = { count: 0, line: undefined };
    for (const cells of data) {
      const { line } = this;
      this.line += 1 + this.breaksIn(cells);
      if (cells.some((cell) => cell.trim() !== ''))
        rows.push({ cells: this.withoutReturn(cells), line, bytesRead: this.bytesRead });
      else if (cells.length > 1) {
        unfilled.count += 1;
        unfilled.line ??= line;
      }
    }
    return { rows, unfilled };
  }

  /** Only counts lines. */
  private skip(data: readonly string[][]): number {
    for (const cells of data) this.line += 1 + this.breaksIn(cells);
    return this.line;
  }

  private breaksIn(cells: readonly string[]): number {
    const lineBreak = this.dialect.newline === '\r' ? '\r' : '\n';
    let count = 0;
    for (const cell of cells) {
      for (let at = cell.indexOf(lineBreak); at >= 0; at = cell.indexOf(lineBreak, at + 1)) count += 1;
    }
    return count;
  }

  /** A file whose first line ends in LF may have other lines that end in CR LF. */
  private withoutReturn(cells: string[]): string[] {
    const last = cells.at(-1);
    if (this.dialect.newline !== '\n' || last?.endsWith('\r') !== true) return cells;
    return [...cells.slice(0, -1), last.slice(0, -1)];
  }

  private refuse({ data, errors }: ParsedRows): CsvRows {
    const [fault] = errors;
    const line = this.skip(data.slice(0, fault?.row ?? 0));
    const mark = this.dialect.quote;
    const message =
      fault?.code === 'MissingQuotes'
        ? `The row on line ${line} has a quoted cell that starts with ${mark} and is never closed.`
        : `In the row on line ${line}, characters follow the closing ${mark} of a quoted cell.`;
    const fix = `Write ${mark} inside a quoted cell twice (${mark}${mark}), and end the cell with the delimiter ${JSON.stringify(this.dialect.delimiter)}.`;
    return { problem: errorProblem('CSV_MALFORMED', message, { line, fix }) };
  }
}

/** The first line that is not valid UTF-8. Reads the file again. */
async function firstBadLine(source: FileSource): Promise<number> {
  let line = 1;
  let open = Buffer.alloc(0);
  for await (const chunk of source.open()) {
    const bytes = Buffer.concat([open, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
      if (!isUtf8(bytes.subarray(start, end))) return line;
      line += 1;
      start = end + 1;
    }
    open = bytes.subarray(start);
    if (open.length > maxItemBytes) break;
  }
  return line;
}
