import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { renderSql } from '../renderSql.js';
import type { DialectName, Sql } from '../sql.js';
import { postgresDialect, sqliteDialect } from '../sqlDialects.js';

/** The differences between the databases in the statements of the schema. */
export interface SchemaDialect {
  name: DialectName;
  /** Returns the value for the database. */
  pick: <Value>(of: Record<DialectName, Value>) => Value;
  /** The text of a fragment without values. */
  textOf: (fragment: Sql) => string;
  /** The end of the statement of a table that is only read by its primary key. */
  withoutRowid: string;
  /** An index on texts of any length, for equality only: a B-tree of PostgreSQL allows at most 2,704 bytes. */
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
 * A row of SQLite's statistics: the number of rows of the table, then of rows per value of the first column of the index, of the first two,
 * and so on (https://www.sqlite.org/fileformat2.html#stat1tab). The primary key of a table without rowid has the name of the table.
 */
export type Statistic = readonly [table: string, index: string | null, stat: string];

/** Related tables, written once for both databases: one migration. */
export interface TableGroup {
  /** Ends with the time of its creation in milliseconds: TypeORM runs migrations in this order. */
  name: string;
  statements: (dialect: SchemaDialect) => readonly string[];
  statistics?: readonly Statistic[];
}

/** Digits of the time at the end of a name, as TypeORM reads it. */
const timeLength = 13;

type MigrationClass = new () => MigrationInterface;

/** The migration of a group for one database. */
export function migrationOf(group: TableGroup, dialect: SchemaDialect): MigrationClass {
  const { statements, statistics = [] } = group;
  const made = statements(dialect);
  const name = nameOf(group, made);
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
  // TypeORM reads the name partly from the class and partly from the instance.
  Object.defineProperty(GroupMigration, 'name', { value: name });
  return GroupMigration;
}

/**
 * The name by which a database remembers that it has these tables: it states what they were made by. So a server never runs on tables that
 * were made by other statements than its own (`refuseOtherTables`).
 */
function nameOf({ name, statistics = [] }: TableGroup, made: readonly string[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([made, statistics]))
    .digest('hex')
    .slice(0, 12);
  return `${name.slice(0, -timeLength)}_${digest}_${name.slice(-timeLength)}`;
}

/** PostgreSQL compares and sorts texts by their bytes, and lower() changes only ASCII letters, as in SQLite, whatever the locale. */
function byBytes(statement: string): string {
  return statement.startsWith('CREATE TABLE') ? statement.replace(/\bTEXT\b/g, 'TEXT COLLATE "C"') : statement;
}

/**
 * Gives SQLite's planner the statistics of a large database. Without statistics it assumes about ten rows per plan and branch, and reads all
 * of them where an index would find one. Measured statistics would differ between installations; these are fixed, so that statements run
 * everywhere as they were measured.
 */
async function keepStatistics(runner: QueryRunner, statistics: readonly Statistic[]): Promise<void> {
  // Creates the table of statistics, which no other statement can do.
  await runner.query('ANALYZE sqlite_schema');
  for (const statistic of statistics)
    await runner.query('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)', [...statistic]);
}

/** Drops the tables with their indexes, triggers and statistics; then the functions of the triggers. */
function dropsOf(statements: readonly string[]): string[] {
  const made = statements.flatMap((statement) => {
    const [, type, name] = /^CREATE (TABLE|FUNCTION|SEQUENCE) (\w+)/.exec(statement) ?? [];
    return type === undefined || name === undefined ? [] : [{ type, drop: `DROP ${type} ${name}` }];
  });
  const drops = (isTable: boolean) =>
    made.flatMap(({ type, drop }) => ((type === 'TABLE') === isTable ? [drop] : [])).reverse();
  return [...drops(true), ...drops(false)];
}
