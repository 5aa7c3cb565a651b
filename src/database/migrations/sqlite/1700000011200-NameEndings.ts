import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names in the order of their last letters, so that names that end like another are found. Letters are taken three at a time, the last
 * three first: a text turned round letter by letter takes twice as long to make. The expression is `SqliteConnection.endingOf`.
 */
export class NameEndings1700000011200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX resource_ending ON resource (branch_id, kind, ${ending})`);
    await runner.query(`CREATE INDEX import_item_ending ON import_item (plan_no, kind, ${ending})`);
    for (const statistic of statistics) {
      await runner.query('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)', [...statistic]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [, index] of statistics) {
      await runner.query('DELETE FROM sqlite_stat1 WHERE idx = ?', [index]);
      await runner.query(`DROP INDEX ${index}`);
    }
  }
}

const ending = `lower(substr(name, -3) || substr(name, -6, 3) || substr(name, -9, 3) || substr(name, -12, 3)
  || substr(name, -15, 3) || substr(name, -18, 3))`;

/** See PlannerStatistics. */
const statistics: readonly (readonly [table: string, index: string, stat: string])[] = [
  ['resource', 'resource_ending', '1000000 100000 20000 2'],
  ['import_item', 'import_item_ending', '1000000 100000 20000 2'],
];
