import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is told of an item that can't be imported: its spec as the file has it, since no content is written for it, and the member of
 * the archive that it stands in.
 */
export class RejectedItems1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_item ADD COLUMN rejected_spec TEXT COLLATE "C"');
    await runner.query('ALTER TABLE import_item ADD COLUMN member TEXT COLLATE "C"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_item DROP COLUMN member');
    await runner.query('ALTER TABLE import_item DROP COLUMN rejected_spec');
  }
}
