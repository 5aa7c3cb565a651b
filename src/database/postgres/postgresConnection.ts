import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { AppError } from '../../shared/appError.js';
import { inSpan } from '../../shared/spans.js';
import { renderSql, type RenderedSql } from '../renderSql.js';
import { rowShapeOf, shapedRow, type RowShape } from '../rowShape.js';
import { sql, type Sql, type SqlValue } from '../sql.js';
import type { WaitOptions, SqlConnection } from '../sqlConnection.js';
import { copyChunks } from './copyText.js';
import { isConnectionLost, meaningOf } from './postgresErrors.js';
import { postgresDialect } from '../sqlDialects.js';
import { connectionOptions, presentTime } from './postgresOptions.js';

/** A statement that the driver keeps prepared under a name, and the shape of its rows after it was run. */
interface PreparedStatement {
  name: string;
  shape?: RowShape;
}

/**
 * PostgreSQL for worker threads: one connection, opened when it is first needed and again after it was lost. A transaction that loses its
 * connection fails, and the database rolls it back.
 */
export class PostgresConnection implements SqlConnection {
  readonly dialect = 'postgres';
  private readonly statementByText = new Map<string, PreparedStatement>();
  private connected: Promise<pg.Client> | undefined;
  private current: pg.Client | undefined;
  private isInTransaction = false;
  private cursorCount = 0;

  constructor(
    private readonly url: string,
    private readonly waiting: WaitOptions,
  ) {}

  async all<Row>(statement: Sql): Promise<Row[]> {
    const { text, values } = renderSql(statement, postgresDialect);
    const prepared = this.prepared(text);
    const result = await this.send({ name: prepared.name, text, values, rowMode: 'array' });
    prepared.shape ??= shapeOf(result);
    return shapedRows<Row>(result, prepared.shape);
  }

  async get<Row>(statement: Sql): Promise<Row | undefined> {
    return (await this.all<Row>(statement))[0];
  }

  async run(statement: Sql): Promise<number> {
    const { text, values } = renderSql(statement, postgresDialect);
    return (await this.send({ name: this.prepared(text).name, text, values })).rowCount ?? 0;
  }

  async *windows<Row>(statement: Sql, size: number): AsyncGenerator<Row[]> {
    // A cursor exists until the end of its transaction.
    const isOwn = !this.isInTransaction;
    if (isOwn) await this.begin('BEGIN READ ONLY');
    try {
      yield* this.readCursor<Row>(renderSql(statement, postgresDialect), size);
    } finally {
      if (isOwn) await this.end('COMMIT');
    }
  }

  async insertRows(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): Promise<void> {
    if (rows.length === 0) return;
    const client = await this.client();
    try {
      const copy = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
      await pipeline(Readable.from(copyChunks(rows)), copy);
    } catch (error) {
      throw this.faultOf(error);
    }
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.within('BEGIN', 'COMMIT', work);
  }

  async lock(name: string): Promise<void> {
    if (this.waiting.waitsForLocks === false) {
      const row = await this.get<{ isTaken: boolean }>(
        sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS is_taken`,
      );
      if (row?.isTaken !== true) throw AppError.lockHeld(name);
    } else await this.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  }

  snapshot<T>(work: () => Promise<T>): Promise<T> {
    // Not READ ONLY, which would forbid temporary tables. The rollback at the end removes them.
    return this.within('BEGIN ISOLATION LEVEL REPEATABLE READ', 'ROLLBACK', work);
  }

  async now(): Promise<string> {
    const row = await this.get<{ now: string }>(sql.raw(presentTime));
    if (!row) throw AppError.internal('The database returned no time.');
    return row.now;
  }

  async analyze(tables: readonly string[]): Promise<void> {
    for (const table of tables) await this.analyzeOne(table);
  }

  async byIndex<T>(work: () => Promise<T>): Promise<T> {
    const joins = (setting: 'off' | 'on') =>
      this.run(
        sql`SELECT set_config(name, ${setting}, true) FROM (VALUES ('enable_hashjoin'), ('enable_mergejoin')) AS t (name)`,
      );
    await joins('off');
    const result = await work();
    // Not after a failure, which ends the transaction and the setting with it.
    await joins('on');
    return result;
  }

  async reserveContentIds(count: number): Promise<number> {
    const row = await this.get<{ first: number }>(sql`SELECT reserve_content_ids(${count}) AS first`);
    if (!row) throw AppError.internal('No content ids were reserved.');
    return row.first;
  }

  async close(): Promise<void> {
    const { connected } = this;
    this.connected = undefined;
    await (await connected?.catch(() => undefined))?.end();
  }

  private async send(query: pg.QueryConfig | pg.QueryArrayConfig): Promise<pg.QueryResult> {
    const client = await this.client();
    try {
      return await client.query(query);
    } catch (error) {
      throw this.faultOf(error);
    }
  }

  private async *readCursor<Row>({ text, values }: RenderedSql, size: number): AsyncGenerator<Row[]> {
    this.cursorCount += 1;
    const cursor = `window_${this.cursorCount}`;
    await this.send({ text: `DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, values });
    let shape: RowShape | undefined;
    for (;;) {
      const result = await this.send({ text: `FETCH ${size} FROM ${cursor}`, rowMode: 'array' });
      shape ??= shapeOf(result);
      const isLast = result.rows.length < size;
      if (result.rows.length > 0) yield shapedRows<Row>(result, shape);
      if (isLast) break;
    }
    // A cursor that is not read completely is closed at the end of the transaction.
    await this.send({ text: `CLOSE ${cursor}` });
  }

