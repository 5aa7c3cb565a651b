import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved settings of exports and imports. `folded_name` is the name without regard to case, which is unique and the order of lists. */
export class Templates1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE template (
      id TEXT COLLATE "C" PRIMARY KEY, project_id TEXT COLLATE "C" NOT NULL REFERENCES project (id), direction TEXT COLLATE "C" NOT NULL, name TEXT COLLATE "C" NOT NULL,
      folded_name TEXT COLLATE "C" NOT NULL, settings TEXT COLLATE "C" NOT NULL, created_at TEXT COLLATE "C" NOT NULL, updated_at TEXT COLLATE "C" NOT NULL, created_by TEXT COLLATE "C")`);
    await runner.query('CREATE UNIQUE INDEX template_name ON template (project_id, folded_name, direction)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE template');
  }
}
