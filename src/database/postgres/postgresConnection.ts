import { endingSql, siteInNameSql } from '../nameSql.js';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { AppError } from '../../shared/appError.js';
import type { LockOptions, SqlConnection, SqlParams, SqlValue } from '../sqlConnection.js';
import { compileStatement, type CompiledStatement } from './compileStatement.js';
import { copyChunks } from './copyText.js';
import { isConnectionLost, meaningOf } from './postgresErrors.js';
import { connectionOptions, presentTime } from './postgresOptions.js';

/** A statement that the driver keeps prepared under a name. */
interface PreparedStatement extends CompiledStatement {
  name: string;
}

/**
 * PostgreSQL for worker threads: one connection, made when it is first needed and again after it was lost. A transaction that
 * loses its connection fails, and the server rolls it back.
 */
export class PostgresConnection implements SqlConnection {
  private readonly statementBySql = new Map<string, PreparedStatement>();
  private connected: Promise<pg.Client> | undefined;
  private current: pg.Client | undefined;
  private isInTransaction = false;
  private cursorCount = 0;

  constructor(
    private readonly url: string,
    private readonly locking: LockOptions,
  ) {}

  async all<Row>(sql: string, params: SqlParams = {}): Promise<Row[]> {
    return (await this.query(sql, params)).rows as Row[];
  }

  async get<Row>(sql: string, params: SqlParams = {}): Promise<Row | undefined> {
    return (await this.query(sql, params)).rows[0] as Row | undefined;
  }

  async run(sql: string, params: SqlParams = {}): Promise<number> {
    return (await this.query(sql, params)).rowCount ?? 0;
  }

  async *windows<Row>(sql: string, params: SqlParams, size: number): AsyncGenerator<Row[]> {
    // A cursor lives as long as its transaction.
    const isOwn = !this.isInTransaction;
    if (isOwn) await this.begin('BEGIN READ ONLY');
    try {
      yield* this.readCursor<Row>(sql, params, size);
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
    if (this.locking.waitsForLocks === false) {
      const row = await this.get<{ isTaken: boolean }>(tryLock, { name });
      if (row?.isTaken !== true) throw AppError.lockHeld(name);
    } else await this.run('SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))', { name });
  }

  snapshot<T>(work: () => Promise<T>): Promise<T> {
    // Not READ ONLY, in which temporary tables could not be made. The end takes them away.
    return this.within('BEGIN ISOLATION LEVEL REPEATABLE READ', 'ROLLBACK', work);
  }

  async now(): Promise<string> {
    const row = await this.get<{ now: string }>(presentTime);
    if (!row) throw AppError.internal('The database does not tell the time.');
    return row.now;
  }

  async analyze(tables: readonly string[]): Promise<void> {
    // What the planner knows is worth no failure: it plans worse without, and right all the same.
    for (const table of tables) await this.run(`ANALYZE ${table}`).catch(() => undefined);
  }

  async byIndex<T>(work: () => Promise<T>): Promise<T> {
    const joins = (setting: 'off' | 'on') =>
      this.run(
        `SELECT set_config(name, '${setting}', true) FROM (VALUES ('enable_hashjoin'), ('enable_mergejoin')) AS t (name)`,
      );
    await joins('off');
    const result = await work();
    // Not after a failure: it ends the transaction, and the setting with it.
    await joins('on');
    return result;
  }

  jsonText(expression: string): string {
    return `coalesce(to_json((${expression})::text)::text, 'null')`;
  }

  textAfter(expression: string, mark: string): string {
    return `substr(${expression}, strpos(${expression}, '${mark}') + 1)`;
  }

  endingOf(expression: string): string {
    return endingSql(expression, 'postgres');
  }

  siteInName(expression: string): string {
    return siteInNameSql(expression, 'postgres');
  }

  textList(parameter: string): string {
    return `(SELECT value FROM json_array_elements_text(${parameter}::json))`;
  }

  numberList(parameter: string): string {
    return `(SELECT value::bigint AS value FROM json_array_elements_text(${parameter}::json))`;
  }

  async reserveContentIds(count: number): Promise<number> {
    const row = await this.get<{ first: number }>('SELECT reserve_content_ids(:count) AS first', { count });
    if (!row) throw AppError.internal('No content ids were reserved.');
    return row.first;
  }

  async close(): Promise<void> {
    const { connected } = this;
    this.connected = undefined;
    await (await connected?.catch(() => undefined))?.end();
  }

  private async query(sql: string, params: SqlParams): Promise<pg.QueryResult> {
    const statement = this.prepared(sql);
    const { name, text } = statement;
    return this.send({ name, text, values: valuesOf(statement, params) });
  }

  private async send(query: pg.QueryConfig): Promise<pg.QueryResult> {
    const client = await this.client();
    try {
      return await client.query(query);
    } catch (error) {
      throw this.faultOf(error);
    }
  }

  private async *readCursor<Row>(sql: string, params: SqlParams, size: number): AsyncGenerator<Row[]> {
    this.cursorCount += 1;
    const cursor = `window_${this.cursorCount}`;
    const statement = compileStatement(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`);
    await this.send({ text: statement.text, values: valuesOf(statement, params) });
    for (;;) {
      const { rows } = await this.send({ text: `FETCH ${size} FROM ${cursor}` });
      if (rows.length > 0) yield rows as Row[];
      if (rows.length < size) break;
    }
    // One that is not read to its end is closed by the end of the transaction.
    await this.send({ text: `CLOSE ${cursor}` });
  }

  private async within<T>(begin: string, end: string, work: () => Promise<T>): Promise<T> {
    await this.begin(begin);
    let result: T;
    try {
      result = await work();
    } catch (error) {
      // The first error is the one to tell; when the connection is gone, the server rolls back by itself.
      await this.end('ROLLBACK').catch(() => undefined);
      throw error;
    }
    await this.end(end);
    return result;
  }

  private async begin(statement: string): Promise<void> {
    try {
      await this.query(statement, {});
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'DATABASE_UNAVAILABLE')) throw error;
      // The connection may have been cut while nobody used it: nothing has begun, so that another can be tried.
      await this.query(statement, {});
    }
    this.isInTransaction = true;
  }

  private async end(statement: string): Promise<void> {
    this.isInTransaction = false;
    await this.query(statement, {});
  }

  private prepared(sql: string): PreparedStatement {
    let statement = this.statementBySql.get(sql);
    if (!statement) {
      statement = { ...compileStatement(sql), name: `w${this.statementBySql.size + 1}` };
      this.statementBySql.set(sql, statement);
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
      // A small sample tells the planner enough: what counts is whether a table holds ten rows or a million. Cursors are read to
      // their end.
      await client.query(
        `SET lock_timeout = ${this.locking.busyTimeoutMs}; SET default_statistics_target = 20; SET cursor_tuple_fraction = 1`,
      );
    } catch (error) {
      this.forget();
      throw meaningOf(error);
    }
    this.current = client;
    return client;
  }

  private faultOf(error: unknown): unknown {
    // The driver needs a moment to see that a connection is gone; the next statement is not to fall into it.
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

const tryLock = 'SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 0)) AS "isTaken"';

function valuesOf({ parameterNames }: CompiledStatement, params: SqlParams): SqlValue[] {
  return parameterNames.map((name) => {
    const value = params[name];
    if (value === undefined) throw AppError.internal(`The statement has no value for its parameter "${name}".`);
    return value;
  });
}
