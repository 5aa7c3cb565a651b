import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names in the order of their last letters, the last one first, so that names that end like another are found. The expression is
 * `PostgresConnection.endingOf`.
 */
export class NameEndings1700000011200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX resource_ending ON resource (branch_id, kind, lower(reverse(right(name, 18))))');
    await runner.query(
      'CREATE INDEX import_item_ending ON import_item (plan_no, kind, lower(reverse(right(name, 18))))',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX resource_ending');
    await runner.query('DROP INDEX import_item_ending');
  }
}
