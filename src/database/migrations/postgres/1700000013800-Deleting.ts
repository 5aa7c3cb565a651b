import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a deletion looks up: which items of plans point to a content that was derived from that of their file. */
export class Deleting1700000013800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ${index} ON import_item (effective_content_id)
      WHERE effective_content_id <> coalesce(content_id, -1)`);
    // No task is made for a branch that is being deleted.
    await runner.query(
      'ALTER TABLE task ADD CONSTRAINT task_branch_fkey FOREIGN KEY (branch_id) REFERENCES branch (id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE task DROP CONSTRAINT task_branch_fkey');
    await runner.query(`DROP INDEX ${index}`);
  }
}

const index = 'import_item_effective';
