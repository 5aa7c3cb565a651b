import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tells SQLite's planner what a large database looks like. Without statistics it takes every plan and branch to have about ten
 * rows and reads all of them where an index would find one; with statistics of whatever a database holds at some moment, plans
 * would differ from one installation to the next. These are fixed, so that statements run everywhere as they were measured.
 * Columns: table, index (for a table without rowid its own name), rows, and rows for each value of the first column, of the first
 * two, and so on (https://www.sqlite.org/fileformat2.html#stat1tab).
 */
const statistics: readonly (readonly [table: string, index: string | null, stat: string])[] = [
  ['content', null, '3000000'],
  ['edge', 'edge', '3000000 3 1'],
  ['edge', 'edge_target', '3000000 10'],
  ['edge_type', 'sqlite_autoindex_edge_type_1', '40 4 2 2 1 1 1 1'],
  ['edge_type_target', 'edge_type_target', '80 2 1'],
  ['import_item', 'import_item', '1000000 100000 1'],
  ['import_item', 'import_item_name', '1000000 100000 2 1 1'],
  ['import_item', 'import_item_unfit', '1000 100 2 1'],
  ['import_item', 'import_item_renamed', '1000 100 2'],
  ['import_item', 'import_item_content', '1000000 1'],
  ['import_item', 'import_item_parent', '500000 50000 20'],
  ['resource', 'sqlite_autoindex_resource_1', '1000000 1'],
  ['resource', 'resource_name', '1000000 100000 2 1 1'],
  ['resource', 'resource_erc', '100000 10000 5000 2 1'],
  ['resource', 'resource_parent', '500000 20'],
  ['resource', 'resource_content', '1000000 2'],
  ['resource', 'resource_task', '1000000 50000'],
  ['resource', 'resource_reference', '100000 10000 2'],
  ['resource_revision', 'resource_revision', '1000000 3 1'],
  ['resource_revision', 'resource_revision_content', '1000000 1'],
  ['resource_revision', 'resource_revision_task', '1000000 50000'],
  ['resource_revision', 'resource_revision_replaced', '1000000 50000'],
  ['task', 'sqlite_autoindex_task_1', '10000 1'],
  ['task', 'task_status', '10000 2000'],
  ['task', 'task_branch', '10000 200 1'],
  ['task', 'task_plan', '10000 2'],
];

export class PlannerStatistics1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Makes the statistics table, which can't be created by hand.
    await runner.query('ANALYZE sqlite_schema');
    for (const [table, index, stat] of statistics) {
      await runner.query('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)', [table, index, stat]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM sqlite_stat1');
  }
}
