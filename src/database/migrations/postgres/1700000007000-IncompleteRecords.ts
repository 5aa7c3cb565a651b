import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a record lacks what its parent requires: as the file has it, and as it would be once it is laid over another. */
export class IncompleteRecords1700000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_item ADD COLUMN lacks_required BOOLEAN NOT NULL DEFAULT FALSE');
    await runner.query('ALTER TABLE import_item ADD COLUMN is_incomplete BOOLEAN NOT NULL DEFAULT FALSE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_item DROP COLUMN is_incomplete');
    await runner.query('ALTER TABLE import_item DROP COLUMN lacks_required');
  }
}
