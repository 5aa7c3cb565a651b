/**
 * One window of a result, in the extended query protocol (PostgreSQL manual, "Message Flow"): a portal is bound to a prepared
 * statement, and each Execute gives at most so many rows. Every step ends with a Sync, so that other statements may run between
 * two windows; inside a transaction the portal lives on. The driver's own ways either read all rows or keep the connection.
 */
import type pg from 'pg';
import type { SqlValue } from '../sqlConnection.js';
import type { CompiledStatement } from './compileStatement.js';
import { readerOf, type ReadText } from './postgresOptions.js';

/** A statement that the driver keeps prepared under a name. */
export interface PreparedStatement extends CompiledStatement {
  name: string;
}

export interface WindowOptions {
  portal: string;
  size: number;
  /** Given for the first window: what is to be bound. */
  start?: { statement: PreparedStatement; values: readonly SqlValue[] };
  /** Portals that were read to their end. */
  finishedPortals: readonly string[];
}

export interface RowWindow {
  rows: Record<string, unknown>[];
  hasMore: boolean;
}

/** The messages that this file sends; the driver's types leave out most of its connection. */
interface Wire {
  stream: { cork: () => void; uncork: () => void };
  parsedStatements: Record<string, string | undefined>;
  parse: (message: { name: string; text: string }) => void;
  bind: (message: object) => void;
  describe: (message: { type: 'P'; name: string }) => void;
  execute: (message: { portal: string; rows: number }) => void;
  close: (message: { type: 'P'; name: string }) => void;
  sync: () => void;
}

interface Field {
  name: string;
  read: ReadText;
}

/** A query of the driver: it calls `submit`, and then a method for each message that comes back. */
export class WindowQuery implements pg.Submittable {
  /** Known by these to the driver, which notes that the statement is prepared. */
  readonly name: string | undefined;
  readonly text: string | undefined;
  private readonly rows: Record<string, unknown>[] = [];
  private hasMore = false;
  private isFailed = false;

  constructor(
    private readonly options: WindowOptions,
    /** What a row looks like: learned by the first window, used by the others. */
    private readonly fields: Field[],
    private readonly settle: { resolve: (window: RowWindow) => void; reject: (error: unknown) => void },
  ) {
    this.name = options.start?.statement.name;
    this.text = options.start?.statement.text;
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire;
    const { portal, size, finishedPortals } = this.options;
    wire.stream.cork();
    for (const name of finishedPortals) wire.close({ type: 'P', name });
    this.bind(wire);
    wire.execute({ portal, rows: size });
    wire.sync();
    wire.stream.uncork();
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    for (const { name, dataTypeID } of fields) this.fields.push({ name, read: readerOf(dataTypeID) });
  }

  handleDataRow({ fields: values }: { fields: (string | null)[] }): void {
    const row: Record<string, unknown> = {};
    for (const [index, { name, read }] of this.fields.entries()) {
      const value = values[index] ?? null;
      row[name] = value === null ? null : read(value);
    }
    this.rows.push(row);
  }

  handlePortalSuspended(): void {
    this.hasMore = true;
  }

  handleReadyForQuery(): void {
    if (!this.isFailed) this.settle.resolve({ rows: this.rows, hasMore: this.hasMore });
  }

  handleError(error: unknown): void {
    this.isFailed = true;
    this.settle.reject(error);
  }

  handleCommandComplete(): void {
    // That there are no more rows is told by the portal not being suspended.
  }

  handleEmptyQuery(): void {
    // There is always a statement.
  }

  private bind(wire: Wire): void {
    const { portal, start } = this.options;
    if (!start) return;
    const { statement, values } = start;
    if (wire.parsedStatements[statement.name] === undefined) wire.parse(statement);
    wire.bind({ portal, statement: statement.name, values, valueMapper: wireValue });
    wire.describe({ type: 'P', name: portal });
  }
}

function wireValue(value: SqlValue): string | Buffer | null {
  return value === null || Buffer.isBuffer(value) ? value : String(value);
}