  private async analyzeOne(table: string): Promise<void> {
    const analyze = () => this.run(sql`ANALYZE ${sql.raw(table)}`);
    try {
      // Outside a transaction, a connection that is lost here is lost to nothing else. Without it, the next plan may compare each row with each.
      await analyze().catch((error: unknown) => {
        if (this.isInTransaction || !isUnavailable(error)) throw error;
        return analyze();
      });
    } catch {
      // Missing statistics are no reason to fail: plans may be slower without them, but are correct.
    }
  }

  private async within<T>(begin: string, end: string, work: () => Promise<T>): Promise<T> {
    await this.begin(begin);
    let result: T;
    try {
      result = await work();
    } catch (error) {
      // The first error is reported. If the connection is lost, the database rolls back by itself.
      await this.end('ROLLBACK').catch(() => undefined);
      throw error;
    }
    await inSpan({ name: end }, () => this.end(end));
    return result;
  }

  private async begin(statement: string): Promise<void> {
    try {
      await this.send({ text: statement });
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      // The connection may have been closed while it was idle. Nothing has begun yet, so another one can be tried.
      await this.send({ text: statement });
    }
    this.isInTransaction = true;
  }

  private async end(statement: string): Promise<void> {
    this.isInTransaction = false;
    await this.send({ text: statement });
  }

  private prepared(text: string): PreparedStatement {
    let statement = this.statementByText.get(text);
    if (!statement) {
      statement = { name: `w${this.statementByText.size + 1}` };
      this.statementByText.set(text, statement);
    }
    return statement;
  }

  private async client(): Promise<pg.Client> {
    if (!this.connected && this.isInTransaction) throw AppError.databaseUnavailable(undefined);
    this.connected ??= this.connect();
    return this.connected;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client(connectionOptions(this.url));
    const forget = () => {
      if (this.current === client) this.forget();
    };
    client.on('error', forget);
    client.on('end', forget);
    try {
      await client.connect();
      // A small sample is enough for the planner: what matters is whether a table has ten rows or a million. Cursors are read
      // completely.
      const { busyTimeoutMs, statementTimeoutMs = 0 } = this.waiting;
      await client.query(
        `SET lock_timeout = ${busyTimeoutMs}; SET statement_timeout = ${statementTimeoutMs}; SET default_statistics_target = 20; SET cursor_tuple_fraction = 1`,
      );
    } catch (error) {
      this.forget();
      throw meaningOf(error);
    }
    this.current = client;
    return client;
  }

  private faultOf(error: unknown): unknown {
    // The driver notices a lost connection after a moment; the next statement must not use it before.
    if (isConnectionLost(error)) this.forget();
    return meaningOf(error);
  }

  private forget(): void {
    const lost = this.current;
    this.connected = undefined;
    this.current = undefined;
    lost?.end().catch(() => undefined);
  }
}

function shapeOf({ fields }: pg.QueryResult): RowShape {
  return rowShapeOf(fields.map(({ name }) => name));
}

/** Replaces arrays by rows, in place. */
function shapedRows<Row>({ rows }: pg.QueryResult, shape: RowShape): Row[] {
  for (let index = 0; index < rows.length; index += 1) rows[index] = shapedRow(shape, rows[index] as unknown[]);
  return rows as Row[];
}

function isUnavailable(error: unknown): boolean {
  return error instanceof AppError && error.code === 'DATABASE_UNAVAILABLE';
}
