import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a deletion looks up: which items of plans point to a content that was derived from that of their file. */
export class Deleting1700000013800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ${index} ON import_item (effective_content_id)
      WHERE effective_content_id <> coalesce(content_id, -1)`);
    await runner.query('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)', ['import_item', index, '10000 1']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM sqlite_stat1 WHERE idx = ?', [index]);
    await runner.query(`DROP INDEX ${index}`);
  }
}

const index = 'import_item_effective';
