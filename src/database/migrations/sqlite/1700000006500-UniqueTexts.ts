import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Texts of contents that a branch may hold only once, without regard to case: those that the kind declares, and of records those of
 * the fields that are compared within their parent, where NULL says that there is nothing to compare. And, for a plan, which item
 * has such a text in common with which other item or resource.
 */
export class UniqueTexts1700000006500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE content_unique_text (
         content_id INTEGER NOT NULL, at TEXT NOT NULL, text TEXT, PRIMARY KEY (content_id, at)) WITHOUT ROWID`,
      'CREATE INDEX content_unique_text_text ON content_unique_text (text, at)',
      `CREATE TABLE import_text_conflict (
         plan_no INTEGER NOT NULL, ordinal INTEGER NOT NULL, at TEXT NOT NULL, other_ordinal INTEGER, resource_id TEXT,
         PRIMARY KEY (plan_no, ordinal, at)) WITHOUT ROWID`,
      // As in PlannerStatistics: what the tables look like once they are large.
      `INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('content_unique_text', 'content_unique_text', '1000000 2 1'),
         ('content_unique_text', 'content_unique_text_text', '1000000 4 4 1')`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_text_conflict');
    await runner.query('DROP TABLE content_unique_text');
  }
}
