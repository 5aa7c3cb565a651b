import type { MigrationInterface, QueryRunner } from 'typeorm';
import { renderSql } from '../renderSql.js';
import type { DialectName, Sql } from '../sql.js';
import { postgresDialect, sqliteDialect } from '../sqlDialects.js';

/** What differs between the databases in a statement of the schema. */
export interface SchemaDialect {
  name: DialectName;
  /** Chooses by the database. */
  pick: <Value>(of: Record<DialectName, Value>) => Value;
  /** The text of a fragment without values. */
  textOf: (fragment: Sql) => string;
  /** After the columns of a table that is read by its primary key alone. */
  withoutRowid: string;
  /** An index on texts of any length, which finds equal ones: a B-tree of PostgreSQL takes at most 2,704 bytes. */
  hashed: (column: string) => string;
}

export const dialects: Readonly<Record<DialectName, SchemaDialect>> = {
  sqlite: {
    name: 'sqlite',
    pick: ({ sqlite }) => sqlite,
    textOf: (fragment) => renderSql(fragment, sqliteDialect).text,
    withoutRowid: ' WITHOUT ROWID',
    hashed: (column) => `(${column})`,
  },
  postgres: {
    name: 'postgres',
    pick: ({ postgres }) => postgres,
    textOf: (fragment) => renderSql(fragment, postgresDialect).text,
    withoutRowid: '',
    hashed: (column) => `USING hash (${column})`,
  },
};

/**
 * A row of SQLite's statistics: rows of the table, then rows for each value of the first column of the index, of the first two, and so on
 * (https://www.sqlite.org/fileformat2.html#stat1tab). A table without rowid has its own name as the name of its primary key.
 */
export type Statistic = readonly [table: string, index: string | null, stat: string];

/** Tables that belong together, written once for both databases. It becomes one migration. */
export interface TableGroup {
  /** With the time of its making, in milliseconds, at its end: TypeORM runs migrations in the order of these. */
  name: string;
  statements: (dialect: SchemaDialect) => readonly string[];
  statistics?: readonly Statistic[];
}

type MigrationClass = new () => MigrationInterface;

/** The migration of a group on one database. */
export function migrationOf({ name, statements, statistics = [] }: TableGroup, dialect: SchemaDialect): MigrationClass {
  const made = statements(dialect);
  class GroupMigration implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of made)
        await runner.query(dialect.pick({ sqlite: statement, postgres: byBytes(statement) }));
      if (dialect.name === 'sqlite' && statistics.length > 0) await keepStatistics(runner, statistics);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const statement of dropsOf(made)) await runner.query(statement);
    }
  }
  // Some of TypeORM asks the class for the name, some the instance.
  Object.defineProperty(GroupMigration, 'name', { value: name });
  return GroupMigration;
}

/** Texts of PostgreSQL compare and sort by their bytes, and lower() folds ASCII letters only, as in SQLite, whatever the locale. */
function byBytes(statement: string): string {
  return statement.startsWith('CREATE TABLE') ? statement.replace(/\bTEXT\b/g, 'TEXT COLLATE "C"') : statement;
}

/**
 * Tells SQLite's planner what a large database looks like. Without statistics it takes every plan and branch to have about ten rows and
 * reads all of them where an index would find one. Statistics of what a database holds at some moment would differ between installations:
 * these are fixed, so that statements run everywhere as they were measured.
 */
async function keepStatistics(runner: QueryRunner, statistics: readonly Statistic[]): Promise<void> {
  // Makes the table of statistics, which no statement of SQL can.
  await runner.query('ANALYZE sqlite_schema');
  for (const statistic of statistics)
    await runner.query('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)', [...statistic]);
}

/** Tables go with their indexes, triggers and statistics; what their triggers call goes after them. */
function dropsOf(statements: readonly string[]): string[] {
  const made = statements.flatMap((statement) => {
    const [, type, name] = /^CREATE (TABLE|FUNCTION|SEQUENCE) (\w+)/.exec(statement) ?? [];
    return type === undefined || name === undefined ? [] : [{ type, drop: `DROP ${type} ${name}` }];
  });
  const drops = (isTable: boolean) =>
    made.flatMap(({ type, drop }) => ((type === 'TABLE') === isTable ? [drop] : [])).reverse();
  return [...drops(true), ...drops(false)];
}
