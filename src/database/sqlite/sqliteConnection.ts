import { systemClock } from '../../shared/clock.js';
import { inSpan } from '../../shared/spans.js';
import { renderSql } from '../renderSql.js';
import type { Sql, SqlValue } from '../sql.js';
import type { SqlConnection } from '../sqlConnection.js';
import { sqliteDialect } from '../sqlDialects.js';
import { reserveContentIds } from './contentCounter.js';
import { faultOf, SqliteStatements, valuesOf } from './sqliteStatements.js';

/**
 * SQLite for worker threads. It is synchronous, and may wait for the only writer inside the driver, because the event loop of a worker
 * serves no clients.
 */
export class SqliteConnection implements SqlConnection {
  readonly dialect = 'sqlite';

  private constructor(private readonly statements: SqliteStatements) {}

  static open(file: string, busyTimeoutMs: number): SqliteConnection {
    return new SqliteConnection(SqliteStatements.open(file, busyTimeoutMs));
  }

  all<Row>(statement: Sql): Promise<Row[]> {
    return settle(() => this.statements.all(renderSql(statement, sqliteDialect)) as Row[]);
  }

  get<Row>(statement: Sql): Promise<Row | undefined> {
    return settle(() => this.statements.get(renderSql(statement, sqliteDialect)) as Row | undefined);
  }

  run(statement: Sql): Promise<number> {
    return settle(() => this.statements.run(renderSql(statement, sqliteDialect)));
  }

  async *windows<Row>(statement: Sql, size: number): AsyncGenerator<Row[]> {
    let window: Row[] = [];
    for (const row of this.statements.iterate(renderSql(statement, sqliteDialect))) {
      window.push(row as Row);
      if (window.length < size) continue;
      yield window;
      window = [];
    }
    if (window.length > 0) yield window;
    await Promise.resolve();
  }

  insertRows(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): Promise<void> {
    return settle(() => {
      this.statements.insert(table, columns, valuesOf(rows));
    });
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    try {
      this.statements.exec('BEGIN IMMEDIATE');
    } catch (error) {
      throw faultOf(error);
    }
    try {
      const result = await work();
      await inSpan({ name: 'COMMIT' }, () => {
        this.statements.exec('COMMIT');
        return Promise.resolve();
      });
      return result;
    } catch (error) {
      if (this.statements.isInTransaction) this.statements.exec('ROLLBACK');
      throw error;
    }
  }

  lock(): Promise<void> {
    // A transaction is the only writer from its start.
    return Promise.resolve();
  }

  async snapshot<T>(work: () => Promise<T>): Promise<T> {
    this.statements.exec('BEGIN');
    try {
      return await work();
    } finally {
      // Only temporary tables were written: it does no harm if they stay.
      if (this.statements.isInTransaction) this.statements.exec('COMMIT');
    }
  }

  now(): Promise<string> {
    return Promise.resolve(systemClock.now());
  }

  analyze(): Promise<void> {
    // The planner has fixed statistics, see the migration PlannerStatistics.
    return Promise.resolve();
  }

  byIndex<T>(work: () => Promise<T>): Promise<T> {
    // SQLite has no other plans.
    return work();
  }

  reserveContentIds(count: number): Promise<number> {
    return reserveContentIds(this, count);
  }

  close(): Promise<void> {
    return settle(() => {
      this.statements.close();
    });
  }
}

function settle<T>(work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(faultOf(error));
  }
}
