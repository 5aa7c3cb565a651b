import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person chose to stand for a name that the items of a plan need and that is nowhere. */
export class ImportRemaps1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE import_remap (
      plan_no INTEGER NOT NULL, namespace TEXT COLLATE "C" NOT NULL, name TEXT COLLATE "C" NOT NULL, to_name TEXT COLLATE "C" NOT NULL,
      PRIMARY KEY (plan_no, namespace, name))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_remap');
  }
}
