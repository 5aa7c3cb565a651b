import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved settings of exports and imports. `folded_name` is the name without regard to case, which is unique and the order of lists. */
export class Templates1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE template (
      id TEXT PRIMARY KEY, project_id TEXT NOT NULL REFERENCES project (id), direction TEXT NOT NULL, name TEXT NOT NULL,
      folded_name TEXT NOT NULL, settings TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, created_by TEXT)`);
    await runner.query('CREATE UNIQUE INDEX template_name ON template (project_id, folded_name, direction)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE template');
  }
}
