import { warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { CsvOptions, FileSource } from '../format.js';
import { headBytes, readHeadBytes } from '../fileHead.js';
import { emptyFile } from '../scanning/fileProblems.js';
import { numberedColumns, planColumns, recordOfRow } from './csvColumns.js';
import type { ColumnOptions, CsvColumns } from './csvColumns.js';
import { checkCsvOptions, findDialect } from './csvDialect.js';
import type { CsvDialect } from './csvDialect.js';
import { readCsvRows } from './csvRows.js';
import type { CsvRow, CsvRows, UnfilledRows } from './csvRows.js';
import type { RecordEvent } from './recordEvents.js';

export type CsvReadOptions = FileSource & ColumnOptions & { csv?: CsvOptions | undefined };

/**
 * Reads the rows of a table as records, after the mapping. A row with too many or too few cells is reported, and reading continues.
 * Throws only if the file cannot be read.
 */
export async function* readCsvRecords(options: CsvReadOptions): AsyncGenerator<RecordEvent[]> {
  const faults = checkCsvOptions(options.csv ?? {});
  if (faults.length > 0) {
    yield faults.map((problem) => ({ type: 'problem', problem }));
    return;
  }
  const table = new TableReading(await dialectOf(options), options);
  for await (const cut of readCsvRows(options, table.dialect)) {
    const events = 'problem' in cut ? [{ type: 'problem' as const, problem: cut.problem }] : table.take(cut);
    if (events.length > 0) yield events;
    if (table.isRefused) return;
  }
  if (!table.hasBegun) yield [{ type: 'problem', problem: emptyFile() }];
  else if (table.unfilled.count > 0) yield [{ type: 'problem', problem: rowsLeftOut(table.unfilled) }];
}

/** Detects the dialect of a table from its first bytes and its options. */
export async function dialectOf(options: CsvReadOptions): Promise<CsvDialect> {
  const bytes = await readHeadBytes(options);
  const text = new TextDecoder().decode(bytes, { stream: bytes.length >= headBytes });
  return findDialect(text, options.csv);
}

function rowsLeftOut({ count, line }: UnfilledRows): Problem {
  const message = `${counted(count, 'row')} of the table ${count === 1 ? 'has' : 'have'} no value in any cell, the first on line ${line ?? 0}; ${count === 1 ? 'it was' : 'they were'} skipped.`;
  return warningProblem('CONTENT_IGNORED', message, line === undefined ? {} : { line });
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

class TableReading {
  isRefused = false;
  readonly unfilled: UnfilledRows = { count: 0, line: undefined };
  private columns: CsvColumns | undefined;
  private count = 0;

  constructor(
    readonly dialect: CsvDialect,
    private readonly options: ColumnOptions,
  ) {}

  get hasBegun(): boolean {
    return this.columns !== undefined;
  }

  take({ rows, unfilled }: Extract<CsvRows, { rows: CsvRow[] }>): RecordEvent[] {
    this.unfilled.count += unfilled.count;
    this.unfilled.line ??= unfilled.line;
    const events: RecordEvent[] = [];
    for (const row of rows) {
      const isFirst = this.columns === undefined;
      const columns = (this.columns ??= this.begin(row, events));
      if (this.isRefused) return events;
      if (!isFirst || !this.dialect.hasHeader) events.push(this.record(row, columns));
    }
    return events;
  }

  private begin({ cells, line }: CsvRow, events: RecordEvent[]): CsvColumns {
    const columns = planColumns(this.dialect.hasHeader ? cells : numberedColumns(cells.length), line, this.options);
    events.push(...columns.problems.map((problem): RecordEvent => ({ type: 'problem', problem })));
    this.isRefused = columns.problems.some(({ severity }) => severity === 'ERROR');
    return columns;
  }

  private record({ cells, line, bytesRead }: CsvRow, { names, plans }: CsvColumns): RecordEvent {
    this.count += 1;
    const place = { index: this.count, line, bytesRead };
    const isFitting = cells.length === names.length || cells.slice(names.length).every((cell) => cell === '');
    if (cells.length < names.length || !isFitting) {
      const { record } = recordOfRow(cells, plans);
      const surplus = cells.slice(names.length);
      if (surplus.length > 0) record['(cells without a column)'] = surplus;
      return {
        type: 'broken',
        fault: `has ${counted(cells.length, 'cell')} where there are ${counted(names.length, 'column')}`,
        place,
        record,
      };
    }
    return { type: 'record', ...recordOfRow(cells, plans), place };
  }
}
