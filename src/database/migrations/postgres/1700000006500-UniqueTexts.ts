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
         content_id BIGINT NOT NULL, at TEXT COLLATE "C" NOT NULL, text TEXT COLLATE "C", PRIMARY KEY (content_id, at))`,
      // However long a text is: a B-tree takes at most 2,704 bytes.
      'CREATE INDEX content_unique_text_text ON content_unique_text USING hash (text)',
      `CREATE TABLE import_text_conflict (
         plan_no INTEGER NOT NULL, ordinal INTEGER NOT NULL, at TEXT COLLATE "C" NOT NULL, other_ordinal INTEGER, resource_id TEXT COLLATE "C",
         PRIMARY KEY (plan_no, ordinal, at))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_text_conflict');
    await runner.query('DROP TABLE content_unique_text');
  }
}
