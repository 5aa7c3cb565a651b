import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Packs that were switched on or off in a project; where there is no row, a pack is as the server has it. */
export class ProjectPacks1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE project_pack (
         project_id TEXT COLLATE "C" NOT NULL REFERENCES project (id), pack TEXT COLLATE "C" NOT NULL, is_enabled BOOLEAN NOT NULL,
         PRIMARY KEY (project_id, pack))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE project_pack');
  }
}
